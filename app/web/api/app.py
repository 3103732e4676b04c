"""The application mounted at ``/api/v1``: open to scripts of any site, completely described."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any, Final

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse
from starlette.middleware.cors import CORSMiddleware

from app.web import problems
from app.web.api import freshness
from app.web.api.models import Index
from app.web.api.parameters import ANYWHERE, ONE, written_out
from app.web.i18n import gettext_noop as _
from app.web.moments import Moments

PREFIX: Final = "/api/v1"

_ABOUT: Final = """\
Everything that the pages of Tasalsul show, for programs. Read only, without keys. The parameters are those
of the pages, so a view and its data have the same query string. Lists are paged by key: follow `next` (or the
`Link` header) until it is null. Every answer carries an `ETag` that changes when an article is read in; send
it back as `If-None-Match` and get 304 while nothing has changed. Spans are code points of the article's text,
ends excluded. Dates are EDTF (ISO 8601-2:2019) with their inclusive bounds."""

_TAGS: Final = (
    {"name": "records", "description": "Events and statements, and their numbers."},
    {"name": "sources", "description": "Articles, actors, and where accounts contradict each other."},
)


def create(moments: Moments, routers: Iterable[APIRouter]) -> FastAPI:
    """The interface over a database as it is at a moment; ``routers`` are those of the pages."""
    api = FastAPI(title="Tasalsul", docs_url=None, redoc_url=None, openapi_url=None)
    api.state.moments = moments
    problems.install(api)
    freshness.install(api)
    api.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=["If-None-Match"],
        expose_headers=["ETag", "Link"],
    )
    api.include_router(_own(), responses={**ANYWHERE, 500: ONE[500]})
    for router in routers:
        api.include_router(router, dependencies=[Depends(written_out)], responses=ANYWHERE)
    return api


def _own() -> APIRouter:
    router = APIRouter()

    @router.get("/", summary=_("Index"), description=_("The addresses of all lists."), tags=["records"])
    def index(request: Request) -> Index:
        lists = (
            path for path in description(request.app)["paths"] if path != PREFIX + "/" and "{" not in path
        )
        return Index(version=version("tasalsul"), openapi=f"{PREFIX}/openapi.json", lists=sorted(lists))

    @router.get("/openapi.json", include_in_schema=False)
    def openapi(request: Request) -> JSONResponse:
        return JSONResponse(description(request.app))

    return router


def description(api: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, made once; paths are those of the whole site."""
    if api.openapi_schema is None:
        made = get_openapi(
            title="Tasalsul",
            version=version("tasalsul"),
            summary="Who said and did what, when, and who reports it",
            description=_ABOUT,
            routes=api.routes,
            tags=list(_TAGS),
            license_info={"name": "MIT", "identifier": "MIT"},
        )
        made["paths"] = {PREFIX + path: _tidy(item) for path, item in made["paths"].items()}
        schemas = made["components"]["schemas"]
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        api.openapi_schema = made
    return api.openapi_schema


def _tidy(item: dict[str, Any]) -> dict[str, Any]:
    """Errors are answered in one shape, under its own media type; every answer names its headers."""
    for operation in item.values():
        for status, answer in operation["responses"].items():
            if int(status) >= 400:
                schema = {"$ref": "#/components/schemas/Problem"}
                answer["content"] = {problems.MEDIA_TYPE: {"schema": schema}}
    return item
