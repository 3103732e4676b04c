"""The surroundings of the open record: its neighbours, and where the list must begin to show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice

import sqlalchemy as sa

from app.index.order import Place, backwards, page
from app.index.read import Keys, Reader
from app.index.tables import ENTRIES
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Record


@dataclass(frozen=True, slots=True)
class Around:
    """Places of the records before and after; ``begin`` is the place after which a list begins."""

    before: Place | None = None
    after: Place | None = None
    begin: Place | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(place for place in (self.before, self.after) if place)


def around(reader: Reader, keys: Keys, chosen: Record | None, query: TimelineQuery) -> Around:
    """Neighbours of a dated record among the keys, by the day told of.

    A list begins with the month of the record, or later where that would leave the record beyond the
    first page.
    """
    mine = _place(reader, chosen) if chosen and chosen.day else None
    if mine is None:
        return Around()
    after = page(reader, keys, 1, after=mine)
    before = list(islice(backwards(reader, keys, mine), query.limit))
    month = date.fromordinal(mine[0]).replace(day=1).toordinal()
    begin = next((place for place in before if place[0] < month), None)
    if begin is None and len(before) == query.limit:
        begin = before[query.limit // 2]
    return Around(before[0] if before else None, after[0] if after else None, begin)


def _place(reader: Reader, record: Record) -> Place | None:
    column = ENTRIES.c.event_id if record.kind == "event" else ENTRIES.c.statement_id
    key = reader.session.scalar(sa.select(ENTRIES.c.key).where(column == record.id))
    return None if key is None else (record.day, key)
