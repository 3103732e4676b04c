from __future__ import annotations

import io

import pytest

from app.errors import InputError
from app.ingest.read import Found
from app.progress import watched
from tests.support.articles import article


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_is_watched_is_not_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    found: list[Found] = [article("a"), InputError("b", "empty")]
    assert list(watched(found)) == found
    assert "reading" in terminal.getvalue()


def test_nothing_is_drawn_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    found: list[Found] = [article("a")]
    assert list(watched(found)) == found
    assert capsys.readouterr().err == ""
