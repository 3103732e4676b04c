"""Whom a source is close to: «مصادر مقربة من الرئاسة», «مسؤول مطلع على سير المفاوضات»."""

from __future__ import annotations

from typing import NamedTuple

from app.ingest.naming.english import adjective_of, english_of, singular
from app.ingest.naming.page import Page
from app.ingest.naming.tables import actor_of
from app.languages.ar.english import load_english
from app.languages.ar.lexicon import is_word
from app.languages.ar.sources import load_sources

#: «سير عمل لجنة الصياغة»: nouns before the one that makes the phrase definite.
_HEADS = 3


class Closeness(NamedTuple):
    """``adjective`` is the token that governs the phrase up to ``end``."""

    adjective: int
    end: int
    english: str


def closeness(page: Page, at: int, stop: int) -> Closeness | None:
    """What follows the adjective just before token ``at``: its preposition and a definite phrase."""
    word = page.fold(at - 1).removeprefix("ال")
    forms = (word, word.removesuffix("ه"), singular(word))
    governed = next((c for form in forms if (c := load_sources().closeness.get(form))), None)
    if governed is None or at + 1 >= stop or page.fold(at) != governed.preposition:
        return None
    end = _definite_phrase(page, at + 1, stop)
    return Closeness(at - 1, end, _english(governed.en, page, at + 1, end)) if end else None


def _english(relation: str, page: Page, at: int, end: int) -> str:
    """Empty where no table has the English of a word."""
    for start in range(at, end):
        hit = page.name_at(start, end)
        if hit and hit.end == end and (actor := actor_of(hit.value[0], hit.code, page.knowledge)):
            return f"{relation} {actor.name_en}"
    known = all(
        adjective_of(word, page.knowledge) or _is_noun(word) for word in map(page.fold, range(at, end))
    )
    words = english_of(page.span(at, end, None).text, page.knowledge, title=False)
    return f"{relation} the {words}" if known else ""


def _is_noun(word: str) -> bool:
    nouns = load_english().nouns
    return word in nouns or word.removeprefix("ال") in nouns


def _definite_phrase(page: Page, at: int, stop: int) -> int | None:
    """The end of «سير المفاوضات النووية» or of a name; None where nothing makes it definite."""
    for start in range(at, min(at + _HEADS, stop)):
        hit = page.name_at(start, stop)
        if hit and not hit.form.cut:
            return _adjectives(page, hit.end, stop)
        word = page.fold(start)
        if word.startswith("ال"):
            end = _adjectives(page, start + 1, stop)
            named = page.name_at(end, stop) if end < stop and page.same_sentence(end - 1, end) else None
            return named.end if named and not named.form.prefix else end
        if not is_word(word):
            return None
    return None


def _adjectives(page: Page, at: int, stop: int) -> int:
    while at < stop and page.same_sentence(at - 1, at) and page.fold(at).startswith("ال"):
        if page.tokens[at].verb() is not None or page.name_at(at, stop):
            break
        at += 1
    return at
