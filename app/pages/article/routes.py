"""The article page, the same as data and as plain text, and the list of articles."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, PlainTextResponse

from app.pages.article import select, select_list
from app.pages.article.annotations import as_annotations
from app.pages.article.data import as_json
from app.pages.article.query import ArticleQuery, parse_after
from app.pages.article.view import build
from app.web.render import Here
from app.web.site import Reading

router = APIRouter()


@router.get("/{lang}/articles")
def articles(page: Here, session: Reading) -> Response:
    after = parse_after(page.request.query_params.multi_items())
    return page.render("article/list.html", listing=select_list.load(session, after), begun=after is not None)


@router.get("/{lang}/articles/{id}.json")
def data(page: Here, session: Reading, id: str) -> Response:
    ArticleQuery.parse(page.request.query_params.multi_items())
    return JSONResponse(as_json(select.load(session, id)))


@router.get("/{lang}/articles/{id}.annotations.jsonld")
def findings(page: Here, session: Reading, id: str) -> Response:
    ArticleQuery.parse(page.request.query_params.multi_items())
    made = as_annotations(select.load(session, id), page.origin, page.urls)
    return JSONResponse(made, media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"')


@router.get("/{lang}/articles/{id}.txt")
def text(page: Here, session: Reading, id: str) -> Response:
    ArticleQuery.parse(page.request.query_params.multi_items())
    return PlainTextResponse(select.load(session, id).article.text)


@router.get("/{lang}/articles/{id}")
def article(page: Here, session: Reading, id: str) -> Response:
    query = ArticleQuery.parse(page.request.query_params.multi_items())
    view = build(select.load(session, id), query, page.language, page.dates)
    return page.render("article/page.html", view=view)
