"""The part of the index that readers have loaded: immutable, shared by all threads, one per generation.

A reader asks for the generation at the start of a request, in the same snapshot in which it reads
the records, so it never sees sets of another moment. Sets are loaded from the tables on first use;
after a change only those that changed are read again.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from pyroaring import BitMap64
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.errors import IndexStaleError
from app.index.facets import ALL, Term
from app.index.keys import keys_of, month_of, posting_id, term_and_month
from app.index.postings import merged, of_terms
from app.index.tables import ENTRIES, POSTINGS, TERMS
from app.index.write import VERSION
from app.models import EventRow, IndexEntryRow, IndexPostingRow, IndexStateRow, StatementRow
from app.models.search import among, is_one_of, listed

T = TypeVar("T")

#: A sorted set of keys. Sets that the index hands out are shared: never change one in place.
Keys = BitMap64

#: Of up to so many keys the entries are asked what they have, of more the sets.
FEW: Final = 500
_TERMS_OF: Final = sa.select(ENTRIES.c.terms).where(among(IndexEntryRow.key))
_KEYSETS: Final = sa.select(POSTINGS.c.id, POSTINGS.c.keyset).where(among(IndexPostingRow.id))
_STATE: Final = sa.select(IndexStateRow.version, IndexStateRow.epoch, IndexStateRow.generation)

#: So many sets of changed terms and months are read again at most; beyond, all are when asked for.
MOST_CHANGES: Final = 20_000
#: So many bytes of sets are kept at most, the oldest going first.
MOST_BYTES: Final = 64_000_000

#: Under this name a session may carry the index of the state that it sees (``Session.info``).
INDEX: Final = "index"

_held: WeakKeyDictionary[Engine, Index] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, and how many records of the whole store have it."""

    value: str
    records: int


@dataclass(slots=True, weakref_slot=True)
class Index:
    """The index at one generation, as far as it was asked for."""

    epoch: int
    generation: int
    ids: dict[Term, int] = field(default_factory=dict)
    sets: dict[int, Keys] = field(default_factory=dict)
    sizes: dict[int, int] = field(default_factory=dict)
    made: dict[Hashable, Any] = field(default_factory=dict)

    def keep(self, sets: dict[int, Keys], sizes: dict[int, int]) -> None:
        """Remember loaded sets; what is used again after it had to go is loaded again."""
        self.sets.update(sets)
        self.sizes.update(sizes)
        room = MOST_BYTES - sum(self.sizes.values())
        for term in list(self.sets) if room < 0 else ():
            if room >= 0:
                break
            if term not in sets and self.sets.pop(term, None) is not None:
                room += self.sizes.pop(term, 0)


