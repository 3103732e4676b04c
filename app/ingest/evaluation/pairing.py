"""Pairs annotations with findings, one to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from app.domain.text import Span
from app.languages.ar.normalise import fold

G = TypeVar("G")
F = TypeVar("F")


def pair(gold: Sequence[G], found: Sequence[F], score: Callable[[G, F], float]) -> dict[int, int]:
    """Best pairs first, by score; a score of 0 is no pair. Indices of gold to indices of found."""
    ranked = sorted(
        ((score(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for value, i, j in ranked:
        if value > 0 and -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


def overlap(one: Span, other: Span) -> float:
    """Shared characters over the shorter of the two."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / min(len(one), len(other))


def jaccard(one: Span, other: Span) -> float:
    """Shared characters over all that either covers."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (len(one) + len(other) - shared)


def plain(words: str) -> str:
    """Folded words without marks, one space between them."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(words).lower()).split())
