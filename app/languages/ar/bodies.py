"""Nouns of bodies, read from ``bodies.toml`` and folded."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from app.domain.records import ActorKind
from app.languages.ar.normalise import fold


@dataclass(frozen=True, slots=True)
class BodyHead:
    """A noun that begins names; ``rule`` is strong, chain or quoted (see the file)."""

    kind: ActorKind
    en: str
    rule: str


@dataclass(frozen=True, slots=True)
class Description:
    """A definite noun for a body named before; its name begins with one of ``names`` if given.

    With ``same`` it must begin with the noun itself, the article taken off.
    """

    word: str
    gender: str
    kinds: frozenset[ActorKind]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class BodyWords:
    heads: Mapping[tuple[str, ...], tuple[BodyHead, ...]]
    definite: Mapping[str, ActorKind]
    formal: frozenset[str]
    passing: frozenset[str]
    doings: frozenset[str]
    common: frozenset[str]
    never: frozenset[str]
    name_words: frozenset[str]
    qualifiers: frozenset[str]
    broken_plurals: frozenset[str]
    tasked: Mapping[str, ActorKind]
    tasks: frozenset[str]
    staffs: frozenset[str]
    descriptions: Mapping[str, Description]


@lru_cache(maxsize=1)
def load_bodies() -> BodyWords:
    """Raises ValueError for an unknown kind or rule, KeyError for a missing table."""
    raw = tomllib.loads(files("app.languages.ar").joinpath("bodies.toml").read_text("utf-8"))
    heads: dict[tuple[str, ...], tuple[BodyHead, ...]] = {}
    for row in raw["head"]:
        if row["rule"] not in ("strong", "chain", "quoted"):
            raise ValueError(f"bodies.toml: unknown rule {row['rule']}")
        head = BodyHead(ActorKind(row["kind"]), row["en"], row["rule"])
        for word in row["words"]:
            key = tuple(fold(word).split())
            heads[key] = (*heads.get(key, ()), head)
    kinds = raw["definite"]["kinds"]
    words = raw["words"]
    return BodyWords(
        heads=heads,
        definite={fold(w): ActorKind(kinds.get(w, "organisation")) for w in raw["definite"]["words"]},
        formal=_folded(raw["definite"]["formal"]),
        passing=_folded(raw["definite"]["passing"]),
        doings=_folded(raw["common"]["doings"]),
        common=_folded(raw["common"]["words"]),
        never=_folded(raw["common"]["never"]),
        name_words=_folded(words["name"]),
        qualifiers=_folded(words["qualifiers"]),
        broken_plurals=_folded(words["broken_plurals"]),
        tasked={fold(w): ActorKind(kind) for w, kind in raw["tasked"]["heads"].items()},
        tasks=_folded(raw["tasked"]["tasks"]),
        staffs=_folded(raw["tasked"]["staffs"]),
        descriptions={
            fold(w): _description(fold(w), row) for row in raw["description"] for w in row["words"]
        },
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _description(word: str, row: dict[str, object]) -> Description:
    names = frozenset(fold(str(n)) for n in _list(row.get("names", [])))
    if row.get("same"):
        names &= {word.removeprefix("ال")}
    return Description(
        word, str(row["gender"]), frozenset(ActorKind(str(k)) for k in _list(row["kinds"])), names
    )


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
