"""What belongs to no page: the entry address, the health check, a database session for each request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final, TypeVar

import sqlalchemy as sa
from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from app.errors import SettingsError
from app.languages.ar.analyser import chosen
from app.models import IngestRunRow
from app.web import metrics
from app.web.i18n import gettext_noop as _
from app.web.i18n import preferred
from app.web.moments import Moments

router = APIRouter()

T = TypeVar("T")


def reading(request: Request) -> Iterator[Session]:
    """Dependency: a session for looking only, closed when the answer is made."""
    moments: Moments = request.app.state.moments
    with moments.reading() as session:
        yield session


Reading = Annotated[Session, Depends(reading)]


async def read(request: Request, make: Callable[[Session], T]) -> T:
    """What ``make`` reads with a session of its own, all of it on one other thread.

    A session handed in by ``Reading`` goes from thread to thread four times for an answer.
    """
    moments: Moments = request.app.state.moments

    def whole() -> T:
        with moments.reading() as session:
            return make(session)

    return await run_in_threadpool(whole)


def last_read(session: Session) -> datetime:
    """When an article was last read in; the beginning of time where none was."""
    at = session.scalar(sa.select(sa.func.max(sa.func.coalesce(IngestRunRow.finished, IngestRunRow.started))))
    return at.replace(tzinfo=at.tzinfo or UTC) if at else datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Section:
    """A page to go to from everywhere: its path below the language, and its name as a message.

    What is ``below`` stands at the foot of the page, for the head has room for six.
    """

    path: str
    title: str
    below: bool = False


_SECTIONS: Final = (
    Section("/", _("Timeline")),
    Section("/actors", _("Actors")),
    Section("/statements", _("Statements")),
    Section("/contradictions", _("Contradictions")),
    Section("/articles", _("Articles")),
    Section("/about", _("About")),
    Section("/search", _("Search"), below=True),
    Section("/changes", _("What is new"), below=True),
    Section("/api", _("API"), below=True),
)


def sections(app: FastAPI) -> tuple[Section, ...]:
    """The sections that this application really has a page for."""
    return tuple(each for each in _SECTIONS if has_page(app, each.path))


def has_page(app: FastAPI, path: str) -> bool:
    """True when a page of this path below the language is mounted."""
    return f"/{{lang}}{path}" in app.state.paths


@router.get("/", include_in_schema=False)
def choose_language(request: Request) -> Response:
    code = preferred(request.headers.get("Accept-Language", ""))
    return RedirectResponse(f"/{code}/", 302, headers={"Vary": "Accept-Language"})


@router.get("/health", include_in_schema=False)
def health(request: Request) -> Response:
    """200 with ``{"status": "ok"}`` when the database answers, else 503; and which analyser reads words."""
    engine: Engine = request.app.state.engine
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return JSONResponse({"status": "failing", "database": "unreachable"}, 503)
    return JSONResponse({"status": "ok", "database": engine.dialect.name, "analyser": _analyser()})


@router.get("/metrics", include_in_schema=False)
def numbers() -> Response:
    """Counts and times for Prometheus."""
    return metrics.told()


def _analyser() -> str:
    """The name of the analyser asked for, or what is wrong with it: pages need none."""
    try:
        return chosen().name
    except SettingsError as error:
        return str(error)
