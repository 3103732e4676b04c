"""The article page, the same as data and as plain text, and the list of articles."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, PlainTextResponse

from app.pages.article import exports, select, select_list
from app.pages.article.annotations import as_annotations
from app.pages.article.data import as_json, card_as_json
from app.pages.article.query import ArticleQuery
from app.pages.article.query_list import ArticlesQuery, parse_whole
from app.pages.article.view import build
from app.pages.article.view_list import build_list
from app.web.downloads import download
from app.web.json_lists import pieces
from app.web.render import Here
from app.web.site import Reading

router = APIRouter()


@router.get("/{lang}/articles")
def articles(page: Here, session: Reading) -> Response:
    query = ArticlesQuery.parse(page.request.query_params.multi_items())
    listing = select_list.load(session, query, lang=page.lang)
    return page.render("article/list.html", view=build_list(listing, query, page.language, page.urls))


@router.get("/{lang}/articles.csv")
def list_as_csv(page: Here, session: Reading) -> Response:
    query = parse_whole(page.request.query_params.multi_items())
    lines = exports.as_csv(select_list.everything(session, query, page.lang), page.urls, page.origin)
    return download(lines, "text/csv; charset=utf-8", f"articles-{page.lang}.csv")


@router.get("/{lang}/articles.json")
def list_as_json(page: Here, session: Reading) -> Response:
    query = parse_whole(page.request.query_params.multi_items())
    found = select_list.everything(session, query, page.lang)
    text = pieces("articles", query.pairs, map(card_as_json, found))
    return download(text, "application/json", f"articles-{page.lang}.json")


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
