"""The command run by a test in its own process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import cli
from app.settings import SEEDS

SEED = next(SEEDS.glob("*.txt"))


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> Run:
    """Runs ``tasalsul`` on a database in ``folder``."""
    monkeypatch.setenv("TASALSUL_DATABASE_URL", str(folder / "own.sqlite3"))

    monkeypatch.setattr(cli, "give_way", lambda _: None)  # or the tests themselves would

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["tasalsul", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        return Ran(int(ended.value.code or 0), out, err)

    return run
