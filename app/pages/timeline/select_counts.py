"""Counts of a view: records in each stretch of time, and under each value of each filter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from sqlalchemy.orm import Session

from app.index.facets import EVENT
from app.index.keys import keys_of, month_of
from app.index.read import Keys, Reader, current
from app.index.window import days_of, undated
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.select_facets import Facets, facets
from app.pages.timeline.select_filters import found


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, month or year (EDTF level 0) with the records that stand in it."""

    date: str
    events: int
    statements: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """``stretches`` in order, none of them empty; ``undated`` stand in none."""

    total: int
    undated: int
    stretches: tuple[Stretch, ...]


#: Characters of an ISO date that name the stretch a day lies in.
INTERVALS: Final[Mapping[str, int]] = MappingProxyType({"day": 10, "month": 7, "year": 4})


def histogram(session: Session, query: TimelineQuery, interval: str) -> Histogram:
    """The records of a view counted by ``interval``, one of ``INTERVALS``."""
    reader = current(session)
    keys = found(reader, query).keys
    events = reader.set("kind", EVENT)
    length = INTERVALS[interval]
    counts: dict[str, list[int]] = {}
    for day, within in _parts(reader, by_day=interval == "day"):
        there = within(keys)
        if there:
            told = within(keys & events)
            count = counts.setdefault(date.fromordinal(day).isoformat()[:length], [0, 0])
            count[0] += told
            count[1] += there - told
    return Histogram(
        len(keys), len(undated(keys)), tuple(Stretch(at, *count) for at, count in sorted(counts.items()))
    )


def _parts(reader: Reader, *, by_day: bool) -> list[tuple[int, Callable[[Keys], int]]]:
    """The first day of each part of time that has records, with what counts those of a set in it."""
    days = days_of(reader)
    if by_day:
        sets = reader.days(days)
        return [(day, sets[day].intersection_cardinality) for day in days if day in sets]
    first: dict[int, int] = {}
    for day in days:
        first.setdefault(month_of(day), day)
    return [(day, _of_month(month)) for month, day in first.items()]


def _of_month(month: int) -> Callable[[Keys], int]:
    low, high = keys_of(month)
    return lambda keys: keys.range_cardinality(low, high)


def choices(session: Session, query: TimelineQuery) -> tuple[int, Facets]:
    """How many records a view holds, and what each value of each filter would leave of them."""
    reader = current(session)
    fitting = found(reader, query)
    return len(fitting.keys), facets(reader, fitting)
