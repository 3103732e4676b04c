"""Weekdays at the start of the body, which settle a publication line in figures: «06/07/2018»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.ingest.temporal.find import find

_LEAD_PARAGRAPHS = 2
_WEEK = 7


@dataclass(frozen=True, slots=True)
class LeadDays:
    """Weekdays (1-7) on which the report may have appeared.

    ``told`` by words that count from that day («اليوم الأحد», «أمس السبت»); ``near`` by a bare weekday,
    which is that of the day itself or of the day before. Empty sets tell nothing.
    """

    told: frozenset[int] = frozenset()
    near: frozenset[int] = frozenset()

    def settle(self, day_first: date | None, month_first: date | None) -> date | None:
        """The reading that fits; a bare weekday is enough only for the usual order."""
        options = {d for d in (day_first, month_first) if d}
        if len(options) < 2:
            return next(iter(options), None)
        allowed = self.told or self.near
        fitting = [d for d in (day_first, month_first) if d and d.isoweekday() in allowed]
        if len(fitting) != 1 or not (self.told or fitting[0] == day_first):
            return None
        return fitting[0]


def lead_days(paragraphs: Sequence[str]) -> LeadDays:
    """What the first paragraphs tell; words that contradict one another tell nothing."""
    told: set[int] = set()
    near: set[int] = set()
    for paragraph in paragraphs[:_LEAD_PARAGRAPHS]:
        for found in find(paragraph):
            weekday, rule = found.groups.number("weekday"), found.rule.name
            if weekday is None or found.future:
                continue
            if rule in ("relative.day", "relative.today"):
                told.add(_after(weekday, -(found.groups.number("rel") or 0)))
            elif rule == "relative.weekday" and not found.groups.has("step"):
                near.add(weekday)
    if len(told) > 1 or len(near) > 1:
        return LeadDays()
    return LeadDays(frozenset(told), frozenset(_after(d, k) for d in near for k in (0, 1)))


def _after(weekday: int, days: int) -> int:
    return (weekday - 1 + days) % _WEEK + 1
