"""The list of statements as a page and as files."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from app.pages.statements import exports, select
from app.pages.statements.query import StatementsQuery
from app.pages.statements.view import build
from app.web.downloads import download
from app.web.render import Here
from app.web.site import Reading

router = APIRouter()


@router.get("/{lang}/statements")
def statements(page: Here, session: Reading) -> Response:
    given = tuple(page.request.query_params.multi_items())
    query = StatementsQuery.parse(given)
    if given != query.pairs:
        return RedirectResponse(page.urls.statements(query.pairs), 303)
    view = build(select.load(session, query, page.lang), query, page.language, page.urls)
    return page.render("statements/page.html", view=view)


@router.get("/{lang}/statements.csv")
def as_csv(page: Here, session: Reading) -> Response:
    query = StatementsQuery.parse(page.request.query_params.multi_items())
    pieces = exports.as_csv(select.everything(session, query, page.lang), page.urls, page.origin)
    return download(pieces, "text/csv; charset=utf-8", f"statements-{page.lang}.csv")


@router.get("/{lang}/statements.json")
def as_json(page: Here, session: Reading) -> Response:
    query = StatementsQuery.parse(page.request.query_params.multi_items())
    pieces = exports.as_json(select.everything(session, query, page.lang), query.pairs)
    return download(pieces, "application/json", f"statements-{page.lang}.json")
