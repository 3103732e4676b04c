"""Whole responses, cached as they were sent until the database changes (docs/decisions/0011)."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.moments import Moments

#: An answer longer than this is a download, made for one.
LONGEST: Final = 1_000_000
#: Who sends one of these asks for something of his own.
_OWN: Final = frozenset({b"if-none-match", b"origin", b"range", b"authorization"})
#: What an answer may depend on, beside the address.
_SEEN: Final = (b"host", b"hx-request", b"hx-history-restore-request")
#: What the router notes of the page that answered.
_NOTED: Final = ("route", "root_path", "path_params")

Key = tuple[Any, ...]


@dataclass(slots=True)
class _Answer:
    """``noted`` is what the router said of it, for whoever counts answers by page."""

    start: Message = field(default_factory=dict)
    body: bytes = b""
    noted: dict[str, Any] = field(default_factory=dict)
    whole: bool = False


class Answers:
    """ASGI middleware: what was answered with 200 is answered again while nobody commits anything."""

    def __init__(self, app: ASGIApp, moments: Moments, megabytes: float) -> None:
        self.app = app
        self._moments = moments
        self._room = int(megabytes * 1_000_000)
        self._kept: OrderedDict[Key, _Answer] = OrderedDict()
        self._size = 0
        self._state: int | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        key = _key(scope) if scope["type"] == "http" else None
        if key is None:
            await self.app(scope, receive, send)
            return
        state = await self._present()
        kept = self._find(state, key)
        if kept is None:
            kept = _Answer()
            await self.app(scope, receive, _noting(kept, send))
            kept.noted = {name: scope[name] for name in _NOTED if name in scope}
            if kept.whole and state is not None:
                self._keep(state, key, kept)
            return
        scope.update(kept.noted)
        await send({**kept.start, "headers": list(kept.start["headers"])})
        await send({"type": "http.response.body", "body": kept.body})

    async def _present(self) -> int | None:
        """The state that readers look at now; None where the database does not tell."""
        state = self._moments.state
        if state is None:
            try:
                state = (await run_in_threadpool(self._moments.renewed)).state
            except SQLAlchemyError:
                return None  # the page will say so
        return state

    def _find(self, state: int | None, key: Key) -> _Answer | None:
        if state != self._state:
            return None
        if found := self._kept.get(key):
            self._kept.move_to_end(key)
        return found

    def _keep(self, state: int, key: Key, answer: _Answer) -> None:
        """Not what was made while the state changed."""
        if state != self._moments.last:
            return
        if state != self._state:
            self._kept.clear()
            self._size, self._state = 0, state
        if key not in self._kept:
            self._size += _weight(key, answer)
        self._kept[key] = answer
        while self._size > self._room:
            gone, old = self._kept.popitem(last=False)
            self._size -= _weight(gone, old)


def _key(scope: Scope) -> Key | None:
    """What an answer is kept under; None where none may be."""
    if scope["method"] != "GET" or scope["path"].startswith(("/static/", "/health", "/metrics")):
        return None
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    if any(name in _OWN for name, _ in headers):
        return None
    seen = tuple(pair for pair in headers if pair[0] in _SEEN)
    packed = any(name == b"accept-encoding" and b"gzip" in value for name, value in headers)
    return scope["scheme"], scope["path"], scope.get("raw_path"), scope["query_string"], seen, packed


def _noting(kept: _Answer, send: Send) -> Send:
    """Hands an answer on, and takes it down where it is one piece and all is well."""

    async def noting(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept.start = {**message, "headers": list(message["headers"])}
        elif message["type"] == "http.response.body" and not kept.body and not message.get("more_body"):
            kept.body = message.get("body", b"")
            kept.whole = kept.start.get("status") == 200 and len(kept.body) <= LONGEST
        else:
            kept.whole, kept.body = False, b"-"
        await send(message)

    return noting


def _weight(key: Key, answer: _Answer) -> int:
    """Bytes, with some for what stands around them."""
    return len(answer.body) + len(key[1]) + len(key[3]) + 2_000
