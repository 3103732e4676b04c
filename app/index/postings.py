"""The stored sets: read, updated by what was added and removed, written back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from pyroaring import BitMap64
from sqlalchemy.orm import Session

from app.index.keys import month_of_key, posting_id, postings_of, term_and_month
from app.index.tables import POSTINGS, TERMS
from app.models import IndexPostingRow
from app.models.search import is_one_of, rows_of, run_many

#: Sets changed at a time, so that memory does not grow with the change.
CHUNK: Final = 20_000


@dataclass(slots=True)
class Change:
    """Keys that come into the set of a term and a month, and keys that leave it, by posting id."""

    came: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    went: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: int, terms: Iterable[int]) -> None:
        month = month_of_key(key)
        for term in terms:
            self.came[posting_id(term, month)].append(key)

    def remove(self, key: int, terms: Iterable[int]) -> None:
        month = month_of_key(key)
        for term in terms:
            self.went[posting_id(term, month)].append(key)

    def sizes(self) -> dict[int, int]:
        """By how many records each term has grown or, below zero, shrunk."""
        found: dict[int, int] = defaultdict(int)
        for posting, keys in self.came.items():
            found[term_and_month(posting)[0]] += len(keys)
        for posting, keys in self.went.items():
            found[term_and_month(posting)[0]] -= len(keys)
        return {term: size for term, size in found.items() if size}


def apply(session: Session, change: Change, generation: int) -> None:
    """Bring the stored sets and the sizes of their terms up to date."""
    touched = sorted(change.came.keys() | change.went.keys())
    for start in range(0, len(touched), CHUNK):
        _apply_some(session, touched[start : start + CHUNK], change, generation)
    sizes = [{"term": term, "by": by} for term, by in change.sizes().items()]
    grown = sa.update(TERMS).values(records=TERMS.c.records + sa.bindparam("by"))
    run_many(session.connection(), grown.where(TERMS.c.id == sa.bindparam("term")), sizes)


def _apply_some(session: Session, postings: list[int], change: Change, generation: int) -> None:
    rows = session.execute(
        sa.select(IndexPostingRow.id, IndexPostingRow.keyset).where(is_one_of(IndexPostingRow.id, postings))
    )
    stored = dict(iter(rows))
    made: list[dict[str, Any]] = []
    kept: list[dict[str, Any]] = []
    for posting in postings:
        blob = stored.get(posting)
        keys = _changed(blob, change.went.get(posting, ()), change.came.get(posting, ()))
        row = {"posting": posting, "bytes": keys.serialize(), "at": generation}
        (made if blob is None else kept).append(row)
    values: dict[str, Any] = {"keyset": sa.bindparam("bytes"), "generation": sa.bindparam("at")}
    run_many(session.connection(), sa.insert(POSTINGS).values(id=sa.bindparam("posting"), **values), made)
    known = sa.update(POSTINGS).where(POSTINGS.c.id == sa.bindparam("posting")).values(**values)
    run_many(session.connection(), known, kept)


def _changed(blob: bytes | None, went: Iterable[int], came: Iterable[int]) -> BitMap64:
    keys = BitMap64.deserialize(blob) if blob else BitMap64()
    keys.difference_update(BitMap64(went))
    keys.update(came)
    keys.run_optimize()
    return keys


def of_terms(connection: sa.Connection, terms: Iterable[int]) -> dict[int, bytes]:
    """The stored sets of some terms, by posting id."""
    ranges = [{"low": low, "high": high} for low, high in map(postings_of, terms)]
    rows = connection.execute(_within(connection.dialect.name), {"ranges": json.dumps(ranges)})
    return dict(iter(rows))


@cache
def _within(dialect: str) -> sa.Select[int, bytes]:
    """The postings within any of the ``ranges``, put together once."""
    given = rows_of(dialect, "ranges", low=sa.BigInteger, high=sa.BigInteger)
    between = sa.and_(POSTINGS.c.id >= given.c.low, POSTINGS.c.id < given.c.high)
    return sa.select(POSTINGS.c.id, POSTINGS.c.keyset).select_from(given.join(POSTINGS, between))


def merged(blobs: Mapping[int, bytes]) -> dict[int, BitMap64]:
    """The whole set of each term from its postings, by term."""
    found: dict[int, BitMap64] = {}
    for posting in sorted(blobs):
        term, _ = term_and_month(posting)
        part = BitMap64.deserialize(blobs[posting])
        if term in found:
            found[term] |= part
        else:
            found[term] = part
    return found
