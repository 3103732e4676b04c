"""Identifies the engine by a hash: the same hash and the same text give the same records."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import app
from app.domain.text import Document, RawArticle
from app.languages.ar.analyser import chosen

#: Packages of the project that decide what is found, their rules in Python and in tables.
_OWN: Final = ("domain", "knowledge", "languages", "ingest")
_RULES: Final = frozenset({".py", ".toml", ".tsv", ".csv", ".db"})
#: Packages of others that they ask.
_OTHERS: Final = ("camel-tools", "hijridate", "simplemma")


def engine_version() -> str:
    """A hash of every rule and table there is and of the analyser in use: nobody need raise a number."""
    choice = chosen()
    whole = f"{choice.name} {choice.path.stat().st_size} {_rules()}"
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def _rules() -> str:
    found = hashlib.sha256()
    for name in _OTHERS:
        found.update(f"{name} {version(name)}".encode())
    top = Path(app.__file__).parent
    for path in sorted(path for name in _OWN for path in (top / name).rglob("*") if path.suffix in _RULES):
        found.update(path.relative_to(top).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def input_print(given: RawArticle | Document, overrides: str = "") -> str:
    """A hash of all that a reading depends on: text, name, what is known beside it, the engine, and
    (a hash of) what people set right in it."""
    whole = (given.name, given.sha256, given.meta, engine_version(), overrides)
    return hashlib.sha256(repr(whole).encode()).hexdigest()
