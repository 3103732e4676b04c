"""The lanes chart: the position of every column, bead and thread. Pure geometry, no text.

Horizontally, everything is laid out in pixels of a width that just fits and passed to the template as
percentages, so that a wide screen spreads the columns; vertically, everything is in pixels. ``x`` grows
with time; ``Frame.at`` mirrors it where the axis runs from right to left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.pages.timeline.records import Record

HEAD: Final = 84
FOOT: Final = 30
SLOT: Final = 24
#: Height of a lane, and of one where there are many.
ROW: Final = 52
LOW_ROW: Final = 46
MANY: Final = 6
LOWEST_ROW: Final = 36
VERY_MANY: Final = 11
_ROLES: Final = ("source", "target", "participant", "place_owner")


@dataclass(frozen=True, slots=True)
class Lane:
    """A row; ``href`` filters by it where it can be filtered by.

    ``members`` counts those who could have rows of their own under it, ``toggle`` opens or folds them
    in; a member's own row has ``level`` 1.
    """

    slug: str
    name: str
    colour: int
    count: int
    href: str | None = None
    y: int = 0
    level: int = 0
    members: int = 0
    is_open: bool = False
    toggle: str | None = None
    is_pinned: bool = False


@dataclass(frozen=True, slots=True)
class Bead:
    """A participant's sign on a thread. ``arrow`` is 1 (from above), -1 (from below) or 0."""

    y: int
    colour: int
    role: str
    arrow: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """One record, or several of one lane and day (``count`` > 1); ``dx`` is its place in the column.

    ``records`` are their ids, for lighting up their cards. ``reach`` is how wide, in percent of the
    drawing, a mark is that has no bead.
    """

    key: str
    href: str
    title: str
    shape: str
    width: str
    soft: bool
    beads: tuple[Bead, ...]
    dx: int = 0
    count: int = 1
    dashed: bool = False
    selected: bool = False
    records: tuple[str, ...] = ()
    reach: float = 0

    @property
    def gathers(self) -> bool:
        """True where ``key`` alone does not say whose mark this is."""
        return self.records not in ((), (self.key,))

    @property
    def top(self) -> int:
        return self.beads[0].y

    @property
    def bottom(self) -> int:
        return self.beads[-1].y


@dataclass(frozen=True, slots=True)
class Column:
    """The marks of one date; ``at`` is its centre in percent, ``day`` the date in ISO 8601."""

    label: str
    at: float
    marks: tuple[Mark, ...]
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A month or a year over the drawing; ``href`` enters it, ``edge`` is where it begins."""

    at: float
    main: str
    sub: str
    href: str
    edge: float | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence and its name; ``words`` are as much of that as there is room for.

    ``href`` unfolds it or folds it again; unfolded it takes ``band`` (from the left, and how wide, in
    percent) and has ``years`` on the way.
    """

    at: float
    text: str
    href: str
    words: str
    band: tuple[float, float] | None = None
    years: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """How much a lane holds in the course of time: an outline over its line, ``colour`` that of the lane."""

    path: str
    colour: int


@dataclass(frozen=True, slots=True)
class Chart:
    """All of the drawing. ``width`` is the least it needs, in pixels.

    ``ends`` are the first and last day of linear time, ``edge`` percent from either side of the drawing.
    ``courses`` stand where there is too much for beads, ``days`` units wide, in pixels down, on lines that
    lie ``sunk`` pixels below the middle of their lanes.
    """

    width: int
    height: int
    rtl: bool
    lanes: tuple[Lane, ...]
    columns: tuple[Column, ...]
    headings: tuple[Heading, ...]
    gaps: tuple[Gap, ...]
    row: int
    ends: tuple[str, str] | None = None
    edge: float = 0
    courses: tuple[Course, ...] = ()
    days: int = 0
    sunk: int = 0


def lane_rows(lanes: Sequence[Lane]) -> tuple[Lane, ...]:
    """The lanes with their heights."""
    row = row_height(len(lanes))
    return tuple(replace(lane, y=HEAD + row * n + row // 2) for n, lane in enumerate(lanes))


def row_height(lanes: int) -> int:
    return ROW if lanes <= MANY else LOW_ROW if lanes <= VERY_MANY else LOWEST_ROW


def height(lanes: int) -> int:
    """Of the whole drawing, in pixels."""
    return HEAD + row_height(lanes) * lanes + FOOT


def beads_of(record: Record, lane_of: Mapping[str, str], lanes: Mapping[str, Lane]) -> tuple[Bead, ...]:
    """One bead for each lane the record touches, top to bottom; its strongest role in that lane.

    ``lane_of`` gives the lane of a party's slug. Arrows point at whoever is acted on.
    """
    roles: dict[str, str] = {}
    for party in record.parties:
        lane = lane_of[party.slug]
        roles[lane] = min(roles.get(lane, party.role), party.role, key=_ROLES.index)
    placed = sorted((lanes[lane].y, lanes[lane].colour, role) for lane, role in roles.items())
    sources = [y for y, _, role in placed if role == "source"]
    return tuple(
        Bead(y, colour, role, _arrow(y, sources) if role == "target" else 0) for y, colour, role in placed
    )


def _arrow(y: int, sources: Sequence[int]) -> int:
    if not sources:
        return 0
    nearest = min(sources, key=lambda source: abs(source - y))
    return (y > nearest) - (y < nearest)


def slotted(marks: Sequence[Mark]) -> list[tuple[int, Mark]]:
    """A slot for each mark such that marks of one slot do not cross; the longest come first."""
    if len(marks) == 1:
        return [(0, marks[0])]
    slots: list[list[Mark]] = []
    placed: list[tuple[int, Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.top - mark.bottom, mark.shape == "statement", mark.top)):
        free = (n for n, slot in enumerate(slots) if not any(_cross(mark, other) for other in slot))
        n = next(free, len(slots))
        if n == len(slots):
            slots.append([])
        slots[n].append(mark)
        placed.append((n, mark))
    return placed


def _cross(one: Mark, other: Mark) -> bool:
    return one.top <= other.bottom and other.top <= one.bottom


def spread(marks: Sequence[Mark], *, rtl: bool) -> tuple[Mark, ...]:
    """The marks side by side around the middle of their column, in reading order of the axis."""
    placed = slotted(marks)
    count = 1 + max((n for n, _ in placed), default=0)
    turn = -1 if rtl else 1
    moved = []
    for n, mark in sorted(placed, key=lambda each: (each[0], each[1].top)):
        dx = round(turn * (n - (count - 1) / 2) * SLOT)
        moved.append(replace(mark, dx=dx) if dx != mark.dx else mark)
    return tuple(moved)
