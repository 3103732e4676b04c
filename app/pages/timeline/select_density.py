"""Numbers of records by lane and stretch of time, where there are too many to draw one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.index.keys import first_day, keys_of, month_of
from app.index.order import first_and_last
from app.index.read import Keys, Reader, united
from app.index.window import days_of
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_dense import MOST_MARKS, Stretches
from app.pages.timeline.view_lanes import MOST_LANES
from app.pages.timeline.view_linear import CLOSE, EDGE, WIDTH

Cell = tuple[str | None, int, int]


@dataclass(frozen=True, slots=True)
class Border:
    """A moment between two days: what stands before it has a key below ``low`` or one of ``month``."""

    low: int
    month: Keys


def density(reader: Reader, query: TimelineQuery, keys: Keys) -> tuple[Cell, ...]:
    """Lane (None for all others), a day of the stretch, and how many of its records are in that lane.

    The first cell of all stands on the first day of the view and the last one on its last, so that
    whoever cuts the days between them into as many stretches gets the same ones.
    """
    ends = first_and_last(reader, keys)
    if ends is None:
        return ()
    lanes = _lanes(reader, keys)
    cut = cut_for(query, ends, len(lanes))
    borders = [_border(reader, cut.ends(n)[0]) for n in range(cut.count)]
    counted = [(lane, list(_counts(part, borders))) for lane, part in lanes]
    return tuple(
        (lane, _day(n, cut, ends), count)
        for lane, counts in counted
        for n, count in enumerate(counts)
        if count
    )


def cut_for(query: TimelineQuery, ends: tuple[int, int], lanes: int) -> Stretches:
    """The days of the view in stretches, so many that their numbers can be told apart."""
    since, until = query.window
    first = max(ends[0], since.toordinal()) if since else ends[0]
    last = max(first, min(ends[1], until.toordinal()) if until else ends[1])
    return Stretches(first, last, min((WIDTH - 2 * EDGE) // CLOSE, MOST_MARKS // lanes, last - first + 1))


def _lanes(reader: Reader, keys: Keys) -> list[tuple[str | None, Keys]]:
    """The busiest states with their records in the view; last, under None, what none of them has part in."""
    states = [each.value for each in reader.values("state") if len(each.value) == 2]
    parts = {state: keys & found for state, found in reader.sets("state", states).items()}
    busiest = sorted(
        (state for state in parts if parts[state]), key=lambda state: (-len(parts[state]), state)
    )
    main: list[tuple[str | None, Keys]] = [(state, parts[state]) for state in busiest[:MOST_LANES]]
    rest = keys - united(part for _, part in main)
    return [*main, (None, rest)] if rest else main


def _counts(keys: Keys, borders: list[Border]) -> Iterator[int]:
    """How many of the keys stand between one border and the next; the first and last have no end."""
    before = keys.range_cardinality(*keys_of(0))
    for border in borders[1:]:
        upto = keys.range_cardinality(0, border.low) + keys.intersection_cardinality(border.month)
        yield upto - before
        before = upto
    yield len(keys) - before


def _border(reader: Reader, day: int) -> Border:
    """The border before a day."""
    month = month_of(day)
    there = days_of(reader)
    sets = reader.days([each for each in range(first_day(month), day) if each in there])
    return Border(keys_of(month)[0], united(sets.values()))


def _day(n: int, cut: Stretches, ends: tuple[int, int]) -> int:
    """A day of stretch ``n`` that keeps the ends of the view."""
    if n == 0:
        return ends[0]
    return ends[1] if n == cut.count - 1 else cut.ends(n)[0]
