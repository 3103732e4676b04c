"""The list of actors, and a page for each."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from app.pages.actor import exports, select, select_list, select_office
from app.pages.actor.data import entry_as_json
from app.pages.actor.graph import as_graphml
from app.pages.actor.query import ActorsQuery, parse_none, parse_whole
from app.pages.actor.select_graph import shared
from app.pages.actor.view import build, build_office
from app.pages.actor.view_list import build_list
from app.web.downloads import download
from app.web.json_lists import pieces
from app.web.render import Here
from app.web.site import Reading

router = APIRouter()


@router.get("/{lang}/actors")
def actors(page: Here, session: Reading) -> Response:
    query = ActorsQuery.parse(page.request.query_params.multi_items())
    view = build_list(select_list.load(session, query, lang=page.lang), query, page.language, page.urls)
    template = "actor/_list.html" if page.wants_partial else "actor/list.html"
    return page.render(template, view=view)


@router.get("/{lang}/actors.csv")
def as_csv(page: Here, session: Reading) -> Response:
    query = parse_whole(page.request.query_params.multi_items())
    lines = exports.as_csv(select_list.whole(session, query, page.lang), page.urls, page.origin)
    return download(lines, "text/csv; charset=utf-8", f"actors-{page.lang}.csv")


@router.get("/{lang}/actors.json")
def as_json(page: Here, session: Reading) -> Response:
    query = parse_whole(page.request.query_params.multi_items())
    found = select_list.whole(session, query, page.lang)
    text = pieces("actors", query.pairs, map(entry_as_json, found))
    return download(text, "application/json", f"actors-{page.lang}.json")


@router.get("/{lang}/actors.graphml")
def network(page: Here, session: Reading) -> Response:
    """Who takes part in events with whom: the actors that pass the filters, and the events they share."""
    query = parse_whole(page.request.query_params.multi_items())
    entries = select_list.whole(session, query)
    graph = as_graphml(entries, shared(session, {entry.id for entry in entries}))
    return download(graph, "application/graphml+xml", "actors.graphml")


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
