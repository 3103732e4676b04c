"""The list of actors, and a page for each."""

from __future__ import annotations

from fastapi import APIRouter, Response

from app.pages.actor import select, select_list
from app.pages.actor.query import ActorsQuery, parse_none
from app.pages.actor.view import build, build_list
from app.web.render import Here
from app.web.site import Reading

router = APIRouter()


@router.get("/{lang}/actors")
def actors(page: Here, session: Reading) -> Response:
    query = ActorsQuery.parse(page.request.query_params.multi_items())
    view = build_list(select_list.load(session, query), query, page.language, page.urls)
    template = "actor/_list.html" if page.wants_partial else "actor/list.html"
    return page.render(template, view=view)


@router.get("/{lang}/actors/{slug}")
def actor(page: Here, session: Reading, slug: str) -> Response:
    parse_none(page.request.query_params.multi_items())
    return page.render("actor/page.html", view=build(select.load(session, slug), page.language, page.urls))
