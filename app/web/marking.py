"""Divides a stretch of text at every boundary of the marks laid over it, for templates without offsets.

Marks may overlap in any way. Each segment knows every mark that covers it, and joining the segments
gives the text again.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """``start`` and ``end`` are offsets of the whole text; ``layer`` says what it marks, ``id`` which
    record, ``value`` what is shown of it (a lane, an EDTF value)."""

    start: int
    end: int
    layer: str
    id: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same marks, in the order in which the marks were given."""

    text: str
    marks: tuple[Mark, ...] = ()

    def has(self, layer: str) -> bool:
        return any(mark.layer == layer for mark in self.marks)

    def value(self, layer: str) -> str | None:
        """What the first mark of the layer shows, None where there is no such mark."""
        return next((mark.value for mark in self.marks if mark.layer == layer), None)

    def ids(self, *layers: str) -> tuple[str, ...]:
        """The records of these layers that stand here, each once."""
        return tuple(dict.fromkeys(mark.id for mark in self.marks if mark.layer in layers and mark.id))


def segments(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """``text[start:end]`` cut at the borders of ``marks``; what lies outside is cut off."""
    here = [mark for mark in marks if mark.start < end and start < mark.end]
    borders = {start, end} | {max(start, mark.start) for mark in here} | {min(end, mark.end) for mark in here}
    cuts = sorted(borders)
    return tuple(
        Segment(text[a:b], tuple(mark for mark in here if mark.start <= a and b <= mark.end))
        for a, b in itertools.pairwise(cuts)
    )


def extent(core: Iterable[Stretch], beside: Iterable[Stretch], within: Stretch) -> Stretch | None:
    """The words that carry a record: its core (trigger, date, place) and those beside it (its parties).

    None where no core lies ``within`` the clause. Parties stretch the extent only where they stand
    inside the clause; the clause's edge is never crossed.
    """
    first, last = within
    inside = [(a, b) for a, b in core if first <= a and b <= last]
    if not inside:
        return None
    inside += [(a, b) for a, b in beside if first <= a and b <= last]
    return min(a for a, _ in inside), max(b for _, b in inside)
