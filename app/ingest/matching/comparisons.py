"""Comparisons of many tellings, of which many are one wire in many papers."""

from __future__ import annotations

from dataclasses import replace

from app.domain.links import Comparison, Telling
from app.ingest.matching.compare import same_event


class Comparisons:
    """``same_event``, asked once of tellings that differ in nothing it looks at."""

    def __init__(self) -> None:
        self._alike: dict[Telling, int] = {}
        self._numbers: dict[str, int] = {}
        self._made: dict[tuple[int, int], Comparison] = {}

    def between(self, one: Telling, other: Telling) -> Comparison:
        if one.article == other.article or one.apart or other.apart:
            return same_event(one, other)
        pair = self._number(one), self._number(other)
        if pair not in self._made:
            self._made[pair] = same_event(one, other)
        return self._made[pair]

    def _number(self, telling: Telling) -> int:
        if telling.id not in self._numbers:
            self._numbers[telling.id] = self._alike.setdefault(_compared(telling), len(self._alike))
        return self._numbers[telling.id]


def _compared(telling: Telling) -> Telling:
    """Without what tells two tellings of one wire apart, and ``same_event`` does not look at."""
    own = replace(telling, id="", article="", paragraph=0, origin=None, claimed_by=None, part_of=None)
    precedes = ("",) if telling.precedes else ()
    return replace(own, precedes=precedes, background=False, figures=(), curated=(), joined=())
