"""The lanes chart: where every column, bead and thread stands. Pure geometry, no words of its own.

Across, everything is laid out in pixels of a width that just fits and handed to the template as a
percentage of it, so that a wide screen spreads the columns; down, everything is in pixels. ``x`` runs
with time; ``Frame.at`` turns it round where the axis runs from right to left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from app.pages.timeline.records import Record

HEAD: Final = 84
FOOT: Final = 40
SLOT: Final = 24
#: Height of a lane, and of one where there are many.
ROW: Final = 52
LOW_ROW: Final = 46
MANY: Final = 6
EDGE: Final = 5
GAP: Final = 14
#: A month wider than this has its name more than once.
REPEAT: Final = 480
_ROLES: Final = ("source", "target", "participant", "place_owner")


@dataclass(frozen=True, slots=True)
class Lane:
    """A row; ``href`` filters by it where it can be filtered by."""

    slug: str
    name: str
    colour: int
    count: int
    href: str | None = None
    y: int = 0


@dataclass(frozen=True, slots=True)
class Bead:
    """A participant's sign on a thread. ``arrow`` is 1 (from above), -1 (from below) or 0;
    ``size`` is the radius of a disc that counts records."""

    y: int
    colour: int
    role: str
    arrow: int = 0
    size: float = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """One record, or several of one lane and day (``count`` > 1); ``dx`` is its place in the column.

    ``records`` are their ids, for lighting up their cards.
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
    """A silence and its words; ``row`` is 1 where they would run into the words before them."""

    at: float
    text: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """All of the drawing. ``width`` is the least it needs, in pixels.

    ``ends`` are the first and last day of linear time, ``edge`` percent from either side of the drawing.
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A column before it has a place: its marks without ``dx``, and the words above it."""

    day: int
    last: int
    label: str
    group: tuple[int, int]
    heading: tuple[str, str]
    href: str
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class _Frame:
    """Places counted from the beginning of time, turned into percent at the end."""

    rtl: bool
    width: float = 0
    at: dict[int, float] = field(default_factory=dict)

    def percent(self, x: float) -> float:
        share = 100 * x / self.width
        return round(100 - share if self.rtl else share, 3)


def lane_rows(lanes: Sequence[Lane]) -> tuple[Lane, ...]:
    """The lanes with their heights."""
    row = row_height(len(lanes))
    return tuple(replace(lane, y=HEAD + row * n + row // 2) for n, lane in enumerate(lanes))


def row_height(lanes: int) -> int:
    return ROW if lanes <= MANY else LOW_ROW


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
        moved.append(replace(mark, dx=dx))
    return tuple(moved)


def width_of(text: str, size: float) -> float:
    """About how wide a text is in the page's sans face, in pixels; for leaving room."""
    return size * sum(0.26 if c == " " else 0.44 if "\u0600" <= c <= "\u06ff" else 0.6 for c in text)


def _column_width(draft: Draft) -> float:
    slots = 1 + max((n for n, _ in slotted(draft.marks)), default=0)
    return max(SLOT * slots + 2, width_of(draft.label, 12.5) + 6)


def sequence(
    lanes: Sequence[Lane],
    drafts: Sequence[Draft],
    silences: Mapping[int, str],
    *,
    rtl: bool,
) -> Chart:
    """One column a date, in order; ``silences`` are the words for the gap before column n."""
    frame = _Frame(rtl)
    groups: list[tuple[Draft, float, float, bool]] = []
    gap_places: list[tuple[float, str]] = []
    x = float(EDGE)
    n = 0
    while n < len(drafts):
        if n in silences:
            gap_places.append((x + GAP / 2, silences[n]))
            x += GAP
        last = n + 1
        while last < len(drafts) and drafts[last].group == drafts[n].group and last not in silences:
            last += 1
        begin = x
        beside = (GAP / 2 if n in silences else 0) + (GAP / 2 if last in silences else 0)
        x = _place_group(frame, drafts[n:last], n, begin, beside)
        groups.append((drafts[n], begin, x, n > 0 and n not in silences))
        n = last
    frame.width = x + EDGE
    return Chart(
        width=round(frame.width),
        height=height(len(lanes)),
        row=row_height(len(lanes)),
        rtl=rtl,
        lanes=tuple(lanes),
        columns=tuple(
            Column(
                draft.label,
                frame.percent(frame.at[n]),
                spread(draft.marks, rtl=rtl),
                date.fromordinal(draft.day).isoformat(),
            )
            for n, draft in enumerate(drafts)
        ),
        headings=tuple(heading for group in groups for heading in _headings(frame, *group)),
        gaps=tuple(_gaps(frame, gap_places)),
    )


def _gaps(frame: _Frame, places: Sequence[tuple[float, str]]) -> Iterator[Gap]:
    """Words in the first row that has room for them; the second where neither has."""
    ends = [0.0, 0.0]
    for at, text in places:
        half = (width_of(text, 12) + 28) / 2
        row = 0 if at - half >= ends[0] or ends[0] < ends[1] else 1
        ends[row] = at + half
        yield Gap(frame.percent(at), text, row)


def _headings(frame: _Frame, draft: Draft, begin: float, end: float, edged: bool) -> Iterator[Heading]:
    """The name of a month over its columns, said again where it would scroll out of sight.

    A line stands before it (``edged``) unless a gap or the beginning of the chart does.
    """
    times = max(1, round((end - begin) / REPEAT))
    for n in range(times):
        middle = begin + (end - begin) * (n + 0.5) / times
        edge = frame.percent(begin) if edged and not n else None
        yield Heading(frame.percent(middle), *draft.heading, draft.href, edge)


def _place_group(frame: _Frame, drafts: Sequence[Draft], first: int, x: float, beside: float) -> float:
    """Place the columns of one month side by side and return its end.

    The month is no narrower than its heading, which may reach into the gaps ``beside`` it.
    """
    widths = [_column_width(draft) for draft in drafts]
    main, sub = drafts[0].heading
    heading = max(width_of(main, 14), width_of(sub, 12)) + 7 - beside
    spare = max(0.0, heading - sum(widths)) / len(widths)
    for n, width in enumerate(widths):
        frame.at[first + n] = x + (width + spare) / 2
        x += width + spare
    return x
