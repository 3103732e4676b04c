"""Divides time into stretches, few enough to be counted one by one: days, or whole months. Pure."""

from __future__ import annotations

from datetime import date
from typing import Final

#: At most so many numbers are sent, however many lanes there are, and so many columns.
MOST_MARKS: Final = 280
MOST_COLUMNS: Final = 40
#: Along so many stretches at most the course of a lane is drawn, whatever can be chosen in it.
MOST_FINE: Final = 156
_DAYS: Final = (1, 2, 3, 5, 7, 10, 14)
_MONTHS: Final = (1, 2, 3, 4, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


def borders(first: int, last: int, lanes: int) -> tuple[int, ...]:
    """The first day of each stretch from ``first`` to ``last`` (ordinals), and the day after the last.

    Stretches of some days, or else of whole months, of which the first and the last may be cut.
    """
    return _cut(first, last, max(1, min(MOST_COLUMNS, MOST_MARKS // max(1, lanes))))


def fine_borders(first: int, last: int) -> tuple[int, ...]:
    """The same of the stretches along which the course of a lane is drawn."""
    return _cut(first, last, MOST_FINE)


def _cut(first: int, last: int, most: int) -> tuple[int, ...]:
    days = last - first + 1
    for step in _DAYS:
        if -(-days // step) <= most:
            return (*range(first, last + 1, step), last + 1)
    return _by_months(first, last, most)


def _by_months(first: int, last: int, most: int) -> tuple[int, ...]:
    begin, end = (_month(date.fromordinal(day)) for day in (first, last))
    for step in _MONTHS:
        starts = range((begin // step + 1) * step, end + 1, step)
        if len(starts) < most:
            break
    return (first, *(date(start // 12, start % 12 + 1, 1).toordinal() for start in starts), last + 1)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
