from __future__ import annotations

import asyncio

from starlette.responses import PlainTextResponse
from starlette.types import Message

from app.web.security import HEADERS, SecurityHeaders


def test_headers_are_added_but_never_replaced() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    own = PlainTextResponse("x", headers={"Referrer-Policy": "no-referrer"})
    asyncio.run(SecurityHeaders(own)({"type": "http"}, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert headers["referrer-policy"] == "no-referrer"
    assert {name.lower() for name in HEADERS} <= headers.keys()
