"""Which states an article is about, to choose among places that share a name (طرابلس, الزاوية)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from app.ingest.naming.trie import forms, words_of
from app.ingest.nationality import nisba_table
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold, fold_text


def article_lands(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """ISO codes of the states that a text names or uses the adjective of, the most frequent first."""
    return tuple(code for code, _ in _counted(text, knowledge).most_common())


def home_land(text: str, knowledge: Knowledge) -> str | None:
    """The one state that a text speaks of clearly more than of any other; None where there is none."""
    first, second = (*_counted(text, knowledge).most_common(2), *[("", 0)] * 2)[:2]
    return first[0] if first[1] >= max(_LEAST, _CLEARLY * second[1]) else None


#: How often at least, and how many times as often as the next one.
_LEAST, _CLEARLY = 2, 1.5


@lru_cache(maxsize=8)
def _counted(text: str, knowledge: Knowledge) -> Counter[str]:
    names, adjectives = _names(knowledge), nisba_table(knowledge)
    found: Counter[str] = Counter()
    for word in words_of(fold_text(text)):
        for form in forms(word):
            nisba = adjectives.get(form.word)
            code = names.get(form.word) or (nisba.code if nisba else None)
            if code:
                found[code] += 1
                break
    return found


@lru_cache(maxsize=4)
def _names(knowledge: Knowledge) -> Mapping[str, str]:
    """One-word names of states and of capitals; a word that two of them share tells nothing (طرابلس)."""
    found: dict[str, set[str]] = {}
    for country in knowledge.countries.values():
        for name in (country.name_ar, *country.aliases, *country.metonyms):
            if " " not in name:
                found.setdefault(fold(name), set()).update(knowledge.lands_named(name) | {country.code})
    return {word: min(codes) for word, codes in found.items() if len(codes) == 1}
