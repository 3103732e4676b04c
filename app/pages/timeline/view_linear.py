"""The lanes chart on linear time: true distances, with overlapping marks grouped under a number. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Record
from app.pages.timeline.view_chart import Bead, Chart, Column, Heading, Mark, height, row_height, spread
from app.pages.timeline.view_lanes import Rows
from app.pages.timeline.view_marks import marks_of
from app.pages.timeline.voice import Voice

#: The drawing is at least this wide, and marks this close are gathered.
WIDTH: Final = 1000
CLOSE: Final = 24
EDGE: Final = 18


def linear(
    records: Sequence[Record],
    placed: Rows,
    query: TimelineQuery,
    voice: Voice,
    *,
    rtl: bool,
    bounds: tuple[int, int] | None = None,
) -> Chart:
    """One column for each record, or for each handful that would otherwise overlap.

    A window of centuries is drawn no further than ``bounds``, the first and last day of anything.
    """
    first, last = _ends(records, query, bounds)
    days = max(1, last - first)
    percent = place(first, last, rtl=rtl)
    return Chart(
        width=WIDTH,
        height=height(len(placed.lanes)),
        row=row_height(len(placed.lanes)),
        rtl=rtl,
        lanes=placed.lanes,
        columns=tuple(
            Column(
                "",
                percent((near[0].day + near[-1].day) / 2),
                _marks(near, placed, query, voice, rtl=rtl),
                date.fromordinal(near[0].day).isoformat(),
            )
            for near in _handfuls(records, days)
        ),
        headings=tuple(headings(first, last, percent, query, voice)),
        gaps=(),
        ends=ends(first, last),
        edge=100 * EDGE / WIDTH,
    )


def ends(first: int, last: int) -> tuple[str, str]:
    """Two days in ISO 8601."""
    return date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()


def place(first: int, last: int, *, rtl: bool) -> Callable[[float], float]:
    """From a day to its place across, in percent from the left."""
    days = max(1, last - first)

    def percent(day: float) -> float:
        share = (EDGE + (WIDTH - 2 * EDGE) * (day - first) / days) * 100 / WIDTH
        return round(100 - share if rtl else share, 3)

    return percent


def _ends(records: Sequence[Record], query: TimelineQuery, bounds: tuple[int, int] | None) -> tuple[int, int]:
    since, until = query.window
    first = since.toordinal() if since else min(record.day for record in records)
    last = until.toordinal() if until else max(record.day for record in records)
    if bounds:
        first, last = max(first, bounds[0]), min(last, bounds[1])
    return min(first, last), max(first, last)


def _handfuls(records: Sequence[Record], days: int) -> Iterable[list[Record]]:
    """Records in order, cut so that what is closer than ``CLOSE`` pixels stays together."""
    reach = CLOSE * days / (WIDTH - 2 * EDGE)
    near: list[Record] = []
    for record in sorted(records, key=lambda record: record.day):
        if near and record.day - near[0].day >= reach:
            yield near
            near = []
        near.append(record)
    if near:
        yield near


def _marks(
    near: list[Record], placed: Rows, query: TimelineQuery, voice: Voice, *, rtl: bool
) -> tuple[Mark, ...]:
    if len(near) == 1:
        return spread(marks_of(near, placed, query, voice), rtl=rtl)
    touched = Counter(lane for record in near for lane in {placed.lane_of[p.slug] for p in record.parties})
    return tuple(
        _badge(lane, near, placed, query, voice) if count > 1 else _only(lane, near, placed, query, voice)
        for lane, count in sorted(touched.items())
    )


def _only(slug: str, near: Sequence[Record], placed: Rows, query: TimelineQuery, voice: Voice) -> Mark:
    """The one record of a handful in this lane, without the thread that would cross the numbers."""
    lane = placed.by_slug[slug]
    record = next(r for r in near if any(placed.lane_of[p.slug] == slug for p in r.parties))
    (mark,) = marks_of([record], placed, query, voice)
    own = tuple(bead for bead in mark.beads if bead.y == lane.y)
    return replace(mark, key=f"{slug}-{mark.key}", beads=tuple(replace(bead, arrow=0) for bead in own))


def _badge(slug: str, near: Sequence[Record], placed: Rows, query: TimelineQuery, voice: Voice) -> Mark:
    """What one lane has in a handful: a number that leads to the narrower range."""
    lane = placed.by_slug[slug]
    mine = [record for record in near if any(placed.lane_of[p.slug] == slug for p in record.parties)]
    first, last = (date.fromordinal(near[n].day) for n in (0, -1))
    closer = query.with_(since=first.isoformat(), to=last.isoformat(), event=None, scale="sequence")
    when = voice.dates.edtf(first.isoformat() if first == last else f"{first}/{last}")
    return Mark(
        key=f"{lane.slug}-{near[0].day}",
        href=voice.link(closer),
        title=voice.joined([when, lane.name, voice.records(len(mine))]),
        shape="badge",
        width="day",
        soft=False,
        beads=(Bead(lane.y, lane.colour, "participant"),),
        count=len(mine),
        selected=any(record.public_id == query.event for record in mine),
        records=tuple(record.public_id for record in mine),
    )


def headings(
    first: int, last: int, percent: Callable[[float], float], query: TimelineQuery, voice: Voice
) -> Iterable[Heading]:
    """Years, or months where the whole is no longer than two years; each leads into itself."""

    def enter(since: str, to: str) -> str:
        return voice.within(query, since, to)

    start, end = date.fromordinal(first), date.fromordinal(last)
    if last - first > 731:
        every = max(1, (end.year - start.year) // 14)
        for year in range(start.year, end.year + 1, every):
            begin = max(first, date(year, 1, 1).toordinal())
            finish = min(last, date(min(year + every - 1, 9999), 12, 31).toordinal())
            edge = percent(begin) if begin > first else None
            until = min(year + every - 1, end.year)
            href = enter(f"{year:04}", f"{until:04}")
            yield Heading(percent((begin + finish) / 2), str(year), "", href, edge)
        return
    for year, month in _months(start, end):
        begin = max(first, date(year, month, 1).toordinal())
        following = (
            date(year + month // 12, month % 12 + 1, 1).toordinal() if (year, month) < (9999, 12) else last
        )
        finish = min(last, following)
        if finish - begin < (last - first) / 16 and last - first > 31:
            continue
        main, *second = voice.dates.month_names(month)
        edge = percent(begin) if begin > first else None
        month_only = f"{year:04}-{month:02}"
        href = enter(month_only, month_only)
        yield Heading(percent((begin + finish) / 2), main, " ".join((*second, str(year))), href, edge)


def _months(start: date, end: date) -> Iterable[tuple[int, int]]:
    at = start.year * 12 + start.month - 1
    while at <= end.year * 12 + end.month - 1:
        yield at // 12, at % 12 + 1
        at += 1
