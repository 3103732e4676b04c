"""Which stored tellings can be one event with a telling, or its plan or outcome: conditions of a query.

Matching would find the same without them: they leave out only what ``matching.compare`` and ``matching.ties``
say no to by days, status and number of parties alone. Of the tellings about a state of which the papers are
full that is nearly all, so that the work for an article hardly grows with what else is told of its actors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from app.domain.codes import FAMILY_OF
from app.domain.links import Telling
from app.domain.records import ActorKind
from app.ingest.matching.compare import NOT_YET, PRECISE, RECIPROCAL, WEEKS, countries
from app.ingest.matching.ties import DIFFERING_DAYS, DONE, LATE, UNDATED_PLAN, is_plan
from app.ingest.storing.keys import Side, day_of, telling_days
from app.ingest.storing.rows import sort_day
from app.models import TellingRow

#: Days around a record in which another may be the same event or its plan or outcome: matching
#: looks at most 60 days ahead for the outcome of a plan without a date.
REACH = 62
#: Days around a known day in which another known day may be the same, or one that another account gives.
_NEAR = (2 * PRECISE + DIFFERING_DAYS).days

Condition = sa.ColumnElement[bool]
Windows = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Sought:
    """Rows that stand on this side under ``shared`` of the telling's keys or more, within the windows."""

    side: Side
    windows: Windows
    shared: int
    condition: Condition


def alike(telling: Telling) -> Iterator[Sought]:
    """What may be one event with it, then what it may come true in or be the outcome of."""
    yield from _one_event(telling)
    if max(len(telling.slugs), len(countries(telling))) < 2:
        return
    around = windows(telling_days(telling), REACH)
    if is_plan(telling):
        yield from _outcomes(telling, around)
    if telling.date is not None and telling.status in DONE:
        yield Sought(Side.PLAN, around, 2, sa.true())


def windows(days: Iterable[int], reach: int) -> Windows:
    """The stretches within ``reach`` of any day, joined where they meet; 0 stays by itself."""
    merged: Windows = []
    for day in sorted(days):
        first, last = (0, 0) if day == 0 else (day - reach, day + reach)
        if merged and merged[-1][1] >= first > 0:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return merged


def _one_event(telling: Telling) -> Iterator[Sought]:
    shared = 2 if FAMILY_OF[telling.type] in RECIPROCAL else 1
    fits = sa.and_(_meets(telling), _as_far(telling))
    around, day = windows(telling_days(telling), REACH), day_of(telling)
    if telling.date is not None:
        near = around if day is None else windows({day}, _NEAR)
        yield Sought(Side.DAY, near, shared, fits)
        yield Sought(Side.VAGUE, around, shared, fits)
    elif _tells_persons(telling):
        told = windows({sort_day(telling.published) or 0}, WEEKS.days)
        yield Sought(Side.TOLD, told, shared, fits)
        yield Sought(Side.VAGUE, around, shared, fits)


def _meets(telling: Telling) -> Condition:
    """Days that are near, or one unknown and persons enough to tell the event by."""
    if telling.date is None:
        return sa.true()
    first, last = telling.date.earliest, telling.date.latest
    near = _within(_moved(first, -DIFFERING_DAYS), _moved(last, DIFFERING_DAYS))
    dated = sa.or_(TellingRow.earliest.is_not(None), TellingRow.latest.is_not(None))
    return near if _tells_persons(telling) else sa.and_(near, dated)


def _as_far(telling: Telling) -> Condition:
    """Both to come, or neither."""
    ahead = TellingRow.status.in_(NOT_YET)
    return ahead if telling.status in NOT_YET else sa.not_(ahead)


def _outcomes(plan: Telling, around: Windows) -> Iterator[Sought]:
    """What happened from the day the plan was told on, not long after the day it was for."""
    told = plan.published.earliest if plan.published else None
    if told is None:
        return
    last = plan.date.latest if plan.date else None
    until = max(_moved(last, LATE) or told, told + UNDATED_PLAN)
    fits = sa.and_(TellingRow.status.in_(DONE), TellingRow.earliest.between(told, until))
    yield Sought(Side.DAY, [(told.toordinal(), until.toordinal() + PRECISE.days)], 2, fits)
    yield Sought(Side.VAGUE, around, 2, fits)


def _within(first: date | None, last: date | None) -> Condition:
    """Rows whose days may share one with these; a border that is not known excludes nothing."""
    begun = sa.or_(TellingRow.earliest.is_(None), TellingRow.earliest <= last) if last else sa.true()
    over = sa.or_(TellingRow.latest.is_(None), TellingRow.latest >= first) if first else sa.true()
    return sa.and_(begun, over)


def _moved(day: date | None, by: timedelta) -> date | None:
    return day + by if day is not None else None


def _tells_persons(telling: Telling) -> bool:
    """Two persons are enough to tell an event by where a day is missing."""
    return len({p.slug for p in telling.principals if p.kind == ActorKind.PERSON}) >= 2
