"""The description of the API as a page in both languages, and a short address for it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.pages.api.query import parse
from app.pages.api.view import build
from app.web.api.app import PREFIX, description
from app.web.i18n import preferred
from app.web.render import Here

router = APIRouter()


@router.get("/api/docs", include_in_schema=False)
def docs(request: Request) -> Response:
    code = preferred(request.headers.get("Accept-Language", ""))
    return RedirectResponse(f"/{code}/api", 302, headers={"Vary": "Accept-Language"})


@router.get("/{lang}/api")
def api(page: Here) -> Response:
    parse(page.request.query_params.multi_items())
    view = build(description(page.request.app.state.api), page.language)
    return page.render("api/page.html", view=view, openapi=f"{PREFIX}/openapi.json", root=f"{PREFIX}/")
