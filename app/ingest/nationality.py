"""Adjectives of nationality (روسي، الإسرائيلية، الأميركيين) and the countries they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from app.ingest.naming.trie import forms
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold


class Nisba(NamedTuple):
    """An adjective of nationality: ISO code, gender m/f, number s/d/p, and whether it has the article."""

    code: str
    gender: str
    number: str
    definite: bool


_ENDINGS = (
    ("ي", "m", "s"),
    ("يه", "f", "s"),
    ("يان", "m", "d"),
    ("يين", "m", "p"),
    ("يون", "m", "p"),
    ("يتان", "f", "d"),
    ("يتين", "f", "d"),
    ("يات", "f", "p"),
    ("يا", "m", "s"),
)


@lru_cache(maxsize=4)
def nisba_table(knowledge: Knowledge) -> Mapping[str, Nisba]:
    """Every inflected one-word adjective, folded, with and without the article.

    An accusative that reads as the country's own name (سوريا, روسيا) is left to the name.
    """
    table: dict[str, Nisba] = {}
    lands = {fold(country.name_ar) for country in knowledge.countries.values()}
    for country in knowledge.countries.values():
        for name in country.nisba:
            stem = fold(name)
            if " " in stem:
                continue
            for word, gender, number in _inflect(stem):
                if word in lands:
                    continue
                table.setdefault(word, Nisba(country.code, gender, number, False))
                table.setdefault("ال" + word, Nisba(country.code, gender, number, True))
    return table


def _inflect(stem: str) -> list[tuple[str, str, str]]:
    if not stem.endswith("ي"):
        return [(stem, "m", "p")]
    return [(stem[:-1] + ending, gender, number) for ending, gender, number in _ENDINGS]


def nisba(word: str, knowledge: Knowledge) -> Nisba | None:
    """The adjective of nationality in a folded token, proclitics taken off; None if there is none."""
    table = nisba_table(knowledge)
    return next((table[form.word] for form in forms(word) if form.word in table), None)
