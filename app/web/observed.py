"""Gives every request an id, counts and times it, and logs a line for it.

The id comes from the proxy in front (``X-Request-ID``) or is generated here; it appears in the response, in
every line logged meanwhile, and on error pages.
"""

from __future__ import annotations

import logging
import re
from contextvars import ContextVar
from time import perf_counter
from typing import Final
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web import metrics

HEADER: Final = "X-Request-ID"

#: The number of the request that is being answered; empty outside of one.
request_id: ContextVar[str] = ContextVar("request_id", default="")

_FORM: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
_log = logging.getLogger("tasalsul.requests")


class Observed:
    """ASGI middleware, the outermost: whatever the others answer is counted too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        number = given if _FORM.fullmatch(given) else uuid4().hex
        began, status = perf_counter(), 500

        async def numbered(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = number
            await send(message)

        request_id.set(number)  # each request has a context of its own
        try:
            await self.app(scope, receive, numbered)
        finally:
            seconds = perf_counter() - began
            metrics.note(scope["method"], page_of(scope), status, seconds)
            told = {"status": status, "milliseconds": round(1000 * seconds, 1)}
            _log.info("%s %s", scope["method"], scope["path"], extra=told)


def page_of(scope: Scope) -> str:
    """The pattern of the address (``/{lang}/events/{id}``): few, however many addresses there are."""
    route = scope.get("route")
    path = getattr(route, "path", None)
    return "none" if path is None else scope.get("root_path", "") + str(path)
