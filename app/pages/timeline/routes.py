"""The timeline: a page, the same page in part for htmx, and the way from a name to an actor."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from markupsafe import Markup
from sqlalchemy.orm import Session

from app.pages.timeline import exports, select, select_facets
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Record
from app.pages.timeline.view import TimelineView, timeline_view
from app.pages.timeline.voice import Voice
from app.web.render import Here, Page
from app.web.site import Reading

router = APIRouter()


@router.get("/{lang}/")
def timeline(page: Here, session: Reading) -> Response:
    given = named_actors(session, page.request.query_params.multi_items())
    query = TimelineQuery.parse(given)
    if tuple(page.request.query_params.multi_items()) != query.pairs:
        return RedirectResponse(page.urls.timeline(query.pairs), 303, headers={"Vary": "HX-Request"})
    template = "timeline/_page.html" if page.wants_partial else "timeline/page.html"
    view = load(session, query, page)
    return page.render(template, view=view, panel=panel(session, view, page))


@router.get("/{lang}/timeline.csv")
def as_csv(page: Here, session: Reading) -> Response:
    _, records = exported(page, session)
    return file(page, "csv", "text/csv; charset=utf-8", exports.as_csv(records, voice(page)))


@router.get("/{lang}/timeline.json")
def as_json(page: Here, session: Reading) -> Response:
    query, records = exported(page, session)
    return file(page, "json", "application/json", exports.as_json(records, query.pairs, voice(page)))


def exported(page: Page, session: Session) -> tuple[TimelineQuery, Iterable[Record]]:
    """The whole set of the view, or the page of it that ``after`` or ``limit`` asks for."""
    given = named_actors(session, page.request.query_params.multi_items())
    query = TimelineQuery.parse(given)
    if page.request.query_params.keys() & {"after", "limit"}:
        return query, select.load(session, query).listed
    return query, select.everything(session, query)


def file(page: Page, ending: str, media_type: str, pieces: Iterable[str]) -> Response:
    name = f"tasalsul-{page.lang}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(pieces, media_type=media_type, headers=headers)


def voice(page: Page) -> Voice:
    return Voice(page.language, page.dates, page.urls)


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