class Reader:
    """The index as one session sees it."""

    def __init__(self, session: Session, index: Index) -> None:
        self.session = session
        self.index = index
        self._tallied: tuple[Keys, Counter[int]] | None = None

    @property
    def all(self) -> Keys:
        return self.set(*ALL)

    def asked(
        self, question: sa.Executable, given: dict[str, Any] | None = None
    ) -> sa.CursorResult[*tuple[Any, ...]]:
        """The rows of a question that was put together once, past what a session does for objects."""
        return self.session.connection().execute(question, given)

    def set(self, facet: str, value: str) -> Keys:
        """The keys of the records that have this value; empty where none has."""
        return self.sets(facet, (value,))[value]

    def union(self, facet: str, values: Iterable[str]) -> Keys:
        """The keys of the records that have one of these values."""
        return united(self.sets(facet, values).values())

    def sets(self, facet: str, values: Iterable[str]) -> dict[str, Keys]:
        """The keys under each value: at most two queries, whatever their number."""
        wanted = [(facet, value) for value in dict.fromkeys(values)]
        ids = self._ids(wanted)
        loaded = self._loaded([ids[term] for term in wanted if term in ids])
        nothing = Keys()
        return {term[1]: loaded.get(ids.get(term, -1), nothing) for term in wanted}

    def days(self, wanted: Iterable[int]) -> dict[int, Keys]:
        """The keys on each of these days (ordinals); days without records are left out."""
        self.values("day")
        ids = {day: self.index.ids.get(("day", str(day))) for day in wanted}
        terms = {id_: day for day, id_ in ids.items() if id_ is not None}
        missing = [term for term in terms if term not in self.index.sets]
        if missing:
            postings = [posting_id(term, month_of(terms[term])) for term in missing]
            blobs = dict(iter(self.asked(_KEYSETS, {"ids": listed(postings)})))
            self.index.keep(merged(blobs), {term_and_month(id_)[0]: len(b) for id_, b in blobs.items()})
        sets = self.index.sets
        return {day: sets[term] for term, day in terms.items() if term in sets}

    def values(self, facet: str, limit: int | None = None) -> tuple[Value, ...]:
        """The values of a facet that some record has, the most frequent first."""

        def read() -> tuple[Value, ...]:
            rows = self.session.execute(
                sa.select(TERMS.c.id, TERMS.c.value, TERMS.c.records)
                .where(TERMS.c.facet == facet, TERMS.c.records > 0)
                .order_by(TERMS.c.records.desc(), TERMS.c.value)
                .limit(limit)
            ).all()
            self.index.ids.update({(facet, row.value): row.id for row in rows})
            return tuple(Value(row.value, row.records) for row in rows)

        return self.once(("values", facet, limit), read)

    def counts(self, facet: str, keys: Keys, limit: int | None = None) -> tuple[Value, ...]:
        """How many of these keys have each value of a facet, the most frequent first.

        Of a facet with more than ``limit`` values those are counted that are the most frequent of all.
        """
        values = self.values(facet, limit)
        if len(keys) == len(self.all):
            return values
        if len(keys) <= FEW:
            tally, ids = self._tally(keys), self.index.ids
            found = [Value(each.value, tally[ids[facet, each.value]]) for each in values]
        else:
            sets = self.sets(facet, (each.value for each in values))
            found = [Value(value, keys.intersection_cardinality(having)) for value, having in sets.items()]
        return tuple(
            sorted((each for each in found if each.records), key=lambda each: (-each.records, each.value))
        )

    def _tally(self, keys: Keys) -> Counter[int]:
        """How many of a few keys have each term, out of what their entries say: one look for all facets."""
        if self._tallied is None or self._tallied[0] is not keys:
            terms = array("I", b"".join(self.asked(_TERMS_OF, {"ids": listed(keys)}).scalars()))
            if sys.byteorder == "big":
                terms.byteswap()
            self._tallied = keys, Counter(terms)
        return self._tallied[1]

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` derives from the whole index, derived once for each generation."""
        made = self.index.made
        if name not in made:
            made[name] = make()
        found: T = made[name]
        return found

    def recent(self, group: str, name: Hashable, make: Callable[[], T], most: int) -> T:
        """What ``make`` derives for a question, kept while at most ``most`` of its group were asked since."""
        kept: dict[Hashable, T] = self.once(("recent", group), dict)
        if name in kept:
            found = kept[name]
        else:
            found = make()
            while len(kept) >= most:
                kept.pop(next(iter(kept), None), None)
            kept[name] = found
        return found

    def has(self, group: str, name: Hashable) -> bool:
        """True for a question whose answer ``recent`` has kept."""
        return name in self.index.made.get(("recent", group), ())

    def _ids(self, wanted: Iterable[Term]) -> dict[Term, int]:
        known = self.index.ids
        missing = [term for term in wanted if term not in known]
        for start in range(0, len(missing), 500):
            some = missing[start : start + 500]
            rows = self.session.execute(
                sa.select(TERMS.c.facet, TERMS.c.value, TERMS.c.id).where(
                    TERMS.c.value.in_([value for _, value in some])
                )
            )
            known.update({(facet, value): id_ for facet, value, id_ in rows})
        return known

    def _loaded(self, terms: list[int]) -> dict[int, Keys]:
        sets = {term: self.index.sets.get(term) for term in terms}
        missing = [term for term, found in sets.items() if found is None]
        if missing:
            blobs = of_terms(self.session.connection(), missing)
            found = merged(blobs)
            sizes: dict[int, int] = {}
            for posting, blob in blobs.items():
                term, _ = term_and_month(posting)
                sizes[term] = sizes.get(term, 0) + len(blob)
            fresh = {term: found.get(term) or Keys() for term in missing}
            self.index.keep(fresh, sizes)
            sets |= fresh
        return {term: found for term, found in sets.items() if found is not None}


def current(session: Session) -> Reader:
    """The index at the generation that this session sees.

    Raises IndexStaleError when it was made by other rules, or never.
    """
    carried: Index | None = session.info.get(INDEX)
    if carried is not None:
        return Reader(session, carried)
    version, epoch, generation = session.connection().execute(_STATE).one()
    if version != VERSION and _has_records(session):
        raise IndexStaleError(version)
    engine = session.connection().engine
    held = _held.get(engine)
    if held is None or held.epoch != epoch or held.generation > generation:
        index = Index(epoch, generation)
    elif held.generation < generation:
        index = _refreshed(session, held, generation)
    else:
        index = held
    if held is None or (held.epoch, held.generation) < (epoch, generation):
        _held[engine] = index
    return Reader(session, index)


def united(sets: Iterable[Keys]) -> Keys:
    """All keys of these sets, in a set of its own."""
    found = Keys()
    for each in sets:
        found |= each
    return found


def at_or_after(keys: Keys, key: int) -> int | None:
    """The first of the keys that is not below ``key``."""
    return next(keys.iter_equal_or_larger(key), None)


def _has_records(session: Session) -> bool:
    return any(session.scalar(sa.select(row.id).limit(1)) is not None for row in (EventRow, StatementRow))


def _refreshed(session: Session, held: Index, generation: int) -> Index:
    """The same index at a later generation: sets that changed since, as far as loaded, read again."""
    changed = list(
        session.scalars(
            sa.select(IndexPostingRow.id)
            .where(IndexPostingRow.generation > held.generation)
            .limit(MOST_CHANGES + 1)
        )
    )
    if len(changed) > MOST_CHANGES:
        return Index(held.epoch, generation, dict(held.ids))
    sets = dict(held.sets)
    stale = [posting for posting in changed if term_and_month(posting)[0] in sets]
    rows = session.execute(
        sa.select(IndexPostingRow.id, IndexPostingRow.keyset).where(is_one_of(IndexPostingRow.id, stale))
    )
    own: set[int] = set()
    for posting, blob in rows:
        term, month = term_and_month(posting)
        if term not in own:
            sets[term] = sets[term].copy()
            own.add(term)
        sets[term].remove_range(*keys_of(month))
        sets[term] |= Keys.deserialize(blob)
    return Index(held.epoch, generation, dict(held.ids), sets, dict(held.sizes))
