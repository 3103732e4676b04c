"""The search page, and the same as JSON."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, RedirectResponse
from sqlalchemy.orm import Session

from app.pages.search import select
from app.pages.search.exports import as_json
from app.pages.search.query import SearchQuery
from app.pages.search.view import build
from app.web.render import Here, Page
from app.web.site import read

router = APIRouter()


@router.get("/{lang}/search")
async def search(page: Here) -> Response:
    return await read(page.request, lambda session: found(page, session))


def found(page: Page, session: Session) -> Response:
    query = asked(page, session)
    if tuple(page.request.query_params.multi_items()) != query.pairs:
        return RedirectResponse(page.urls.search(query.pairs), 303)
    view = build(select.load(session, query), query, page.language, page.dates, page.urls)
    return page.render("search/page.html", view=view)


@router.get("/{lang}/search.json")
async def search_as_json(page: Here) -> Response:
    return await read(page.request, lambda session: found_as_json(page, session))


def found_as_json(page: Page, session: Session) -> Response:
    query = asked(page, session)
    return JSONResponse(as_json(select.load(session, query), query))


def asked(page: Page, session: Session) -> SearchQuery:
    given = page.request.query_params.multi_items()
    return SearchQuery.parse(select.resolved(session, given))
