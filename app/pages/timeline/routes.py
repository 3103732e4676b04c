"""The timeline: the page, the part of it that htmx swaps, its files, and redirects from names to actors."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from markupsafe import Markup
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.pages.timeline import embed, select, select_facets
from app.pages.timeline.exports.formats import FORMATS, TIMELINEJS, Format
from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view import TimelineView, timeline_view
from app.pages.timeline.voice import Voice
from app.web.downloads import download
from app.web.render import Here, Page
from app.web.site import Reading, last_read, read
from app.web.urls import Pairs

router = APIRouter()
router.include_router(embed.router)

#: A page of the list is no longer than this, so that no page weighs more than 200 KB; files and programs may
#: ask for more.
MOST_CARDS: Final = 75


@router.get("/{lang}/")
async def timeline(page: Here) -> Response:
    return await read(page.request, lambda session: answered(page, session))


def answered(page: Page, session: Session) -> Response:
    """The page, or the way to its one canonical address."""
    given = named_actors(session, page.request.query_params.multi_items())
    query = TimelineQuery.parse(given)
    query = query.with_(limit=min(query.limit, MOST_CARDS))
    vary = {"Vary": "HX-Request"}
    if tuple(page.request.query_params.multi_items()) != query.pairs:
        return RedirectResponse(page.urls.timeline(query.pairs), 303, headers=vary)
    return HTMLResponse(rendered(page, session, query), headers=vary)


def rendered(page: Page, session: Session, query: TimelineQuery) -> str:
    """The whole page, or the part of it that htmx swaps."""
    template = "timeline/_page.html" if page.wants_partial else "timeline/page.html"
    view = load(session, query, page)
    return page.text(template, view=view, panel=panel(session, view, page))


@router.get("/{lang}/timeline.{ending}")
def taken_away(page: Here, session: Reading, ending: str) -> Response:
    """The view as a file of one of the ``FORMATS``."""
    form = FORMATS.get(ending)
    if form is None:
        raise NotFoundError("format", ending)
    return file(page, session, form, ending)


@router.get("/{lang}/timelinejs.json")
def as_slides(page: Here, session: Reading) -> Response:
    return file(page, session, TIMELINEJS, "json")


def file(page: Page, session: Session, form: Format, ending: str) -> Response:
    """The whole set of the view, or the page of it that ``limit`` asks for, sent as it is read."""
    given = named_actors(session, page.request.query_params.multi_items())
    query = TimelineQuery.parse(given)
    most = query.limit if "limit" in page.request.query_params else None
    sheet = Sheet(
        query=query.with_(after=None, limit=TimelineQuery().limit),
        voice=voice(page),
        origin=page.origin,
        title=embed.named(page, session, query.pairs),
        updated=last_read(session),
        ending=ending,
    )
    pieces = form.write(select.everything(session, query, most), sheet)
    name = f"{form.file}-{page.lang}.{ending}"
    return download(pieces, form.media_type, name, disposition=form.disposition)


def voice(page: Page) -> Voice:
    return Voice(page.language, page.dates, page.urls)


def titled(page: Page, session: Session, _: str | None, pairs: Pairs) -> str:
    """What a view is of, for oEmbed; raises QueryError."""
    return embed.named(page, session, pairs)


def load(session: Session, query: TimelineQuery, page: Page) -> TimelineView:
    return timeline_view(query, select.load(session, query), voice(page))


def panel(session: Session, view: TimelineView, page: Page) -> Markup | None:
    """The open event as its own page tells it; a statement is told by this page itself."""
    if view.panel is None or view.panel.kind != "event" or "event" not in page.request.app.state.panels:
        return None
    made: Markup = page.request.app.state.panels["event"](page, session, view.panel.id)
    return made


def named_actors(session: Session, given: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs with actors' names, as typed into the search-in-list, replaced by their slugs."""
    names = [value.strip() for name, value in given if name == "actor" and value.strip()]
    slugs = select_facets.slugs_of(session, names) if names else {}
    return [(name, slugs.get(value.strip(), value) if name == "actor" else value) for name, value in given]
