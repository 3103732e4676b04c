"""The lanes chart where there is too much to draw one by one: numbers by lane and stretch of time. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Facts, Named
from app.pages.timeline.view_chart import Bead, Chart, Column, Lane, Mark, height, lane_rows, row_height
from app.pages.timeline.view_lanes import MOST_LANES, OTHERS
from app.pages.timeline.view_linear import CLOSE, EDGE, WIDTH, ends, headings, place
from app.pages.timeline.voice import TwoNames, Voice
from app.web.colours import colour

#: At most so many numbers are sent, however many lanes there are.
MOST_MARKS: Final = 280


@dataclass(frozen=True, slots=True)
class Stretches:
    """The window cut into ``count`` stretches of days, the first beginning at ordinal ``first``."""

    first: int
    last: int
    count: int

    def of(self, day: int) -> int:
        day = min(self.last, max(self.first, day))
        return (day - self.first) * self.count // (self.last - self.first + 1)

    def ends(self, n: int) -> tuple[int, int]:
        """First and last day that fall into stretch ``n``."""
        days = self.last - self.first + 1
        return self.first + -(-n * days // self.count), self.first + -(-(n + 1) * days // self.count) - 1


def dense(query: TimelineQuery, facts: Facts, voice: Voice, *, rtl: bool) -> Chart:
    """Numbers on linear time, each leading to the narrower range it counts."""
    lanes, lane_of = _lanes(facts, voice)
    cut = _cut(query, facts, len(lanes))
    percent = place(cut.first, cut.last, rtl=rtl)
    return Chart(
        width=WIDTH,
        height=height(len(lanes)),
        row=row_height(len(lanes)),
        rtl=rtl,
        lanes=lanes,
        columns=tuple(
            Column("", percent(sum(cut.ends(n)) / 2), marks, date.fromordinal(cut.ends(n)[0]).isoformat())
            for n, marks in _numbers(cut, facts, lanes, lane_of, query, voice)
        ),
        headings=tuple(headings(cut.first, cut.last, percent, query, voice)),
        gaps=(),
        ends=ends(cut.first, cut.last),
        edge=100 * EDGE / WIDTH,
    )


def _cut(query: TimelineQuery, facts: Facts, lanes: int) -> Stretches:
    days = [day for _, day, _ in facts.density]
    since, until = query.window
    first = max(min(days), since.toordinal()) if since else min(days)
    last = max(first, min(max(days), until.toordinal()) if until else max(days))
    return Stretches(first, last, min((WIDTH - 2 * EDGE) // CLOSE, MOST_MARKS // lanes, last - first + 1))


def _lanes(facts: Facts, voice: Voice) -> tuple[tuple[Lane, ...], Mapping[str | None, str]]:
    totals: Counter[str | None] = Counter()
    for state, _, count in facts.density:
        totals[state] += count
    names: dict[str, TwoNames] = {state.slug: state for state in facts.states}
    main = [slug for slug, _ in totals.most_common() if slug and len(slug) == 2][:MOST_LANES]
    shown = [
        Lane(slug, voice.name(names.get(slug) or Named(slug, slug, slug)), colour(slug), totals[slug])
        for slug in main
    ]
    rest = sum(count for slug, count in totals.items() if slug not in main)
    if rest:
        shown.append(Lane(OTHERS, voice._("Others"), 0, rest))
    return lane_rows(shown), {slug: slug for slug in main}


def _numbers(
    cut: Stretches,
    facts: Facts,
    lanes: tuple[Lane, ...],
    lane_of: Mapping[str | None, str],
    query: TimelineQuery,
    voice: Voice,
) -> Iterator[tuple[int, tuple[Mark, ...]]]:
    """Each stretch that holds anything, with a number for each lane that has part in it."""
    cells: Counter[tuple[int, str]] = Counter()
    for state, day, count in facts.density:
        cells[cut.of(day), lane_of.get(state, OTHERS)] += count
    most = max(cells.values())
    for n in sorted({n for n, _ in cells}):
        stretch = _stretch(cut.ends(n), query, voice)
        here = ((lane, cells[n, lane.slug]) for lane in lanes if cells[n, lane.slug])
        yield n, tuple(_number(count, most, lane, stretch, voice) for lane, count in here)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What the numbers of one stretch share: its first day, its words and the way into it."""

    first: int
    words: str
    href: str


def _stretch(ends: tuple[int, int], query: TimelineQuery, voice: Voice) -> _Stretch:
    first, last = (date.fromordinal(end).isoformat() for end in ends)
    words = voice.dates.edtf(first if first == last else f"{first}/{last}")
    return _Stretch(ends[0], words, voice.link(query.with_(since=first, to=last, event=None)))


def _number(count: int, most: int, lane: Lane, stretch: _Stretch, voice: Voice) -> Mark:
    """A disc whose area grows with the count."""
    size = round(4 + 8.5 * (count / most) ** 0.5, 1)
    return Mark(
        key=f"{lane.slug}-{stretch.first}",
        href=stretch.href,
        title=voice.joined([stretch.words, lane.name, voice.records(count)]),
        shape="number",
        width="day",
        soft=False,
        beads=(Bead(lane.y, lane.colour, "participant", size=size),),
        count=count,
    )
