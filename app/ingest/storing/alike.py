"""Which stored tellings can be one event with a telling, or its plan or outcome: what a query is asked.

Matching would find the same without it: left out is only what ``matching.compare`` and ``matching.ties``
say no to by types, days, statuses and the number of parties alone. Of the tellings about a state of which
the papers are full that is nearly all, so that the work for an article hardly grows with what else is told
of its actors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.domain.codes import FAMILY_OF
from app.domain.links import Telling
from app.domain.records import ActorKind, EventStatus, EventType
from app.domain.time import DateSpan
from app.ingest.matching.compare import NOT_YET, PRECISE, RECIPROCAL, WEEKS, comparable, countries
from app.ingest.matching.outcomes import DONE, LATE, LEADS_TO, UNDATED_PLAN, is_plan
from app.ingest.matching.ties import DIFFERING_DAYS
from app.ingest.storing.keys import Side, day_of, telling_days
from app.ingest.storing.rows import sort_day

#: Days around a record in which another may give other days for the same event, or have been its plan:
#: matching looks at most 60 days ahead for the outcome of a plan without a date.
REACH = 62
#: Days that a vague date may reach beyond the day it is sorted by: «about March».
_VAGUELY = 31
#: Days between the publication of two articles that may tell one event in other words than a day: weeks, and
#: what a date of publication may be out by.
_TOLD_NEAR = WEEKS.days + 7

Windows = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Sought:
    """Rows that stand on this side, within the windows, under a key of ``shared`` parties of the telling.

    Their type and status is one of these; ``begun`` is the last day on which they may begin, ``over`` the
    first on which they may end, so far as the row says when (it must, or must not, where ``dated`` is not
    None); ``after`` is a day before which they may not begin, and they must say when they do.
    """

    side: Side
    windows: Windows
    shared: int
    types: frozenset[EventType]
    statuses: frozenset[EventStatus]
    begun: date | None = None
    over: date | None = None
    after: date | None = None
    dated: bool | None = None


def alike(telling: Telling) -> Iterator[Sought]:
    """What may be one event with it, then what may tell other days of it, then its plans and outcomes."""
    yield from _one_event(telling)
    if max(len(telling.slugs), len(countries(telling))) < 2:
        return
    yield from _other_days(telling)
    yield from outcomes(telling)
    yield from _plans(telling)


def one_with(telling: Telling) -> Iterator[Sought]:
    """What is one event with it without doubt: of a known day, or of the same persons in the same weeks."""
    types, statuses = _comparable(telling.type), _as_far(telling.status)
    day = telling.date if day_of(telling) is not None else None
    if day is not None:
        near, shared = _stretch(day, PRECISE.days), _least_shared(telling)
        yield Sought(Side.DAY, near, shared, types, statuses, day.latest, day.earliest)
    if _tells_persons(telling):
        told = windows({sort_day(telling.published) or 0}, _TOLD_NEAR)
        for side in (Side.VAGUE,) if day is not None else (Side.TOLD, Side.VAGUE):
            yield Sought(side, told, 2, frozenset({telling.type}), statuses)


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
    """Of the same days, or of the same persons told in the same weeks where a day is missing."""
    types, statuses = _comparable(telling.type), _as_far(telling.status)
    shared = _least_shared(telling)
    told = windows({sort_day(telling.published) or 0}, _TOLD_NEAR)
    span = telling.date or telling.window or DateSpan("", None, None)
    if telling.date is not None:
        day = day_of(telling)
        side = Side.TOLD if day is None else Side.DAY
        near = told if day is None else _stretch(span, PRECISE.days)
        yield Sought(side, near, shared, types, statuses, span.latest, span.earliest, dated=True)
        yield Sought(Side.VAGUE, told, shared, types, statuses, span.latest, span.earliest, dated=True)
        if _tells_persons(telling):
            yield Sought(Side.VAGUE, told, 2, types, statuses, dated=False)
    elif _tells_persons(telling):
        for side in (Side.TOLD, Side.VAGUE):
            yield Sought(side, told, 2, types, statuses, span.latest, span.earliest)


def _other_days(telling: Telling) -> Iterator[Sought]:
    """The same told of days shortly before or after."""
    if telling.date is None:
        return
    types, statuses = frozenset({telling.type}), frozenset({telling.status})
    begun, over = _moved(telling.date.latest, DIFFERING_DAYS), _moved(telling.date.earliest, -DIFFERING_DAYS)
    near = _stretch(telling.date, (DIFFERING_DAYS + PRECISE).days)
    for side, days in ((Side.DAY, near), (Side.VAGUE, windows(telling_days(telling), REACH))):
        yield Sought(side, days, 2, types, statuses, begun, over, dated=True)


def outcomes(plan: Telling) -> Iterator[Sought]:
    """What happened from the day a plan was told on, not long after the day it was for; nothing of others."""
    told = plan.published.earliest if plan.published else None
    if told is None or not is_plan(plan):
        return
    first, last = told, told + UNDATED_PLAN
    if plan.date is not None:
        first = max(told, _moved(plan.date.earliest, -LATE) or told)
        last = _moved(plan.date.latest, LATE) or last + LATE
    types = LEADS_TO.get(plan.type) or _comparable(plan.type)
    for side, pad in ((Side.DAY, PRECISE.days), (Side.VAGUE, _VAGUELY)):
        days = [(first.toordinal() - pad, last.toordinal() + pad)]
        yield Sought(side, days, 2, types, DONE, begun=last, after=first)


def _plans(telling: Telling) -> Iterator[Sought]:
    """Plans that may have come true in it."""
    happened = telling.date.earliest if telling.date else None
    if happened is None or telling.status not in DONE:
        return
    days = windows({happened.toordinal()}, REACH)
    every = frozenset(EventStatus)
    yield Sought(Side.PLAN, days, 2, _leading_to(telling.type), every, happened + LATE, happened - LATE)


def _stretch(span: DateSpan, reach: int) -> Windows:
    """The days around where a span begins and where it ends."""
    return windows({day.toordinal() for day in (span.earliest, span.latest) if day}, reach)


@lru_cache
def _comparable(type_: EventType) -> frozenset[EventType]:
    return frozenset(other for other in EventType if comparable(type_, other))


@lru_cache
def _leading_to(type_: EventType) -> frozenset[EventType]:
    """Types of plans that come true in events of this type."""
    return frozenset(plan for plan in EventType if type_ in (LEADS_TO.get(plan) or _comparable(plan)))


def _least_shared(telling: Telling) -> int:
    """Parties that two tellings of one event have in common."""
    return 2 if FAMILY_OF[telling.type] in RECIPROCAL else 1


def _as_far(status: EventStatus) -> frozenset[EventStatus]:
    """Both to come, or neither."""
    return NOT_YET if status in NOT_YET else frozenset(EventStatus) - NOT_YET


def _moved(day: date | None, by: timedelta) -> date | None:
    return day + by if day is not None else None


def _tells_persons(telling: Telling) -> bool:
    """Two persons are enough to tell an event by where a day is missing."""
    return len({p.slug for p in telling.principals if p.kind == ActorKind.PERSON}) >= 2
