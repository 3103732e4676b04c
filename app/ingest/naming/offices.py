"""The table of offices as titles: each composed of a rank, what it is of, and its state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from app.domain.text import Token
from app.ingest.naming.trie import Hit, Trie, words_of
from app.ingest.nationality import nisba_table
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold
from app.languages.ar.offices import load_offices

Key = tuple[str, ...]


class OfficeTitles:
    """Offices by the canonical words of their titles, in which a state is ``#`` and its ISO code."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._ranks = load_offices().ranks
        self._nisba = nisba_table(knowledge)
        self._lands = _lands(knowledge)
        self._countries = {office.id: office.country for office in knowledge.offices.values()}
        self._trie: Trie[Key] = Trie(lambda word: ((self.canon(word), ""),))
        found: dict[Key, list[str]] = defaultdict(list)
        for office in knowledge.offices.values():
            for title in office.titles:
                key = tuple(self.canon(w) for w in words_of(fold(title)))
                if office.id not in found[key]:
                    found[key].append(office.id)
        self._ids: Mapping[Key, Key] = {key: tuple(ids) for key, ids in found.items()}
        self._of_states: dict[Key, dict[str, Key]] = defaultdict(dict)
        for key, ids in self._ids.items():
            self._trie.add(key, ids)
            if key[-1].startswith("#"):
                self._of_states[key[:-1]][key[-1][1:]] = ids

    def canon(self, word: str) -> str:
        """One label for all spellings and forms of a folded word that a title may use."""
        if word in self._nisba:
            return "#" + self._nisba[word].code
        if word in self._lands:
            return "#" + self._lands[word]
        if word.startswith("ل") and len(word) > 4:
            return "ل:" + self.canon(word[2:] if word.startswith("لل") else word[1:])
        bare = word.removeprefix("ال")
        rank = self._ranks.get((bare,))
        return rank.rank.base if rank and rank.number == "s" else bare

    def longest(self, tokens: Sequence[Token], at: int, stop: int) -> Hit[Key] | None:
        """The longest listed title that begins at token ``at``."""
        return self._trie.longest(tokens, at, stop)

    def ids(self, base: str, words: Sequence[str], code: str) -> Key:
        """Offices of a rank and its folded portfolio in a state."""
        return self._ids.get((base, *(self.canon(word) for word in words), "#" + code), ())

    def counterpart(self, office: str, code: str) -> Key:
        """Offices of another country put together as ``office`` is: its foreign minister for ours."""
        country = self._countries[office]
        for key, ids in self._ids.items():
            if office in ids and f"#{country}" in key:
                other = tuple(f"#{code}" if word == f"#{country}" else word for word in key)
                if other in self._ids:
                    return self._ids[other]
        return ()

    def of_any_state(self, words: str) -> Mapping[str, Key]:
        """Offices by state whose titles are ``words`` with the state after them: every defence minister."""
        return self._of_states.get(tuple(self.canon(word) for word in words_of(fold(words))), {})


def _lands(knowledge: Knowledge) -> Mapping[str, str]:
    return {
        fold(name): country.code
        for country in knowledge.countries.values()
        for name in (*country.aliases, country.name_ar)
        if " " not in name
    }


@lru_cache(maxsize=4)
def office_titles(knowledge: Knowledge) -> OfficeTitles:
    """The titles of these tables, built once."""
    return OfficeTitles(knowledge)
