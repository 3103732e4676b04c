"""The grammar of titles, read from ``offices.toml``: ranks, portfolios, modifiers, honorifics."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from app.languages.ar.normalise import fold


@dataclass(frozen=True, slots=True)
class Rank:
    """A word for whoever holds an office. ``id`` is shared by words that mean the same."""

    id: str
    base: str
    en: str


@dataclass(frozen=True, slots=True)
class RankForm:
    """An inflected rank: gender m/f, number s/d/p; ``words`` is its length in tokens."""

    rank: Rank
    gender: str
    number: str
    definite: bool


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """All folded. ``ranks`` and ``portfolios`` are keyed by their tokens."""

    ranks: Mapping[tuple[str, ...], RankForm]
    portfolios: Mapping[tuple[str, ...], str]
    modifiers: frozenset[str]
    former: frozenset[str]
    honorifics: frozenset[str]
    honorific_modifiers: frozenset[str]
    honorific_groups: frozenset[str]
    joined: frozenset[str]
    united_nations: frozenset[str]
    hosts: frozenset[str]
    tails: frozenset[str]
    counterpart: Mapping[str, tuple[str, str]]
    english: Mapping[str, str]


@lru_cache(maxsize=1)
def load_offices() -> OfficeWords:
    """Raises KeyError for a missing table or key."""
    raw = tomllib.loads(files("app.languages.ar").joinpath("offices.toml").read_text("utf-8"))
    ranks: dict[tuple[str, ...], RankForm] = {}
    for row in raw["rank"]:
        rank = Rank(row["id"].rstrip("0123456789"), fold(row["m"]), row["en"])
        for word, gender, number in _inflect(fold(row["m"]), fold(row["f"]), fold(row["plural"])):
            first, *rest = word.split()
            ranks.setdefault(
                (first, *rest), RankForm(rank, gender, number, bool(rest) and rest[0].startswith("ال"))
            )
            if not (number == "d" and word.endswith(("ا", "ي"))):
                ranks.setdefault(("ال" + first, *rest), RankForm(rank, gender, number, True))
    portfolios: dict[tuple[str, ...], str] = {}
    for name, english in raw["portfolios"].items():
        words = tuple(fold(name).split())
        portfolios[words] = english
        portfolios[(words[0].removeprefix("ال"), *words[1:])] = english
        if len(words) == 1:
            portfolios |= {(owned,): english for owned in _owned(words[0].removeprefix("ال"))}
    return OfficeWords(
        ranks=ranks,
        portfolios=portfolios,
        modifiers=_folded(raw["modifiers"]["words"]),
        former=_folded(raw["modifiers"]["former"]),
        honorifics=_folded(raw["honorifics"]["words"]),
        honorific_modifiers=_folded(raw["honorifics"]["modifiers"]),
        united_nations=_folded(raw["united_nations"]["words"]),
        hosts=_folded(raw["hosts"]["words"]),
        honorific_groups=_folded(raw["honorifics"]["groups"]),
        joined=_folded(raw["joined"]["words"]),
        tails=_folded(raw["tails"]["words"]),
        counterpart={fold(w): (g, n) for w, (g, n) in raw["counterpart"].items()},
        english=raw["english"],
    )


def _inflect(masculine: str, feminine: str, plural: str) -> list[tuple[str, str, str]]:
    if not feminine:
        return [pair for pair in _inflect(masculine, masculine, plural) if pair[1] == "m"]
    head, _, rest = masculine.partition(" ")
    tail = f" {rest}" if rest else ""
    duals = [(head + ending + tail, "m", "d") for ending in ("ان", "ين", "ا", "ي")]
    plurals = [(plural, "m", "p")]
    if plural.endswith("و"):
        plurals += [(plural + "ن", "m", "p"), (plural[:-1] + "ين", "m", "p"), (plural[:-1] + "ي", "m", "p")]
    return [(masculine, "m", "s"), (feminine, "f", "s"), *duals, *plurals]


def _owned(word: str) -> list[str]:
    """With a pronoun: «خارجيتها», «دفاعه», «وزرائه»."""
    stems = [word[:-1] + "ت"] if word.endswith("ه") else [word]
    if word.endswith("اء"):
        stems += [word[:-1] + "ئ", word[:-1] + "ؤ"]
    return [stem + pronoun for stem in stems for pronoun in ("ه", "ها", "هم", "هما", "نا")]


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
