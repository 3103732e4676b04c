"""The list of statements as a page and as files."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse, StreamingResponse

from app.pages.statements import exports, select
from app.pages.statements.query import StatementsQuery
from app.pages.statements.view import build
from app.web.files import attachment
from app.web.render import Here, Page
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
    pieces = exports.as_csv(select.everything(session, query, page.lang))
    return _file(page, "csv", "text/csv; charset=utf-8", pieces)


@router.get("/{lang}/statements.json")
def as_json(page: Here, session: Reading) -> Response:
    query = StatementsQuery.parse(page.request.query_params.multi_items())
    pieces = exports.as_json(select.everything(session, query, page.lang), query.pairs)
    return _file(page, "json", "application/json", pieces)


def _file(page: Page, ending: str, media_type: str, pieces: Iterable[str]) -> Response:
    headers = attachment(f"statements-{page.lang}.{ending}")
    return StreamingResponse(pieces, media_type=media_type, headers=headers)
