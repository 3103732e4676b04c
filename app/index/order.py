"""Keys in the order of a list: by the day told of, or by the day of first publication.

Within a day records come in the order of their keys. A place in a list is the day and key of the
last record before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import sqlalchemy as sa

from app.index.keys import NUMBER_BITS, keys_of, month_of, month_of_key
from app.index.read import Keys, Reader, at_or_after
from app.index.tables import ENTRIES
from app.index.window import days_of
from app.models import IndexEntryRow
from app.models.search import is_one_of

Place = tuple[int, int]


def page(
    reader: Reader, keys: Keys, limit: int, *, after: Place | None = None, by: str = "event"
) -> list[Place]:
    """The first ``limit`` places after one; ``by`` is ``event`` or ``published``."""
    order = published if by == "published" else told
    return list(islice(order(reader, keys, after, limit), limit))


def told(reader: Reader, keys: Keys, after: Place | None = None, ahead: int = 0) -> Iterator[Place]:
    """By the day told of, the undated first; sets of days are loaded for ``ahead`` records at a time."""
    months = _months(keys, month_of(after[0]) if after else 0)
    while batch := _enough(keys, months, max(ahead, 200)):
        sets = reader.days(day for month in batch for day in _days_in(reader, month))
        for month in batch:
            for day in _days_in(reader, month):
                if after is None or day >= after[0]:
                    here = keys & sets[day] if day else _of_month(keys, 0)
                    yield from ((day, key) for key in here if after is None or (day, key) > after)


def _months(keys: Keys, start: int) -> Iterator[int]:
    """The months that have one of the keys, in order."""
    key = at_or_after(keys, keys_of(start)[0])
    while key is not None:
        month = month_of_key(key)
        yield month
        key = at_or_after(keys, keys_of(month)[1])


def _enough(keys: Keys, months: Iterator[int], wanted: int) -> list[int]:
    """The next months that together have as many keys as wanted."""
    found: list[int] = []
    count = 0
    for month in months:
        found.append(month)
        count += keys.range_cardinality(*keys_of(month))
        if count > wanted:
            break
    return found


def _days_in(reader: Reader, month: int) -> tuple[int, ...]:
    """The days of a month on which anything stands; of the undated, day 0."""
    if not month:
        return (0,)

    def by_month() -> dict[int, tuple[int, ...]]:
        grouped: dict[int, list[int]] = {}
        for day in days_of(reader):
            grouped.setdefault(month_of(day), []).append(day)
        return {each: tuple(days) for each, days in grouped.items()}

    return reader.once("days by month", by_month).get(month, ())


def _of_month(keys: Keys, month: int) -> Keys:
    low, high = keys_of(month)
    found = keys.copy()
    found.remove_range(0, low)
    found.remove_range(high, 1 << 60)
    return found


def published(reader: Reader, keys: Keys, after: Place | None = None, ahead: int = 0) -> Iterator[Place]:
    """By the day of first publication, those of unknown publication first."""
    for some in _by_publication(reader, keys, month_of(after[0]) if after else 0, max(ahead, 200)):
        rows = reader.session.execute(
            sa.select(ENTRIES.c.published, ENTRIES.c.key)
            .where(is_one_of(IndexEntryRow.key, some))
            .order_by(ENTRIES.c.published, ENTRIES.c.key)
        ).all()
        yield from ((day, key) for day, key in rows if after is None or (day, key) > after)


def _by_publication(reader: Reader, keys: Keys, start: int, wanted: int) -> Iterator[Keys]:
    """The keys published in one month after the other, joined until there are as many as wanted."""
    months = sorted(month for each in reader.values("published") if (month := int(each.value)) >= start)
    sets = reader.sets("published", map(str, months))
    some = Keys()
    for month in months:
        some |= keys & sets[str(month)]
        if len(some) > wanted:
            yield some
            some = Keys()
    if some:
        yield some


def first_and_last(reader: Reader, keys: Keys) -> Place | None:
    """The first and the last day among the dated keys; None where none is dated."""
    first = at_or_after(keys, 1 << NUMBER_BITS)
    if first is None:
        return None
    begin, end = month_of_key(first), month_of_key(keys.max())
    sets = reader.days((*_days_in(reader, begin), *_days_in(reader, end)))
    return (
        next(day for day in _days_in(reader, begin) if not keys.isdisjoint(sets[day])),
        next(day for day in reversed(_days_in(reader, end)) if not keys.isdisjoint(sets[day])),
    )
