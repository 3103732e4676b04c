"""Finding in a text what an annotation only quotes the beginning of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.text import Span
from app.languages.ar.normalise import Folded, fold

_SENTENCE_END = re.compile(r"(?<=[.؟!…])[\"”“»]?\s+")
_QUOTE_MARKS = '“”«»"„‟'


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text with its folded twin."""

    span: Span
    folded: Folded

    @classmethod
    def of(cls, span: Span) -> Line:
        return cls(span, Folded.of(span.text))

    def find(self, words: str, after: int = 0) -> Span | None:
        """The first place of ``words`` (folded) at or after the offset ``after`` of the text."""
        wanted = fold(words).strip()
        at = self.folded.text.find(wanted)
        while wanted and at >= 0:
            span = self._cut(at, at + len(wanted))
            if span.start >= after:
                return span
            at = self.folded.text.find(wanted, at + 1)
        return None

    def last(self, words: str, before: int) -> Span | None:
        """The last place of ``words`` that ends at or before the offset ``before``."""
        found, after = None, 0
        while (span := self.find(words, after)) is not None and span.end <= before:
            found, after = span, span.end
        return found

    def words(self, mention: str) -> list[Span]:
        """Every place where ``mention`` stands as words, after any attached particle."""
        pattern = re.compile(rf"(?<!\w)[وفبلك]{{0,2}}({re.escape(fold(mention))})(?!\w)")
        return [self._cut(*m.span(1)) for m in pattern.finditer(self.folded.text)]

    def until(self, start: int, stop: int | None = None) -> Span:
        """From ``start`` to the end of its sentence, or to ``stop`` if that comes first."""
        end = stop if stop is not None else self._sentence_end(start)
        raw = self.span.text[start - self.span.start : end - self.span.start]
        kept = len(raw.rstrip(" ،,\n"))
        return Span(start, start + kept, raw[:kept])

    def sentences(self) -> list[Span]:
        starts = [self.span.start]
        while (end := self._sentence_end(starts[-1])) < self.span.end:
            rest = self.span.text[end - self.span.start :]
            starts.append(end + len(rest) - len(rest.lstrip()))
        return [self.until(a, b) for a, b in zip(starts, [*starts[1:], self.span.end], strict=True)]

    def _sentence_end(self, start: int) -> int:
        text = self.span.text
        for match in _SENTENCE_END.finditer(text, start - self.span.start):
            marks = sum(text.count(mark, 0, match.start()) for mark in _QUOTE_MARKS)
            if marks % 2 == 0:
                return self.span.start + match.start()
        return self.span.end

    def _cut(self, start: int, end: int) -> Span:
        a, b = self.folded.original(start, end)
        return Span(self.span.start + a, self.span.start + b, self.span.text[a:b])


def lines(text: str) -> list[Line]:
    """The lines with words, without the blanks around them."""
    found, start = [], 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            at = start + raw.index(words)
            found.append(Line.of(Span.of(text, at, at + len(words))))
        start += len(raw) + 1
    return found
