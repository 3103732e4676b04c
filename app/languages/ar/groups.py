"""Nouns and adjectives of unnamed groups, read from ``groups.toml`` and folded."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from app.domain.records import ActorKind
from app.languages.ar.normalise import fold

#: Cases and the construct of the sound masculine plural.
_PLURALS = ("ون", "ين", "و", "ي")
_ENDINGS = ("يه", "يون", "يين", "يات", "يو", "ه", "ون", "ين", "ات", "ي", "و")


@dataclass(frozen=True, slots=True)
class GroupHead:
    """A noun that heads the description of a group; ``men`` is True for plurals of people."""

    en: str
    kind: ActorKind
    family: str
    alone: bool
    men: bool


@dataclass(frozen=True, slots=True)
class Attribute:
    """An adjective: its English, and whether that stands before a nationality; None for one itself.

    ``vague`` ones do not say by themselves which group is meant.
    """

    en: str
    quality: bool | None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The lists of ``groups.toml``; adjectives by their masculine singular, all words without article."""

    heads: Mapping[str, GroupHead]
    attributes: Mapping[str, Attribute]
    phrases: Mapping[tuple[str, ...], Attribute]
    broken: Mapping[str, str]
    owners: Mapping[str, str]
    spoken_of: frozenset[str]
    counts: frozenset[str]
    party: frozenset[str]
    aside: frozenset[str]
    former: frozenset[str]
    regions: frozenset[str]
    republics: frozenset[str]
    numbers: frozenset[str]

    def attribute(self, word: str) -> Attribute | None:
        """What a folded adjective without its article says, in any number and gender."""
        bare = word.removesuffix("ا")  # «مقاتلين أكرادا»
        for stem in (self.broken.get(word, word), self.broken.get(bare, bare), *_stems(word)):
            if stem in self.attributes:
                return self.attributes[stem]
        return None


def _stems(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield stem + ("ي" if ending.startswith("ي") and ending not in ("ين", "ي") else "")
            yield stem


@lru_cache(maxsize=1)
def load_groups() -> GroupWords:
    """Raises ValueError for an unknown kind, KeyError for a missing list."""
    raw = tomllib.loads(files("app.languages.ar").joinpath("groups.toml").read_text("utf-8"))
    vague = raw["vague"]["words"]
    attributes = {fold(w): Attribute(en, True, w in vague) for w, en in raw["qualities"].items()}
    attributes |= {fold(w): Attribute(en, False, w in vague) for w, en in raw["sorts"].items()}
    lists = ("spoken_of", "counts", "party", "aside", "former", "regions", "republics", "numbers")
    return GroupWords(
        {word: head for row in raw["head"] for word, head in _heads(row)},
        attributes,
        {tuple(fold(w).split()): Attribute(en, True) for w, en in raw["phrases"].items()},
        {fold(word): fold(stem) for word, stem in raw["broken"].items()},
        {fold(word): en for word, en in raw["owners"].items()},
        *(frozenset(map(fold, raw["words"][name])) for name in lists),
    )


def _heads(row: dict[str, Any]) -> Iterator[tuple[str, GroupHead]]:
    kind, family, alone = ActorKind(row["kind"]), row["family"], row.get("alone", False)
    for en, words in row.get("words", {}).items():
        for word in words:
            yield fold(word), GroupHead(en, kind, family, alone, family in _OF_MEN)
    for en, singulars in row.get("men", {}).items():
        for singular in singulars:
            stem = fold(singular)
            stem = stem.removesuffix("ي") if stem in _DEFECTIVE else stem
            for ending in _PLURALS:
                yield stem + ending, GroupHead(en, kind, family, alone, men=True)


#: Families whose broken plurals are of people.
_OF_MEN = ("armed", "street", "people", "supporters")
#: «انفصالي» keeps its ي before the plural, these lose it.
_DEFECTIVE = frozenset({"محامي"})
