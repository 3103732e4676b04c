"""A worker renders one page after another, in the order of requests; a long one does not hold up the rest.

Threads of one interpreter take turns anyway: eight pages rendered at once each take more than eight times
as long, and a third more processor time. A page that has run for ``PATIENCE`` continues beside the next, as
does a download once it begins to be sent.
"""

from __future__ import annotations

import asyncio
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Seconds after which a page loses its turn and is made beside others; nine in ten take less.
PATIENCE: Final = 0.15


class Turns:
    """ASGI middleware, inside whatever answers without making a page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._free = asyncio.Semaphore(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(("/static/", "/health", "/metrics")):
            await self.app(scope, receive, send)
            return
        await self._free.acquire()
        turn = _Turn(self._free)

        async def until_sent(message: Message) -> None:
            turn.end()
            await send(message)

        try:
            await self.app(scope, receive, until_sent)
        finally:
            turn.end()


class _Turn:
    """Ends once, however often it is told to, and by itself when it has taken too long."""

    __slots__ = ("_clock", "_free")

    def __init__(self, free: asyncio.Semaphore) -> None:
        self._free: asyncio.Semaphore | None = free
        self._clock = asyncio.get_running_loop().call_later(PATIENCE, self.end)

    def end(self) -> None:
        self._clock.cancel()
        free, self._free = self._free, None
        if free is not None:
            free.release()
