"""What an actor takes part in, from the index: which events and statements, with whom, reported by whom.

The most frequent actor takes part in a tenth of everything; sets of keys count that without loading it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.facets import EVENT, STATEMENT
from app.index.keys import first_day, month_of_key
from app.index.order import latest
from app.index.read import Keys, Reader, current
from app.index.tables import ENTRIES
from app.index.window import dated, days_of, undated
from app.models import IndexEntryRow
from app.models.search import is_one_of

#: Among so many of the most frequent actors company is looked for first.
FREQUENT: Final = 400


@dataclass(frozen=True)
class Parts:
    """``events`` and ``said`` are the keys of the actor's events and of its statements."""

    reader: Reader
    slug: str

    @classmethod
    def of(cls, session: Session, slug: str) -> Parts:
        return cls(current(session), slug)

    @cached_property
    def events(self) -> Keys:
        return self.reader.set("actor", self.slug) & self.reader.set("kind", EVENT)

    @cached_property
    def said(self) -> Keys:
        return self.reader.set("actor", self.slug) & self.reader.set("kind", STATEMENT)

    @property
    def undated(self) -> int:
        return len(undated(self.events))

    def days(self) -> tuple[tuple[int, int], ...]:
        """How many events stand on each day, in order of time."""
        there = self.reader.days(days_of(self.reader))
        with_day = dated(self.events)
        counts = ((day, with_day.intersection_cardinality(keys)) for day, keys in sorted(there.items()))
        return tuple(each for each in counts if each[1])

    def company(self, most: int) -> list[tuple[str, int]]:
        """Slugs of those who take part in the same events, and in how many, the most first."""
        found = self._shared(FREQUENT)
        values = self.reader.values("actor", FREQUENT)
        rest = values[-1].records if len(values) == FREQUENT else 0
        if rest and (len(found) < most or found[most - 1][1] < rest):
            found = self._shared(None)
        return found[:most]

    def _shared(self, among: int | None) -> list[tuple[str, int]]:
        counts = self.reader.counts("actor", self.events, among)
        return [(each.value, each.records) for each in counts if each.value != self.slug]

    def outlets(self, most: int) -> list[tuple[str, int]]:
        """Slugs of the papers that tell what it says, and how many statements."""
        return [(each.value, each.records) for each in self.reader.counts("outlet", self.said)[:most]]

    def last_with(self, slugs: Iterable[str]) -> dict[str, int]:
        """The key of the last event with each of these; an undated one where none has a day."""
        sets = {slug: keys & self.events for slug, keys in self.reader.sets("actor", slugs).items()}
        months = {month_of_key(keys.max()) for keys in sets.values() if keys} - {0}
        there = days_of(self.reader)
        wanted = [d for m in months for d in range(first_day(m), first_day(m + 1)) if d in there]
        days = sorted(self.reader.days(wanted).items(), reverse=True)
        return {slug: _last(keys, days) for slug, keys in sets.items() if keys}

    def latest(self, keys: Keys, most: int) -> list[int]:
        """The keys of the latest records first, the undated at the end."""
        return [key for _, key in islice(latest(self.reader, keys), most)]

    def rows(self, column: str, keys: Collection[int]) -> list[int]:
        """Row ids of records in the order of their keys; ``column`` is ``event_id`` or ``statement_id``."""
        found = self.reader.session.execute(
            sa.select(ENTRIES.c.key, ENTRIES.c[column]).where(is_one_of(IndexEntryRow.key, keys))
        )
        ids = {row[0]: row[1] for row in found}
        return [ids[key] for key in keys]


def _last(keys: Keys, days: Iterable[tuple[int, Keys]]) -> int:
    return next((here.max() for _, on in days if (here := keys & on)), keys.max())
