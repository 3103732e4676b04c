"""Rejects, before anything is read, what no reader sends: endless addresses, bodies, null bytes."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from app.web import problems
from app.web.problems import Problem

#: Bytes of path and query; browsers and proxies begin to fail beyond it.
ADDRESS: Final = 8_192
#: Bytes of a body; nothing here takes one.
BODY: Final = 65_536


class Limits:
    """ASGI middleware that answers 400, 413 or 414 to what is too much or never meant."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = _refused(scope) if scope["type"] == "http" else None
        if status is None:
            await self.app(scope, receive, send)
        else:
            answer = problems.answer(Request(scope), Problem(status))
            answer.headers["Connection"] = "close"  # what is left of the request is not read
            await answer(scope, receive, send)


def _refused(scope: Scope) -> int | None:
    query: bytes = scope["query_string"]
    if len(scope.get("raw_path") or scope["path"].encode()) + len(query) > ADDRESS:
        return 414
    if b"%00" in query or b"\0" in query or "\0" in scope["path"]:
        return 400  # text of a database has none
    headers = Headers(scope=scope)
    length = headers.get("content-length", "0")
    if "transfer-encoding" in headers or not length.isdigit() or int(length[:20]) > BODY:
        return 413
    return None
