"""The application: pages, static files, middleware, error pages. No logic lives here."""

from __future__ import annotations

import gc
import importlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from threading import Timer
from types import ModuleType
from typing import Any, Final

from fastapi import FastAPI
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from app import db
from app.errors import IndexStaleError
from app.index import common
from app.index.read import current
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
#: Seconds after which what nobody has asked for yet is loaded; the first response takes precedence.
SOON: Final = 1.0
#: What a page leaves behind is looked through after so many new objects, within a millisecond or a few. After
#: 100,000 of them that takes 40 to 80 in the middle of some response, and as much in all.
OFTEN: Final = (2_000, 20, 50)


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
    """The application of a worker process, configured by the environment."""
    settings = Settings.from_environment()
    logs.configure(settings.log)
    web = create_app(settings)
    settle(web)
    return web


def settle(web: FastAPI) -> None:
    """Called once by a process that only serves: freezes what is loaded, and loads the rest shortly after."""
    gc.set_threshold(100_000, 20, 50)  # as in the command line, while tables are loaded: few cycles
    gc.freeze()
    soon = Timer(SOON, _prepare, [web.state.engine])
    soon.daemon = True
    soon.start()


def _prepare(engine: Engine) -> None:
    """Load what the first reader of a name, a search or a page would otherwise wait for.

    Once the tables are there, and told to be permanent, garbage is collected often and little at a time.
    """
    load_knowledge()
    load_families()
    render.prepare()
    gc.freeze()
    gc.set_threshold(*OFTEN)
    with suppress(SQLAlchemyError, IndexStaleError), db.reading(engine) as session:  # the pages will tell
        common.prepare(current(session))


@asynccontextmanager
async def _lifespan(web: FastAPI) -> AsyncIterator[None]:
    """Close all connections to the database when the last response has been sent."""
    yield
    web.state.moments.close()
    web.state.engine.dispose()


def _offered(pages: list[ModuleType], what: str) -> dict[str, Any]:
    """What some pages offer to others, by page name."""
    return {page.__name__.split(".")[-2]: getattr(page, what) for page in pages if hasattr(page, what)}


def page_modules(name: str) -> Iterator[ModuleType]:
    """Every ``app/pages/*/routes.py`` or ``app/pages/*/api.py``, in order of name.

    Each has a ``router``; routes have ``panel`` if they can be shown beside another page, and ``titled`` if
    other sites may embed them.
    """
    for module in sorted(PAGES.glob(f"*/{name}.py")):
        yield importlib.import_module(f"app.pages.{module.parent.name}.{name}")
