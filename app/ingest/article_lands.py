"""Which states an article speaks of, to choose among places that share a name (طرابلس, الزاوية)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from app.ingest.mentions_trie import forms, words_of
from app.ingest.nationality import nisba_table
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold, fold_text


@lru_cache(maxsize=8)
def article_lands(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """ISO codes of the states that a text names or uses the adjective of, the most frequent first."""
    names, adjectives = _names(knowledge), nisba_table(knowledge)
    found: Counter[str] = Counter()
    for word in words_of(fold_text(text)):
        for form in forms(word):
            nisba = adjectives.get(form.word)
            code = names.get(form.word) or (nisba.code if nisba else None)
            if code:
                found[code] += 1
                break
    return tuple(code for code, _ in found.most_common())


@lru_cache(maxsize=4)
def _names(knowledge: Knowledge) -> Mapping[str, str]:
    """One-word names of states; a word that two of them share tells nothing."""
    found: dict[str, set[str]] = {}
    for country in knowledge.countries.values():
        for name in (country.name_ar, *country.aliases):
            if " " not in name:
                found.setdefault(fold(name), set()).add(country.code)
    return {word: min(codes) for word, codes in found.items() if len(codes) == 1}
