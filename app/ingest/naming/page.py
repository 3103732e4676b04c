"""The article as the mention finders see it: its tokens, and how to cut candidates from them."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.records import Actor, Candidate, MentionHow, Sign
from app.domain.text import Document, Span, Token
from app.ingest.naming.tables import Entry, gazetteer
from app.ingest.naming.trie import MARKS, Form, Hit, forms
from app.ingest.nationality import Nisba, nisba_table
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold

#: Quotation marks of every shape fold to this one.
_QUOTE = '"'
#: What a finder gives: its candidates, and the token to go on from.
Find = tuple[list[Candidate], int]


class Page:
    """Tokens of one article with the look-ups that all finders share."""

    def __init__(self, document: Document, tokens: Sequence[Token], knowledge: Knowledge) -> None:
        self.text = document.text
        self.tokens = tokens
        self.knowledge = knowledge
        self.names = gazetteer(knowledge)
        self._nisba = nisba_table(knowledge)

    def name_at(self, at: int, stop: int) -> Hit[tuple[Entry, ...]] | None:
        """The longest name of the tables at a token.

        One that begins right after a quotation mark ends before the next: «قناة "العربية" السعودية».
        """
        hit = self.names.longest(self.tokens, at, stop)
        if hit is None or self.fold(at - 1) != _QUOTE:
            return hit
        closing = next((k for k in range(at, hit.end) if self.fold(k) == _QUOTE), None)
        inner = self.names.longest(self.tokens, at, closing) if closing is not None else None
        return inner or hit

    def fold(self, at: int) -> str:
        """The folded token, empty outside the article."""
        return self.tokens[at].fold if 0 <= at < len(self.tokens) else ""

    def nisba(self, at: int) -> Nisba | None:
        """The adjective of nationality at a token, a و before it taken off."""
        word = self.fold(at)
        return self._nisba.get(word) or (self._nisba.get(word[1:]) if word.startswith("و") else None)

    def any_of(self, at: int, words: frozenset[str]) -> bool:
        """True when the token, with or without its proclitics, is one of the words."""
        return 0 <= at < len(self.tokens) and any(f.word in words for f in forms(self.tokens[at].fold))

    def before(self, at: int) -> int:
        """The token before ``at`` in the same sentence, marks stepped over; -1 if none."""
        k = at - 1
        while k >= 0 and self.tokens[k].fold in MARKS:
            k -= 1
        return k if k >= 0 and self.same_sentence(k, at) else -1

    def same_sentence(self, one: int, other: int) -> bool:
        a, b = self.tokens[one], self.tokens[other]
        return (a.paragraph, a.sentence) == (b.paragraph, b.sentence)

    def span(self, first: int, stop: int, form: Form | None = None) -> Span:
        """The words of tokens ``[first, stop)`` without the proclitics that ``form`` cut off."""
        token = self.tokens[first]
        start, cut = token.span.start, form.cut if form else 0
        while cut and start < token.span.end - 1:
            cut -= bool(fold(self.text[start]))
            start += 1
        return Span.of(self.text, start, self.tokens[stop - 1].span.end)

    def candidate(
        self,
        at: tuple[int, int],
        form: Form | None,
        sign: Sign,
        how: MentionHow,
        readings: tuple[Actor, ...] = (),
    ) -> Candidate:
        """A candidate of tokens ``at``; gender, number and country are those of its first reading."""
        span = self.span(*at, form)
        first = readings[0] if readings else None
        return Candidate(
            self.tokens[at[0]].paragraph, span, span, *at, sign, how, readings,
            country=first.country if first else None, gender=first.gender if first else None,
            number=first.number if first else None,
        )  # fmt: skip
