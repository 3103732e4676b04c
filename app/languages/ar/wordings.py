"""How headlines word an act beyond its label, and what is refused or stopped: ``wordings.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

from app.languages.ar.normalise import fold

_MATCHING = ("ids", "told", "not")


@dataclass(frozen=True, slots=True)
class Wording:
    """A noun for an act with the ways its parties join it; each field is explained in ``wordings.toml``."""

    ar: str
    en: str
    nisba: str = ""
    to: str = ""
    to_en: str = ""
    verb: str = ""
    verb_en: str = ""
    alone_en: str = ""
    patient: bool = False
    link: str = "لـ"
    agent: str = "من جانب"
    agent_en: str = "by"
    between: bool = False
    victim: bool = False
    at: str = "في"
    at_en: str = ""
    owned: str = ""
    owned_en: str = ""
    ranks: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """Which fields of a wording change for which triggers and words; stems are folded."""

    ids: frozenset[str]
    told: tuple[str, ...]
    never: tuple[str, ...]
    changes: Mapping[str, Any]

    def fits(self, told: str) -> bool:
        return (not self.told or any(s in told for s in self.told)) and not any(s in told for s in self.never)


@dataclass(frozen=True, slots=True)
class EnglishNames:
    """Lower-case last words of names: which ask for the article, take a plural verb, or stand after "at"."""

    countries: frozenset[str]
    the: frozenset[str]
    several: frozenset[str]
    single: frozenset[str]
    places: frozenset[str]
    at: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wordings:
    """``masdars``: (infinitive, noun) by folded verbal noun; ``objects``: the English of what it governs."""

    rules: Sequence[Rule]
    feminine: frozenset[str]
    unisex: frozenset[str]
    planned: str
    possible: str
    counting: frozenset[str]
    masdars: Mapping[str, tuple[str, str]]
    objects: Mapping[str, str]
    english: EnglishNames
    short: Mapping[str, str]

    def changes(self, trigger: str, type_: str, told: str) -> Mapping[str, Any]:
        """Of the first rule that names the trigger, else of the first that names its type."""
        for name in (trigger, type_):
            for rule in self.rules:
                if name in rule.ids and rule.fits(told):
                    return rule.changes
        return {}


@lru_cache(maxsize=1)
def load_wordings() -> Wordings:
    """Raises ValueError for a field that no wording has, KeyError for a missing list."""
    raw = tomllib.loads(files("app.languages.ar").joinpath("wordings.toml").read_text("utf-8"))
    words = raw["words"]
    return Wordings(
        tuple(_rule(entry) for entry in raw["wording"]),
        frozenset(words["feminine"].split()),
        frozenset(words["unisex"].split()),
        words["planned"],
        words["possible"],
        frozenset(words["counting"].split()),
        {fold(word): _pair(en) for word, en in raw["masdars"].items()},
        {fold(word): en for word, en in raw["objects"].items()},
        _english(raw["english"]),
        raw["short"],
    )


def _english(lists: Mapping[str, str]) -> EnglishNames:
    countries = frozenset(name.strip() for name in lists["countries"].split("|"))
    rest = {key: frozenset(words.split()) for key, words in lists.items() if key != "countries"}
    return EnglishNames(countries=countries, **rest)


def _rule(entry: Mapping[str, Any]) -> Rule:
    changes = {key: value for key, value in entry.items() if key not in _MATCHING}
    unknown = set(changes) - {field.name for field in fields(Wording)}
    if unknown:
        raise ValueError(f"wordings.toml: {entry['ids']}: {sorted(unknown)} not known")
    told, never = (tuple(s.replace("_", " ") for s in entry.get(key, ())) for key in ("told", "not"))
    return Rule(frozenset(entry["ids"]), told, never, changes)


def _pair(text: str) -> tuple[str, str]:
    infinitive, _, noun = text.partition("|")
    return infinitive, noun
