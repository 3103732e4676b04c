"""Kept answers take no more room than they are given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from starlette.types import Message, Receive, Scope, Send

from app.web.answers import Answers
from app.web.moments import Moments
from tests.support.loops import finished


def answers(made: list[str], megabytes: float = 0.011, body: bytes = b"x" * 3_000) -> Answers:
    """Over an application that takes down what it was asked."""

    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        made.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body, "more_body": scope["path"] == "/long"})
        if scope["path"] == "/long":
            await send({"type": "http.response.body", "body": body})

    return Answers(app, cast("Moments", SimpleNamespace(state=1, last=1)), megabytes)


def ask(asked: Answers, path: str) -> bytes:
    sent: list[Message] = []

    async def take(message: Message) -> None:
        sent.append(message)

    scope: dict[str, Any] = {
        "type": "http", "method": "GET", "path": path, "scheme": "http", "headers": [], "query_string": b"",
    }  # fmt: skip
    finished(asked(scope, cast("Receive", None), take))
    return b"".join(message.get("body", b"") for message in sent)


def test_the_longest_unasked_goes_first() -> None:
    made: list[str] = []
    asked = answers(made)
    for path in ("/a", "/b", "/a", "/c", "/a", "/b"):  # two find room
        assert ask(asked, path) == b"x" * 3_000
    assert made == ["/a", "/b", "/c", "/b"]


def test_what_comes_in_pieces_is_not_kept() -> None:
    made: list[str] = []
    asked = answers(made)
    for _ in range(2):
        assert len(ask(asked, "/long")) == 6_000
    assert made == ["/long", "/long"]


def test_what_is_larger_than_the_room_is_not_kept() -> None:
    made: list[str] = []
    asked = answers(made, 0.001)
    for _ in range(2):
        ask(asked, "/a")
    assert made == ["/a", "/a"]
