"""Prepositions as separate words, attached to a word, and with a pronoun."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.ingest.speech.page import Page
from app.languages.ar.normalise import fold

_ATTACHED = ("بال", "لل", "وبال", "ولل")
#: «فيه», «منها», «له», «خلاله»
_WITH_PRONOUN = re.compile(
    r"[وف]?(?:في|من|عن|علي|الي|ل|ب|مع|لدي|بين|خلال|بعد|قبل|حول|ضد)(?:ه|ها|هم|هما|هن|نا|ي)"
)


#: What a phrase for a speaker begins with, by the lists of ``speech.toml``.
_HEADS = ("person_heads", "institution_heads", "source_heads", "document_heads", "medium_heads")


def without_to(word: str, lists: Mapping[str, frozenset[str]]) -> str:
    """A folded word without the ل of «وفقا لـ», «تصريح لـ»: «للوزيره», «لرئيس»."""
    if word.startswith("لل") and len(word) > 4:
        return "ال" + word[2:]
    bare = word.removeprefix("ل")
    return bare if any(bare in lists[name] for name in _HEADS) else word


def nominative(words: list[str], lists: Mapping[str, frozenset[str]]) -> str:
    """«إن مسؤولا إيرانيا»: the name of a source without the endings of the accusative."""
    first = words[0] if words else ""
    cut = len(fold(first)) - len(without_to(fold(first), lists))
    if first.startswith("لل") and len(first) > 4:
        return " ".join(["ال" + first[2:], *words[1:]])  # «بيان للمتحدث باسم الجيش»
    if cut:
        return " ".join([first[1:], *words[1:]])  # «وفقا لرئيس البلدية»
    dual = fold(first) in lists["several"]  # «وزيرا خارجية فرنسا وألمانيا»
    if first.endswith("ا") and not dual and fold(first[:-1]) in lists["source_heads"]:
        words = [first[:-1], *(w[:-1] if w.endswith("يا") else w for w in words[1:])]
    return " ".join(words)


def governs(page: Page, i: int) -> bool:
    """Whether the word is a preposition or has one attached."""
    word = page.fold(i)
    return (
        page.within(i, "prepositions")
        or word in ("ل", "ب")
        or word.startswith(_ATTACHED)
        or attached(page, i)
    )


def has_pronoun(page: Page, i: int) -> bool:
    word = page.fold(i)
    return _WITH_PRONOUN.fullmatch(word) is not None and word != "ولي"  # «ولي العهد»


def attached(page: Page, i: int) -> bool:
    """«لوكالات», «لصحيفة», «بشكل»: a one-letter preposition on a word of our lists."""
    word, lists = page.fold(i), page.speech.lists
    heads = [lists[name] for name in ("source_heads", "person_heads", "audiences")]
    if (
        len(word) < 4
        or word[0] not in "لب"
        or any(word in names for names in (*heads, lists["document_heads"]))
    ):
        return False
    rest = word[1:]
    if word[0] == "ب":
        return rest in lists["manner"] or any("ب" in r.prefixes for r in page.tokens[i].analyses)
    return any(rest in names for names in (*heads, lists["medium_heads"]))


def of_nation(page: Page, i: int) -> bool:
    """«منح الجائزة للعراقي فلان»: the name after it is governed with it."""
    return page.fold(i).startswith("لل") and page.fold(i).endswith(("ي", "يه"))


def addressed(page: Page, i: int) -> bool:
    """«لوكالات الأنباء», «لرويترز»: the one spoken to, who ends the words for the speaker."""
    pin = page.mentions.get(i)
    if pin is not None and page.media(pin) and "ل" in pin.prefix:
        return True
    if page.fold(i) in page.speech.lists["to_the_press"]:
        return True
    body = page.fold(i)[1:] in page.speech.lists["bodies_owning"]
    return page.fold(i)[:1] == "ل" and attached(page, i) and not body
