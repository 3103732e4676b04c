"""Keys in list order: by the day of the event, or by the day of first publication.

Within a day, records are ordered by key. A position in a list is the day and key of the
last record before it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice, takewhile
from typing import Final

import sqlalchemy as sa

from app.errors import QueryError
from app.index.keys import NUMBER_BITS, keys_of, month_of, month_of_key
from app.index.read import Keys, Reader, at_or_after
from app.index.tables import ENTRIES
from app.index.window import dated, days_of, undated
from app.models import IndexEntryRow
from app.models.search import among
from app.models.search import listed as packed

Place = tuple[int, int]

#: Up to so many keys are put in order by what their entries say, more by the sets of days.
FEW: Final = 600
#: So many keys are put in order at a time where nobody says how many are needed.
BATCH: Final = 200
#: What every place in a list stands before.
_LAST: Final[Place] = (date.max.toordinal(), 1 << 60)
_TOLD: Final = sa.select(ENTRIES.c.day, ENTRIES.c.key).where(among(IndexEntryRow.key))
_PUBLISHED: Final = sa.select(ENTRIES.c.published, ENTRIES.c.key).where(among(IndexEntryRow.key))


def page(
    reader: Reader, keys: Keys, limit: int, *, after: Place | None = None, by: str = "event"
) -> list[Place]:
    """The first ``limit`` places after one; ``by`` is ``event`` or ``published``."""
    order = published if by == "published" else told
    return list(islice(order(reader, keys, after, limit), limit))


def listed(
    reader: Reader, keys: Keys, after: Place | None = None, *, by: str = "event", ahead: int = 0
) -> Iterator[Place]:
    """All of the keys in the order of a whole list: the dated, then the undated; ``by`` as for ``page``."""
    order = published if by == "published" else told
    if after is not None and not month_of_key(after[1]):
        return order(reader, undated(keys), after, ahead)
    return chain(order(reader, dated(keys), after, ahead), order(reader, undated(keys), None, ahead))


def latest(reader: Reader, keys: Keys, after: Place | None = None) -> Iterator[Place]:
    """All of the keys by the day told of, the latest first; the undated still at the end."""
    if after is not None and not month_of_key(after[1]):
        return listed(reader, undated(keys), after)
    with_day = dated(keys)
    if len(with_day) <= FEW:
        places = reversed(_places(reader, _TOLD, with_day))
        first: Iterator[Place] = (place for place in places if after is None or place < after)
    else:
        first = backwards(reader, with_day, after or _LAST)
    return chain(first, listed(reader, undated(keys)))


def before(reader: Reader, keys: Keys, after: Place, limit: int, *, by: str = "event") -> Place | None:
    """The place after which the page before the one after ``after`` begins; None where that is the first."""
    if by == "event" and month_of_key(after[1]):
        earlier = list(islice(backwards(reader, dated(keys), after), limit))
    else:
        seen = takewhile(lambda place: place != after, listed(reader, keys, by=by))
        earlier = [*reversed(deque(seen, maxlen=limit))]
    return earlier[-1] if len(earlier) == limit else None


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a whole list. ``after`` is the cursor of the next page and ``before`` that of the one before,
    empty where that is the first; None where there is none."""

    places: tuple[Place, ...]
    total: int
    after: str | None
    before: str | None

    @property
    def keys(self) -> list[int]:
        return [key for _, key in self.places]


def part(reader: Reader, keys: Keys, after: str | None, limit: int, *, by: str = "event") -> Part:
    """The page after a cursor; raises QueryError for a cursor that no list gave out."""
    start = place_of(after)
    places = list(islice(listed(reader, keys, start, by=by, ahead=limit), limit + 1))
    back = before(reader, keys, start, limit, by=by) if start else None
    return Part(
        places=tuple(places[:limit]),
        total=len(keys),
        after=cursor(places[limit - 1]) if len(places) > limit else None,
        before=(cursor(back) if back else "") if start else None,
    )


def cursor(place: Place) -> str:
    """A place as an address carries it."""
    return f"{place[0]}.{place[1]}"


def place_of(cursor: str | None) -> Place | None:
    """The place that a cursor names; raises QueryError for one that no list gave out."""
    if cursor is None:
        return None
    parts = cursor.split(".")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() and len(part) < 16 for part in parts):
        raise QueryError("after", cursor, ("…",))
    place = int(parts[0]), int(parts[1])
    if place[0] > date.max.toordinal():
        raise QueryError("after", cursor, ("…",))
    return place


def told(reader: Reader, keys: Keys, after: Place | None = None, ahead: int = 0) -> Iterator[Place]:
    """By the day told of, the undated first; as much is looked up as ``ahead`` records need at a time."""
    months = _months(keys, month_of(after[0]) if after else 0)
    while batch := _enough(keys, months, ahead or BATCH):
        low, high = keys_of(batch[0])[0], keys_of(batch[-1])[1]
        count = keys.range_cardinality(low, high)
        places: Iterable[Place]
        if count <= FEW:
            places = _places(reader, _TOLD, islice(keys.iter_equal_or_larger(low), count))
        else:
            places = _by_days(reader, keys, batch)
        yield from (place for place in places if after is None or place > after)


def _places(reader: Reader, statement: sa.Select[int, int], keys: Iterable[int]) -> list[Place]:
    """A few keys with their days, in order."""
    return sorted((day, key) for day, key in reader.asked(statement, {"ids": packed(keys)}))


def _by_days(reader: Reader, keys: Keys, months: list[int]) -> Iterator[Place]:
    """Any number of keys of some months, in order."""
    sets = reader.days(day for month in months for day in _days_in(reader, month))
    for month in months:
        for day in _days_in(reader, month):
            yield from ((day, key) for key in (keys & sets[day] if day else _of_month(keys, 0)))


def backwards(reader: Reader, keys: Keys, place: Place) -> Iterator[Place]:
    """The places before one by the day told of, the nearest first; ``keys`` are of dated records."""
    month = month_of(place[0])
    while True:
        days = [day for day in _days_in(reader, month) if day <= place[0]]
        sets = reader.days(days)
        for day in reversed(days):
            here = ((day, key) for key in reversed(list(keys & sets[day])))
            yield from (each for each in here if each < place)
        earlier = keys.rank(keys_of(month)[0] - 1)
        if not earlier:
            return
        month = month_of_key(keys[earlier - 1])


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
    begin = month_of(after[0]) if after else 0
    batches = [keys] if len(keys) <= FEW else _by_publication(reader, keys, begin, ahead or BATCH)
    for some in batches:
        places = _places(reader, _PUBLISHED, some)
        yield from (place for place in places if after is None or place > after)


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
