"""English of the words that names of bodies and descriptions are made of: ``english.toml``, folded."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from app.languages.ar.normalise import fold


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """Nouns and adjectives without their article, prepositions, and heads that take "of"."""

    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    prepositions: Mapping[str, str]
    prefixes: Mapping[str, str]
    of_heads: frozenset[str]


@lru_cache(maxsize=1)
def load_english() -> EnglishWords:
    """Raises KeyError when a table is missing."""
    raw = tomllib.loads(files("app.languages.ar").joinpath("english.toml").read_text("utf-8"))
    return EnglishWords(
        _folded(raw["nouns"]),
        _folded(raw["adjectives"]),
        _folded(raw["prepositions"]),
        dict(raw["prefixes"]),
        frozenset(map(fold, raw["of"]["heads"])),
    )


def _folded(table: Mapping[str, str]) -> Mapping[str, str]:
    return {fold(word): english for word, english in table.items()}
