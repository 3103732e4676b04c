"""Pages are made one after the other, but a long one, and a download, let others go on."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest
from starlette.types import Message, Receive, Scope, Send

from app.web import turns
from app.web.turns import Turns
from tests.support.loops import finished


def told(paths: list[str], patience: float, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happens when these are asked for at once: the beginning and the end of each."""
    monkeypatch.setattr(turns, "PATIENCE", patience)
    happened: list[str] = []

    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        happened.append(f"+{scope['path']}")
        if scope["path"] == "/download":
            await send({"type": "http.response.start"})
        if scope["path"] == "/fails":
            raise ValueError
        await asyncio.sleep(0.05)
        happened.append(f"-{scope['path']}")

    async def nowhere(_message: Message) -> None: ...

    async def all_of_them() -> None:
        asked = Turns(app)
        scopes: list[dict[str, Any]] = [{"type": "http", "path": path} for path in paths]
        calls = [asked(scope, cast("Receive", None), nowhere) for scope in scopes]
        await asyncio.gather(*calls, return_exceptions=True)

    finished(all_of_them())
    return happened


def test_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(["/a", "/b"], 9, monkeypatch) == ["+/a", "-/a", "+/b", "-/b"]


@pytest.mark.parametrize(
    ("paths", "patience", "begun"),
    [
        (["/a", "/b"], 0.01, ["+/a", "+/b"]),
        (["/download", "/b"], 9, ["+/download", "+/b"]),
        (["/fails", "/b"], 9, ["+/fails", "+/b"]),
        (["/a", "/health"], 9, ["+/a", "+/health"]),
    ],
)
def test_others_need_not_wait(
    paths: list[str], patience: float, begun: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(paths, patience, monkeypatch)[:2] == begun
