"""The application: pages, static files, middleware, error pages. No logic lives here."""

from __future__ import annotations

import gc
import importlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Timer
from types import ModuleType
from typing import Any, Final

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from app import db
from app.knowledge.load import load_knowledge
from app.languages.ar.families import load_families
from app.settings import STATIC, Settings
from app.web import logs, problems, render, site
from app.web.answers import Answers
from app.web.api import app as api
from app.web.files import VersionedFiles
from app.web.head import HeadAsGet
from app.web.limits import Limits
from app.web.moments import Moments
from app.web.observed import Observed
from app.web.security import SecurityHeaders
from app.web.turns import Turns

PAGES = Path(__file__).with_name("pages")
#: After so many seconds what nobody has asked for yet is made ready: the first answer comes first.
SOON: Final = 1.0


def create_app(settings: Settings) -> FastAPI:
    """The web application over the database that ``settings`` names."""
    web = FastAPI(title="Tasalsul", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan)
    pages = list(page_modules("routes"))
    routers = [site.router, *(page.router for page in pages)]
    web.state.engine = db.reading_engine(settings.database_url, settings.time_limit)
    moments = web.state.moments = Moments(web.state.engine, settings.lag)
    web.state.panels = _offered(pages, "panel")
    web.state.titles = _offered(pages, "titled")
    web.state.paths = frozenset(getattr(route, "path", "") for router in routers for route in router.routes)
    web.add_middleware(GZipMiddleware, minimum_size=600, compresslevel=5)
    web.add_middleware(Turns)
    if settings.lag and settings.kept:
        web.add_middleware(Answers, moments=moments, megabytes=settings.kept)
    web.add_middleware(TrustedHostMiddleware, allowed_hosts=settings.hosts, www_redirect=False)
    web.add_middleware(Limits)
    web.add_middleware(SecurityHeaders)
    web.add_middleware(HeadAsGet)
    web.add_middleware(Observed)
    problems.install(web)
    web.mount("/static/{version}", VersionedFiles(directory=STATIC), name="static")
    for router in routers:
        web.include_router(router)
    web.state.api = api.create(moments, [page.router for page in page_modules("api")])
    web.mount(api.PREFIX, web.state.api)
    return web


def from_environment() -> FastAPI:
    """The application of a worker process, over what the environment names."""
    settings = Settings.from_environment()
    logs.configure(settings.log)
    web = create_app(settings)
    settle()
    return web


def settle() -> None:
    """Called once by a process that only answers: what is loaded stays, what is not is made ready soon."""
    gc.set_threshold(100_000, 20, 50)  # as the command does: few cycles, and many things that stay
    gc.freeze()
    soon = Timer(SOON, _prepare)
    soon.daemon = True
    soon.start()


def _prepare() -> None:
    """Load what the first reader of a name, of a search, of each page would wait for."""
    load_knowledge()
    load_families()
    render.prepare()


@asynccontextmanager
async def _lifespan(web: FastAPI) -> AsyncIterator[None]:
    """At the end, when all answers are out, no connection to the database is left open."""
    yield
    web.state.moments.close()
    web.state.engine.dispose()


def _offered(pages: list[ModuleType], what: str) -> dict[str, Any]:
    """What some pages offer to others, by the page's name."""
    return {page.__name__.split(".")[-2]: getattr(page, what) for page in pages if hasattr(page, what)}


def page_modules(name: str) -> Iterator[ModuleType]:
    """Every ``app/pages/*/routes.py``: its ``router``, ``panel`` where it shows beside others,
    ``titled`` where other sites may show it; or every ``app/pages/*/api.py``: what it tells programs."""
    for module in sorted(PAGES.glob(f"*/{name}.py")):
        yield importlib.import_module(f"app.pages.{module.parent.name}.{name}")
