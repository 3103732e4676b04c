"""The lanes chart for views with too much to draw one by one: counts by lane and stretch of time. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Density, Facet, Members
from app.pages.timeline.view_chart import (
    Bead,
    Chart,
    Column,
    Course,
    Lane,
    Mark,
    height,
    lane_rows,
    row_height,
)
from app.pages.timeline.view_lanes import OTHERS, filtered_by
from app.pages.timeline.view_linear import EDGE, WIDTH, ends, headings, place
from app.pages.timeline.voice import Voice
from app.web.colours import colour

#: The course of a lane stands so far below its line, and rises so high at most, in pixels.
BASE: Final = 14
HIGHEST: Final = 30


def dense(query: TimelineQuery, density: Density, voice: Voice, *, rtl: bool) -> Chart:
    """Numbers on linear time, each leading to the narrower range it counts."""
    members = density.members or (Members(0),) * len(density.lanes)
    rows = enumerate(zip(density.lanes, members, strict=True))
    lanes = lane_rows(_in_colour_of_their_state([_lane(n, *row, query, voice) for n, row in rows]))
    first, last = density.borders[0], density.borders[-1] - 1
    percent = place(first, last, rtl=rtl)
    return Chart(
        width=WIDTH,
        height=height(len(lanes)),
        row=row_height(len(lanes)),
        rtl=rtl,
        lanes=lanes,
        columns=tuple(
            Column("", percent((begin + end) / 2), marks, date.fromordinal(begin).isoformat())
            for begin, end, marks in _numbers(density, lanes, query, voice)
        ),
        headings=tuple(headings(first, last, percent, query, voice)),
        gaps=(),
        ends=ends(first, last),
        edge=100 * EDGE / WIDTH,
        courses=tuple(_courses(density, lanes, rtl=rtl)),
        days=last - first + 1,
        sunk=BASE,
    )


def _courses(density: Density, lanes: Sequence[Lane], *, rtl: bool) -> Iterator[Course]:
    """The outline of each lane: its height grows as the root of the records a day, the same for all lanes."""
    if not density.fine:
        return
    spans = pairwise(density.fine)
    most = max(
        max(counts) / (b - a)
        for counts, (a, b) in zip(zip(*density.courses, strict=True), spans, strict=True)
    )
    for lane, counts in zip(lanes, density.courses, strict=True):
        yield Course(_outline(counts, density.fine, most, lane.y + BASE, rtl=rtl), lane.colour)


@lru_cache(maxsize=256)
def _outline(counts: tuple[int, ...], borders: tuple[int, ...], most: float, floor: int, *, rtl: bool) -> str:
    """A path from the first day to the last, ``most`` records a day as high as it goes over the floor."""
    first, end = borders[0], borders[-1]
    steps = [f"M{end - first if rtl else 0} {floor}"]
    tops = [
        floor - (round(HIGHEST * (count / (b - a) / most) ** 0.5) if count else 0)
        for count, (a, b) in zip(counts, pairwise(borders), strict=True)
    ]
    for top, following, b in zip(tops, (*tops[1:], None), borders[1:], strict=True):
        if top != following:
            steps.append(f"V{top}H{end - b if rtl else b - first}")
    return "".join((*steps, f"V{floor}z"))


def _lane(n: int, facet: Facet, members: Members, query: TimelineQuery, voice: Voice) -> Lane:
    if facet.slug == OTHERS:
        return Lane(OTHERS, voice._("Others"), 0, facet.count)
    if query.lane == "type":
        said = facet.slug == "statement"
        name = voice._("Statement") if said else voice.label("type", facet.slug)
    else:
        name = voice.name(facet)
    by_colour = query.lane in ("country", "actor")
    return Lane(
        facet.slug,
        name,
        colour(facet.slug) if by_colour else n % 12 + 1,
        facet.count,
        filtered_by(facet.slug, query, voice),
        level=members.level,
        members=members.count,
        is_open=bool(members.count) and facet.slug in query.open,
        toggle=voice.link(query.toggled("open", facet.slug)) if members.count else None,
        is_pinned=facet.slug in query.pinned,
    )


def _in_colour_of_their_state(lanes: Sequence[Lane]) -> list[Lane]:
    made: list[Lane] = []
    for lane in lanes:
        made.append(replace(lane, colour=made[-1].colour) if lane.level else lane)
    return made


def _numbers(
    density: Density, lanes: tuple[Lane, ...], query: TimelineQuery, voice: Voice
) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """First and last day of each stretch that holds anything, with a number for each lane in it."""
    whole = density.borders[-1] - density.borders[0]
    for n, cells in groupby(sorted(density.cells, key=lambda cell: cell[1]), key=lambda cell: cell[1]):
        span = density.borders[n], density.borders[n + 1] - 1
        reach = (span[1] + 1 - span[0]) / max(1, whole) * (100 - 200 * EDGE / WIDTH)
        stretch = _stretch(span, round(reach, 2), query, voice)
        yield (*span, tuple(_number(count, lanes[lane], stretch, voice) for lane, _, count in cells))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What the numbers of one stretch share: its first day, its words, the way into it, how wide it is."""

    first: int
    words: str
    href: str
    reach: float


def _stretch(ends: tuple[int, int], reach: float, query: TimelineQuery, voice: Voice) -> _Stretch:
    first, last = (date.fromordinal(end).isoformat() for end in ends)
    words = voice.dates.edtf(first if first == last else f"{first}/{last}")
    return _Stretch(ends[0], words, voice.within(query, first, last), reach)


def _number(count: int, lane: Lane, stretch: _Stretch, voice: Voice) -> Mark:
    """What of the course of a lane lies in a stretch, to be pointed at as a whole."""
    return Mark(
        key=f"{lane.slug}-{stretch.first}",
        href=stretch.href,
        title=voice.joined([stretch.words, lane.name, voice.records(count)]),
        shape="number",
        width="day",
        soft=False,
        beads=(Bead(lane.y, lane.colour, "participant"),),
        count=count,
        reach=stretch.reach,
    )
