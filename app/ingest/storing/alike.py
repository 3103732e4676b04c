"""Which stored tellings can be one event with a telling, or its plan or outcome: conditions of a query.

Matching would find the same without them: they leave out only what ``matching.compare`` and ``matching.ties``
say no to by days, status and number of parties alone. Of the tellings about a state of which the papers are
full that is nearly all, so that the work for an article hardly grows with what else is told of its actors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from app.domain.codes import FAMILY_OF
from app.domain.links import Telling
from app.domain.records import ActorKind
from app.ingest.matching.compare import NOT_YET, RECIPROCAL, countries
from app.ingest.matching.ties import DIFFERING_DAYS, DONE, LATE, LEADS_TO, UNDATED_PLAN, is_plan
from app.models import TellingRow

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Alike:
    """Rows that fulfil ``condition`` and share as many block keys with the telling."""

    shared: int
    condition: Condition


def alike(telling: Telling) -> Iterator[Alike]:
    """What may be one event with it, then what it may come true in or be the outcome of."""
    reciprocal = FAMILY_OF[telling.type] in RECIPROCAL
    if telling.date is not None or _tells_persons(telling):
        yield Alike(2 if reciprocal else 1, sa.and_(_meets(telling), _as_far(telling)))
    if max(len(telling.slugs), len(countries(telling))) < 2:
        return
    if is_plan(telling):
        yield Alike(2, _outcomes(telling))
    if telling.date is not None and telling.status in DONE:
        yield Alike(2, sa.or_(TellingRow.status.in_(NOT_YET), TellingRow.type.in_(list(LEADS_TO))))


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


def _outcomes(plan: Telling) -> Condition:
    """What happened from the day the plan was told on, not long after the day it was for."""
    told = plan.published.earliest if plan.published else None
    if told is None:
        return sa.false()
    last = plan.date.latest if plan.date else None
    until = max(_moved(last, LATE) or told, told + UNDATED_PLAN)
    return sa.and_(TellingRow.status.in_(DONE), TellingRow.earliest.between(told, until))


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
