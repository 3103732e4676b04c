"""The timeline: a page, the same page in part for htmx, and the way from a name to an actor."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup
from sqlalchemy.orm import Session

from app.pages.timeline import select, select_facets
from app.pages.timeline.query import TimelineQuery
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


def load(session: Session, query: TimelineQuery, page: Page) -> TimelineView:
    return timeline_view(query, select.load(session, query), Voice(page.language, page.dates, page.urls))


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
