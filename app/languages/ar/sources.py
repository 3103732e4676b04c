"""Nouns for unnamed sources, read from ``sources.toml`` and folded."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from app.languages.ar.normalise import fold


@dataclass(frozen=True, slots=True)
class SourceHead:
    """Gender m/f and number s/d/p of the noun; ``media`` for outlets in general."""

    gender: str
    number: str
    en: str
    media: bool
    speaking: bool


@dataclass(frozen=True, slots=True)
class Governed:
    """What an adjective says of a source by its preposition: «مقرب من», "close to"."""

    preposition: str
    en: str


@dataclass(frozen=True, slots=True)
class SourceWords:
    heads: Mapping[tuple[str, ...], SourceHead]
    adjectives: frozenset[str]
    prepositions: frozenset[str]
    closeness: Mapping[str, Governed]


@lru_cache(maxsize=1)
def load_sources() -> SourceWords:
    """Raises KeyError for a missing table."""
    raw = tomllib.loads(files("app.languages.ar").joinpath("sources.toml").read_text("utf-8"))
    media, speaking = (frozenset(map(fold, raw[name]["heads"])) for name in ("media", "speaking"))
    heads = {
        tuple(fold(name).split()): SourceHead(gender, number, en, fold(name) in media, fold(name) in speaking)
        for name, (gender, number, en) in raw["heads"].items()
    }
    return SourceWords(
        heads,
        frozenset(map(fold, raw["description"]["adjectives"])),
        frozenset(map(fold, raw["description"]["prepositions"])),
        {fold(word): Governed(fold(to), en) for word, (to, en) in raw["closeness"].items()},
    )
