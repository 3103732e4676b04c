"""Words around an expression of time: names that look like dates, things counted, tense."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.languages.ar.normalise import fold

_PARTICLES = ("", "و", "ف", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class TimeCues:
    """Sets of folded words; ``not_future`` holds beginnings of words. See the table for what each means."""

    eponyms: frozenset[str]
    weekday_names: frozenset[str]
    name_after: frozenset[str]
    today_names: frozenset[str]
    today_after: frozenset[str]
    general_before: frozenset[str]
    year_events: frozenset[str]
    numbered: frozenset[str]
    moving: frozenset[str]
    counted: frozenset[str]
    aside: frozenset[str]
    spent: frozenset[str]
    after_adverb: frozenset[str]
    ahead: frozenset[str]
    back: frozenset[str]
    in_the_day: frozenset[str]
    planning: frozenset[str]
    not_future: tuple[str, ...]


@lru_cache(maxsize=1)
def time_cues() -> TimeCues:
    """Read the table; raises TypeError for a missing or an unknown list."""
    table = tomllib.loads(Path(__file__).with_name("time_cues.toml").read_text(encoding="utf-8"))
    led: dict[str, Any] = {name: _led(words) for name, words in table["with_particles"].items()}
    plain: dict[str, Any] = {
        name: frozenset(fold(w) for w in words.split()) for name, words in table["plain"].items()
    }
    plain["back"] |= frozenset(_past_forms())
    stems: dict[str, Any] = {
        name: tuple(fold(w) for w in words.split()) for name, words in table["stems"].items()
    }
    return TimeCues(**led, **plain, **stems)


def _past_forms() -> Iterator[str]:
    """Past tenses of the verb table; those of three letters are left out, for most are nouns as well."""
    with Path(__file__).with_name("verbs.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield fold(row["past_f"])
            if len(row["lemma"]) > 3:
                yield from (fold(row["lemma"]), fold(row["lemma"]) + "وا", fold(row["lemma"]) + "ا")


def _led(words: str) -> frozenset[str]:
    base = [fold(w) for w in words.split()]
    fused = {"لل" + w[2:] for w in base if w.startswith("ال")}
    return frozenset(p + w for w in base for p in _PARTICLES) | fused
