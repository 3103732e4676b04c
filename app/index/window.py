"""Records whose dates overlap a window of time, found without looking at each.

Whatever is dated to a day of the window overlaps it. Some other dates only reach into it: a month
before it, a year around it. There are few of them at either border, and they are filed by how far they
reach: for each class of reach, only entries that far from a border are examined, and the few of unlimited
reach all together. If a date does not contain its sort day, only its bounds count.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import sqlalchemy as sa

from app.index.keys import FAR, NUMBER_BITS, ODD, first_day, keys_of, month_of
from app.index.read import Keys, Reader
from app.index.tables import ENTRIES

#: Above every key.
_END = 1 << 60


def overlapping(reader: Reader, first: date | None, last: date | None) -> Keys:
    """Keys of the records whose bounds overlap first…last; a side that is None is open."""
    low = first.toordinal() if first else date.min.toordinal()
    high = last.toordinal() if last else date.max.toordinal()
    if low > high:
        return Keys()
    keys = standing(reader, low, high)
    keys -= reader.once("odd", lambda: Keys(reader.asked(_ODD).scalars()))
    keys |= Keys(reader.asked(_REACHING, {"low": low, "high": high}).scalars())
    return keys


def standing(reader: Reader, low: int, high: int) -> Keys:
    """Keys of the records that stand on a day of low…high, both ordinals included."""
    begin, end = month_of(low), month_of(high)
    keys = reader.all.copy()
    keys.remove_range(0, keys_of(begin)[0])
    keys.remove_range(keys_of(end)[1], _END)
    outside = [*range(first_day(begin), low), *range(high + 1, _last_day(end) + 1)]
    there = days_of(reader)
    for found in reader.days([day for day in outside if day in there]).values():
        keys -= found
    return keys


def _last_day(month: int) -> int:
    return first_day(month + 1) - 1 if month < month_of(date.max.toordinal()) else date.max.toordinal()


def days_of(reader: Reader) -> dict[int, int]:
    """How many records stand on each day that has any, in order of time."""
    return reader.once(
        "days", lambda: dict(sorted((int(each.value), each.records) for each in reader.values("day")))
    )


def _reaching() -> sa.Select[int]:
    """Keys of entries that stand outside the window and reach into it, and of odd ones in it."""
    day, first, last, reach = ENTRIES.c.day, ENTRIES.c.first, ENTRIES.c.last, ENTRIES.c.reach
    low, high = sa.bindparam("low", type_=sa.Integer), sa.bindparam("high", type_=sa.Integer)
    before, after = [], []
    for n in range(1, FAR + 1):
        before.append(sa.and_(reach == n, day.between(low - (1 << n), low - 1), last >= low))
        after.append(sa.and_(reach == n, day.between(high + 1, high + (1 << n)), first <= high))
    far = sa.and_(reach.in_((FAR + 1, ODD)), first <= high, last >= low)
    return sa.select(ENTRIES.c.key).where(sa.or_(*before, *after, far))


#: Made once: the conditions are many, and only the two days differ.
_REACHING: Final = _reaching()
_ODD: Final = sa.select(ENTRIES.c.key).where(ENTRIES.c.reach == ODD)


def dated(keys: Keys) -> Keys:
    """Those of the keys whose records have a date."""
    found = keys.copy()
    found.remove_range(0, 1 << NUMBER_BITS)
    return found


def undated(keys: Keys) -> Keys:
    """Those of the keys whose records have none."""
    found = keys.copy()
    found.remove_range(1 << NUMBER_BITS, _END)
    return found
