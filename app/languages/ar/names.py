"""Words that decide what is a name: ``names.toml`` and ``given_names.tsv``, folded."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from app.languages.ar.normalise import fold


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lists of ``names.toml``, each explained there, as sets of folded words."""

    ordinary: frozenset[str]
    media_cues: frozenset[str]
    authorities: frozenset[str]
    visits: frozenset[str]
    assaults: frozenset[str]
    parts: frozenset[str]
    pages: frozenset[str]
    buildings: frozenset[str]
    houses: frozenset[str]
    posts: frozenset[str]
    loyal: frozenset[str]
    nicknames: frozenset[str]
    not_part: frozenset[str]
    homeland: frozenset[str]
    place_cues: frozenset[str]
    scene_nouns: frozenset[str]
    topics: frozenset[str]
    borders: frozenset[str]
    controls: frozenset[str]
    past_states: frozenset[str]
    motion: frozenset[str]
    leaving: frozenset[str]
    name_particles: frozenset[str]
    never_name: frozenset[str]
    not_person_after: frozenset[str]
    apposition: frozenset[str]
    takes_bi: frozenset[str]
    takes_min: frozenset[str]
    given_words: frozenset[str]
    doubtful_names: frozenset[str]
    name_ends: frozenset[str]


@lru_cache(maxsize=1)
def load_names() -> NameWords:
    """Raises TypeError when a list is missing or unknown."""
    raw = tomllib.loads(files("app.languages.ar").joinpath("names.toml").read_text("utf-8"))
    return NameWords(**{key: frozenset(map(fold, words)) for key, words in raw.items()})


@dataclass(frozen=True, slots=True)
class GivenName:
    name_en: str
    gender: str


@lru_cache(maxsize=1)
def given_names() -> Mapping[str, GivenName]:
    """Given names of the Arab world and, in Arabic letters, of others, by folded form."""
    text = files("app.languages.ar").joinpath("given_names.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", strict=True)
    found: dict[str, GivenName] = {}
    for row in rows:
        found.setdefault(fold(row["name_ar"]), GivenName(row["name_en"], row["gender"]))
    return found


@lru_cache(maxsize=1)
def foreign_names() -> Mapping[str, str]:
    """The usual spelling of names of others in Arabic letters, by folded form; only for writing them back."""
    text = files("app.languages.ar").joinpath("foreign_names.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", strict=True)
    return {fold(row["name_ar"]): row["name_en"] for row in rows}


@lru_cache(maxsize=1)
def family_names() -> Mapping[str, str]:
    """The usual English spelling of family names and their elements, by folded form."""
    text = files("app.languages.ar").joinpath("family_names.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", strict=True)
    return {fold(row["name_ar"]): row["name_en"] for row in rows}
