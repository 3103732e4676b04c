"""Pairs of records of which one at least is fresh: a link between two older ones cannot have changed.

The pairs are made, not picked out of all there are, so that the work is that of what is new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from app.domain.links import Saying, Telling

A = TypeVar("A", Telling, Saying)
B = TypeVar("B", Telling, Saying)


def touches(fresh: frozenset[str] | None, *ids: str) -> bool:
    """True where one of the ids is fresh, or where everything is asked for."""
    return fresh is None or not fresh.isdisjoint(ids)


def pairs_across(
    ones: Sequence[A], others: Sequence[B], fresh: frozenset[str] | None
) -> Iterator[tuple[A, B]]:
    """Each of the ones with each of the others, as far as one of the two is fresh."""
    new = [b for b in others if touches(fresh, b.id)]
    for a in ones:
        yield from ((a, b) for b in (others if touches(fresh, a.id) else new))


def pairs_among(records: Sequence[A], fresh: frozenset[str] | None) -> Iterator[tuple[A, A]]:
    """Each two of the records once, in their order, as far as one of them is fresh."""
    if fresh is None:
        yield from combinations(records, 2)
        return
    new = [n for n, record in enumerate(records) if record.id in fresh]
    among = frozenset(new)
    for n in new:
        for m, other in enumerate(records):
            if m not in among:
                yield (other, records[n]) if m < n else (records[n], other)
    yield from combinations([records[n] for n in new], 2)
