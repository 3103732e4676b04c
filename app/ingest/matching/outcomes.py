"""In which event a plan, an offer or an invitation came true: the first that fits it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from app.domain.links import Telling
from app.domain.records import EventStatus, EventType
from app.ingest.matching.compare import comparable, conflicting_persons, countries

#: How long after its date a plan may come true, and after its telling when it gave no date.
LATE: Final = timedelta(days=14)
UNDATED_PLAN: Final = timedelta(days=60)

DONE: Final = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.REPORTED})
_CONTACT = frozenset({EventType.MEETING, EventType.TALKS, EventType.VISIT, EventType.PHONE_CALL})
#: What proposals and invitations come true in.
LEADS_TO: Final = {EventType.INVITATION: _CONTACT, EventType.PROPOSAL: _CONTACT | {EventType.AGREEMENT}}


def is_plan(telling: Telling) -> bool:
    """What is planned, or proposed in a way that leads to something."""
    return telling.status is EventStatus.PLANNED or telling.type in LEADS_TO


class Outcomes:
    """Tellings of what was done on a known day, found by the parties that a plan has in common with them."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        dated = [(_begun(t), t) for t in tellings if t.status in DONE]
        done = sorted(
            ((day, t) for day, t in dated if day), key=lambda x: (x[0], -len(x[1].principals), x[1].id)
        )
        self._days = [day for day, _ in done]
        self._done = [t for _, t in done]
        self._under: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for n, telling in enumerate(self._done):
            for pair in _pairs(telling):
                self._under[pair].append(n)

    def of(self, plan: Telling) -> Iterator[Telling]:
        """Those in which the plan may have come true, the earliest first."""
        told = plan.published.earliest if plan.published else None
        if told is None:
            return
        first = bisect_left(self._days, told)
        near = {n for pair in _pairs(plan) for n in self._under.get(pair, ()) if n >= first}
        yield from (self._done[n] for n in sorted(near) if _may_be_outcome(plan, self._done[n], told))


def _begun(telling: Telling) -> date | None:
    return telling.date.earliest if telling.date else None


def _pairs(telling: Telling) -> set[tuple[str, str]]:
    """Each two of the parties, and of their countries: a plan shares two of either with its outcome."""
    return {*combinations(sorted(telling.slugs), 2), *combinations(sorted(countries(telling)), 2)}


def _may_be_outcome(plan: Telling, outcome: Telling, told: date) -> bool:
    """True where parties in common may have done what was planned, if no other event does so earlier."""
    leads = LEADS_TO.get(plan.type)
    if outcome.article == plan.article:
        return False
    if outcome.type not in leads if leads else not comparable(plan.type, outcome.type):
        return False
    return _in_time(plan, outcome, told) and not conflicting_persons(plan.principals, outcome.principals)


def _in_time(plan: Telling, outcome: Telling, told: date) -> bool:
    happened = _begun(outcome)
    if happened is None or happened < told:
        return False
    if plan.date is None:
        return happened <= told + UNDATED_PLAN
    first, last = plan.date.earliest or told, plan.date.latest or told + UNDATED_PLAN
    return first - LATE <= happened <= last + LATE
