"""Errors as pages in the reader's language, or as JSON or XML (RFC 9457) where data are asked for."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from lxml import etree
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from app.errors import (
    BackwardsError,
    NotFoundError,
    QueryError,
    TooBroadError,
    TooManyError,
    UnknownParameterError,
)
from app.models.connections import Trouble, trouble
from app.web import metrics
from app.web.i18n import CODES, language, preferred
from app.web.observed import HEADER, request_id
from app.web.render import Page
from app.web.security import HEADERS
from app.web.urls import query_string
from app.web.xml import child, document

Pairs = tuple[tuple[str, str], ...]
#: What errors told as JSON and as XML are (RFC 9457).
MEDIA_TYPE: Final = "application/problem+json"
XML_TYPE: Final = "application/problem+xml"
_NAMESPACE: Final = "urn:ietf:rfc:7807"
#: Where other sites ask how to show a page of this one, and get errors in the format of the answers.
_OEMBED: Final = "/oembed"
#: Header by which scripts of any site may read an answer.
ANYWHERE: Final = {"Access-Control-Allow-Origin": "*"}

#: Seconds after which another try may do, by what ails the database.
_AGAIN: Final = {Trouble.BUSY: 5, Trouble.GONE: 30, Trouble.FULL: 300, Trouble.READ_ONLY: 300}

_REASONS: Final = {
    UnknownParameterError: "unknown",
    BackwardsError: "backwards",
    TooManyError: "many",
    TooBroadError: "broad",
}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong; the other fields are for a bad parameter, but ``detail`` and, where the database
    does not answer, ``reason`` (a ``Trouble``).

    ``reason`` is ``value``, ``unknown`` (no such parameter), ``many`` (repeated too often), ``broad`` (too
    much to compare by letters) or ``backwards`` (a window that ends before it begins). ``typed`` are the
    pairs to mend, ``kept`` all others.
    """

    status: int
    detail: str | None = None
    field: str | None = None
    value: str | None = None
    allowed: tuple[str, ...] = ()
    reason: str = "value"
    typed: Pairs = ()
    kept: Pairs = ()


def install(app: FastAPI) -> None:
    """Answer every error of ``app`` through this module."""

    @app.exception_handler(QueryError)
    def bad_parameter(request: Request, error: QueryError) -> Response:
        return answer(request, _misunderstood(request, error))

    @app.exception_handler(NotFoundError)
    def not_found(request: Request, error: NotFoundError) -> Response:
        return answer(request, Problem(404, str(error)))

    @app.exception_handler(RequestValidationError)
    def not_valid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0] if error.errors() else {"loc": ("",), "msg": ""}
        field, form = str(first["loc"][-1]), str(first["msg"])
        return answer(request, Problem(422, f"{field}: {form}", field, None, (form,)))

    @app.exception_handler(HTTPException)
    def http_error(request: Request, error: HTTPException) -> Response:
        told = answer(request, Problem(error.status_code))
        told.headers.update(error.headers or {})  # which methods there are
        return told

    @app.exception_handler(SQLAlchemyError)
    def unanswered(request: Request, error: SQLAlchemyError) -> Response:
        reason = trouble(error)
        if reason is None:
            raise error
        metrics.note_trouble(reason)
        cause = str(getattr(error, "orig", None) or error).partition("\n")[0]
        _log.error("%s %s: %s", request.method, request.url.path, cause, extra={"reason": str(reason)})
        told = answer(request, Problem(503, reason=reason))
        if reason in _AGAIN:
            told.headers["Retry-After"] = str(_AGAIN[reason])
        return told

    @app.exception_handler(Exception)
    def broken(request: Request, error: Exception) -> Response:
        _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
        told = answer(request, Problem(500))
        told.headers.update({**HEADERS, HEADER: request_id.get()})  # made outside of all middleware
        return told


def _misunderstood(request: Request, error: QueryError) -> Problem:
    """The problem, with what was typed parted from the rest of the address."""
    backwards = isinstance(error, BackwardsError)
    left_out = isinstance(error, UnknownParameterError | TooManyError | TooBroadError)
    bad = {"from", "to"} if backwards else {error.field}
    given = tuple(request.query_params.multi_items())
    return Problem(
        422,
        str(error),
        error.field,
        error.value,
        error.allowed,
        reason=_reason(error),
        typed=tuple(pair for pair in given if pair[0] in bad and not left_out)[:4],
        kept=tuple(pair for pair in given if pair[0] not in bad and pair[1]),
    )


def _reason(error: QueryError) -> str:
    return _REASONS.get(type(error), "value")


def answer(request: Request, problem: Problem) -> Response:
    asked_from_anywhere = ANYWHERE if request.url.path == _OEMBED else None
    if asked_from_anywhere and request.query_params.get("format") == "xml":
        return Response(_as_xml(problem), problem.status, asked_from_anywhere, XML_TYPE)
    if wants_json(request):
        return JSONResponse(_as_json(problem), problem.status, asked_from_anywhere, MEDIA_TYPE)
    page = Page(request, language(_language_of(request)))
    return page.render(
        "error.html",
        status=problem.status,
        problem=problem,
        without=request.url.path + query_string(problem.kept),
        number=request_id.get(),
    )


def wants_json(request: Request) -> bool:
    """True for addresses of data, and for clients that accept JSON but not HTML."""
    path = request.url.path
    accept = request.headers.get("Accept", "")
    is_data = path.startswith("/api/") or path == _OEMBED or path.endswith(".json")
    return is_data or ("json" in accept and "html" not in accept)


def _language_of(request: Request) -> str:
    first = request.url.path.lstrip("/").partition("/")[0]
    return first if first in CODES else preferred(request.headers.get("Accept-Language", ""))


def _as_json(problem: Problem) -> dict[str, object]:
    body: dict[str, object] = {"status": problem.status, "title": HTTPStatus(problem.status).phrase}
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        body["reason"] = problem.reason
    if problem.detail is not None:
        body["detail"] = problem.detail
    if problem.field is not None:
        body |= {"field": problem.field, "value": problem.value, "allowed": list(problem.allowed)}
    return body


def _as_xml(problem: Problem) -> bytes:
    """The same members; those of a list are called ``i``."""
    root = etree.Element("problem", nsmap={None: _NAMESPACE})
    for name, value in _as_json(problem).items():
        if isinstance(value, list):
            holder = child(root, name)
            for each in value:
                child(holder, "i", str(each))
        elif value is not None:
            child(root, name, str(value))
    return document(root)
