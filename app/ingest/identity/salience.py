"""Which antecedent a description refers to: one that led a clause, in preference to one named in passing.

Order of salience by grammatical role (subject, then the rest) after centering theory (Grosz, Joshi and
Weinstein 1995); of two in the same role, the one mentioned last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from app.domain.records import Actor, Candidate, Draft
from app.languages.ar.events import load_event_words
from app.languages.ar.lexicon import is_word

#: Letters written onto a word that make it no subject; «و» and «ف» only join.
_GOVERNING = frozenset("لبك")
#: How many paragraphs back a subject outranks whoever was named since, in another sentence.
_REACH = 2


class Salience:
    """Grammatical roles of the candidates of one article, by the words before them."""

    def __init__(self, draft: Draft) -> None:
        self._tokens = draft.tokens
        self._starts = [token.span.start for token in draft.tokens]
        words = load_event_words().particles
        self._prepositions = words["prepositions"]

    def meant(self, description: Candidate, fitting: Iterable[tuple[Candidate, Actor]]) -> Actor | None:
        """Of those that fit, the last told first, whom ``description`` means."""
        near: list[tuple[Candidate, Actor]] = []
        for earlier, actor in fitting:
            if near and description.paragraph - earlier.paragraph > _REACH:
                break
            near.append((earlier, actor))
        if not near:
            return None
        nearest, last = near[0]
        leading = [actor for earlier, actor in near if self._leads(earlier)]
        if not leading or last in leading or self._sentence(nearest) == self._sentence(description):
            return last
        return leading[0]

    def _sentence(self, candidate: Candidate) -> tuple[int, int]:
        token = self._tokens[candidate.first]
        return token.paragraph, token.sentence

    def _leads(self, candidate: Candidate) -> bool:
        """Neither under a preposition nor the genitive of another noun."""
        at = bisect_right(self._starts, candidate.phrase.start) - 1
        token = self._tokens[at]
        if _GOVERNING & set(token.span.text[: candidate.phrase.start - token.span.start]):
            return False
        before = self._tokens[at - 1]
        if not at or (before.paragraph, before.sentence) != (token.paragraph, token.sentence):
            return True
        bare = before.fold.removeprefix("و")
        if before.fold in self._prepositions or bare in self._prepositions:
            return False
        definite = bare.startswith("ال")
        return definite or before.verb() is not None or not bare.isalpha() or not is_word(bare)
