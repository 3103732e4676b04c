"""The list of actors, and a page for each."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse, StreamingResponse

from app.pages.actor import select, select_list, select_office
from app.pages.actor.graph import as_graphml
from app.pages.actor.query import ActorsQuery, parse_none, parse_whole
from app.pages.actor.select_graph import shared
from app.pages.actor.view import build, build_list, build_office
from app.web.files import attachment
from app.web.render import Here
from app.web.site import Reading

router = APIRouter()


@router.get("/{lang}/actors")
def actors(page: Here, session: Reading) -> Response:
    query = ActorsQuery.parse(page.request.query_params.multi_items())
    view = build_list(select_list.load(session, query), query, page.language, page.urls)
    template = "actor/_list.html" if page.wants_partial else "actor/list.html"
    return page.render(template, view=view)


@router.get("/{lang}/actors.graphml")
def network(page: Here, session: Reading) -> Response:
    """Who takes part in events with whom: the actors that pass the filters, and the events they share."""
    query = parse_whole(page.request.query_params.multi_items())
    lines = select_list.whole(session, query)
    pieces = as_graphml(lines, shared(session, {line.id for line in lines}))
    return StreamingResponse(
        pieces, media_type="application/graphml+xml", headers=attachment("actors.graphml")
    )


@router.get("/{lang}/actors/{slug}.atom")
def feed(page: Here, session: Reading, slug: str) -> Response:
    """What the actor has part in, to follow: the feed of the timeline filtered by it."""
    parse_none(page.request.query_params.multi_items())
    select.load(session, slug)
    return RedirectResponse(page.urls.export("timeline.atom", [("actor", slug)]), 302)


@router.get("/{lang}/offices/{id}")
def office(page: Here, session: Reading, id: str) -> Response:
    """An office with everyone who held it, as far as the tables know."""
    parse_none(page.request.query_params.multi_items())
    view = build_office(select_office.load(session, id), page.language, page.urls)
    return page.render("actor/office.html", view=view)


@router.get("/{lang}/actors/{slug}")
def actor(page: Here, session: Reading, slug: str) -> Response:
    parse_none(page.request.query_params.multi_items())
    return page.render("actor/page.html", view=build(select.load(session, slug), page.language, page.urls))
