"""Findings indexed by position, so that a sentence need not search the whole article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from app.domain.text import Span


class Placed(Protocol):
    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=Placed)


class SpanIndex(Generic[P]):
    """Answers which findings overlap a stretch of text."""

    def __init__(self, findings: Iterable[P]) -> None:
        self._placed = sorted(enumerate(findings), key=lambda p: (p[1].span.start, p[0]))
        self._starts = [finding.span.start for _, finding in self._placed]
        self._longest = max((len(finding.span) for _, finding in self._placed), default=0)

    def touching(self, stretch: Span) -> list[P]:
        """Those that share a character with it, in the order in which they were given."""
        first = bisect_left(self._starts, stretch.start - self._longest)
        stop = bisect_left(self._starts, stretch.end)
        near = [p for p in self._placed[first:stop] if p[1].span.overlaps(stretch)]
        return [finding for _, finding in sorted(near, key=lambda p: p[0])]
