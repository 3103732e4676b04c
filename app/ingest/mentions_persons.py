"""Names of persons that no table knows, read from given names, unknown words and name particles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.text import Token
from app.ingest.nationality import nisba_table
from app.knowledge.load import Knowledge
from app.languages.ar.lexicon import is_word
from app.languages.ar.names import given_names, load_names
from app.languages.ar.offices import load_offices

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class NameRun:
    """Tokens ``[start, stop)`` that read as a person's name; ``given`` counts listed given names."""

    start: int
    stop: int
    given: int
    unknown: int
    gender: str | None

    @property
    def parts(self) -> int:
        return self.stop - self.start


class NameReader:
    """Reads names of persons; knows the nationalities so as not to take «الروسي» for a surname."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._nisba = nisba_table(knowledge)
        self._given = given_names()
        self._words = load_names()
        self._titles = load_offices()

    def run(self, tokens: Sequence[Token], i: int, stop: int, *, strong: bool) -> NameRun | None:
        """The name that begins at token ``i``.

        ``strong`` says that a title or verb of speech stands before it, so that ordinary words may
        serve as surname after a given name.
        """
        at, given, unknown, gender = i, 0, 0, None
        while at < stop and at - i < _LONGEST:
            step = self._part(tokens, at, stop, first=at == i, given=given, strong=strong)
            if not step:
                break
            listed = self._given.get(tokens[at].fold)
            if listed:
                given += 1
                gender = gender or listed.gender
            elif not is_word(tokens[at].fold):
                unknown += 1
            at += step
        if at == i or tokens[at - 1].fold in ("بن", "ابن", "ابو", "عبد", "ال"):
            return None
        return NameRun(i, at, given, unknown, gender)

    def _part(
        self, tokens: Sequence[Token], i: int, stop: int, *, first: bool, given: int, strong: bool
    ) -> int:
        """How many tokens the next part of the name takes, 0 for none."""
        word = tokens[i].fold
        if not tokens[i].is_word or not _ARABIC.issuperset(word) or len(word) < 2:
            return 0
        if word in self._words.name_particles and word not in self._given:
            follows = i + 1 < stop and self._may_follow_particle(tokens[i + 1])
            return (2 if follows else 0)
        if self._barred(tokens[i]):
            return 0
        if word in self._given:
            return 1
        if word.startswith("ال") and len(word) > 4:
            return int(not first and (given > 0 or strong) and self._may_be_surname(tokens, i, stop, strong=strong))
        if not is_word(word):
            return 1
        return int(not first and given > 0 and strong and self._may_be_surname(tokens, i, stop, strong=strong))

    def _may_follow_particle(self, token: Token) -> bool:
        return token.is_word and token.fold not in self._words.never_name and token.verb() is None

    def _barred(self, token: Token) -> bool:
        word = token.fold
        return (
            word in self._words.never_name
            or word in self._nisba
            or (word in self._titles.modifiers)
            or (word.startswith(("و", "ف", "ب", "ل", "ك")) and word not in self._given and is_word(word))
            or (word not in self._given and token.verb() is not None)
        )

    def _may_be_surname(self, tokens: Sequence[Token], i: int, stop: int, *, strong: bool) -> bool:
        """An ordinary word as surname: the name must end here and no adjective be likelier."""
        word = tokens[i].fold
        if word.endswith(("ات", "ون", "ين")) and is_word(word) and word.startswith("ال"):
            return False
        if strong:
            return True
        return not is_word(word.removeprefix("ال")) or word.endswith("ي")


_ARABIC = frozenset("ءؤئاآأإبةتثجحخدذرزسشصضطظعغفقكلمنهويىپچڤگژ")


@lru_cache(maxsize=4)
def name_reader(knowledge: Knowledge) -> NameReader:
    """The reader for these tables, built once."""
    return NameReader(knowledge)
