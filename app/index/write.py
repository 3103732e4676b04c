"""Keeps the index up to date, in the transaction that changes the records.

``reindex`` is told which records were added, changed or removed; it compares what the index knows of them
with what the tables say now, and changes only the sets in which the two differ.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index import postings
from app.index.articles import clear_articles, file_articles, learn
from app.index.facets import EVENT, Indexed, Term
from app.index.gather import gathered
from app.index.keys import keys_of, month_of, month_of_key
from app.index.tables import ENTRIES, MONTHS, TERMS
from app.languages.ar.normalise import fold_table
from app.models import (
    ArticleRow,
    EventRow,
    IndexEntryRow,
    IndexMonthRow,
    IndexPostingRow,
    IndexStateRow,
    IndexTermRow,
    ParticipantRow,
    StatementRow,
    search,
)
from app.models.search import is_one_of

#: The rules by which the index is made, those of folding included; another version is made anew.
VERSION: Final = f"4-{hashlib.sha256(fold_table()).hexdigest()[:8]}"
#: Records taken at a time when all are.
BATCH: Final = 20_000
ARTICLES_AT_ONCE: Final = 2_000
#: Values looked up in one query.
VALUES: Final = 500

_COLUMNS: Final = tuple(column.name for column in ENTRIES.columns if column.name != "key")
Record = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is stored of a record: its key, its terms by id, what else its row says."""

    key: int
    terms: tuple[int, ...]
    row: dict[str, Any]


def reindex(
    session: Session,
    events: Collection[int] = (),
    statements: Collection[int] = (),
    articles: Collection[int] = (),
) -> None:
    """Bring the index up to date after these records (row ids) came, changed or went.

    Call it at the end of the transaction that changed them, once for as many records as there are.
    """
    session.flush()
    state = _lock(session)
    if state.version != VERSION:
        rebuild(session)
        return
    if events or statements:
        _reindex(session, events, statements, state.generation)
    file_articles(session, articles)


def reindex_actors(session: Session, actors: Collection[int]) -> None:
    """Bring the index up to date after these actors (row ids) changed lanes or, unnamed, words."""
    if actors:
        takes_part = sa.select(ParticipantRow.event_id).where(is_one_of(ParticipantRow.actor_id, actors))
        speaks = sa.select(StatementRow.id).where(is_one_of(StatementRow.speaker_id, actors))
        reindex(session, set(session.scalars(takes_part)), set(session.scalars(speaks)))


def rebuild(session: Session) -> None:
    """Make the whole index anew, in batches of records."""
    state = _lock(session)
    for table in (IndexEntryRow, IndexPostingRow, IndexTermRow, IndexMonthRow):
        session.execute(sa.delete(table))
    search.clear_words(session.connection())
    clear_articles(session)
    for batch in batches(session, EventRow.id):
        _reindex(session, batch, (), state.generation)
    for batch in batches(session, StatementRow.id):
        _reindex(session, (), batch, state.generation)
    for batch in batches(session, ArticleRow.id, ARTICLES_AT_ONCE):
        file_articles(session, batch)
    search.settle_words(session.connection())
    search.settle_words(session.connection(), search.PASSAGES)
    session.execute(sa.update(IndexStateRow).values(version=VERSION, epoch=state.epoch + 1))


def is_current(session: Session) -> bool:
    """True when the index was made by the rules of this version."""
    return session.scalar(sa.select(IndexStateRow.version)) == VERSION


def _lock(session: Session) -> Any:
    """Take the next generation; whoever else writes the index waits here until this transaction ends."""
    following = IndexStateRow.generation + 1
    found = session.execute(
        sa.update(IndexStateRow)
        .values(generation=following)
        .returning(IndexStateRow.version, IndexStateRow.epoch, IndexStateRow.generation)
    )
    return found.one()


def batches(session: Session, column: Any, size: int = BATCH) -> Iterator[list[int]]:
    """Row ids of a table in order, some at a time."""
    last = 0
    while True:
        batch = list(session.scalars(sa.select(column).where(column > last).order_by(column).limit(size)))
        if not batch:
            return
        yield batch
        last = batch[-1]


def _reindex(session: Session, events: Collection[int], statements: Collection[int], generation: int) -> None:
    before = stored(session, events, statements)
    now = {(each.kind, each.id): each for each in gathered(session, events, statements)}
    ids = term_ids(session, {term for each in now.values() for term in each.terms})
    wanted = {record: entry_row(each, ids) for record, each in now.items()}
    keys = _keys(session, before, wanted)
    change = postings.Change()
    gone = [old.key for record, old in before.items() if keys.get(record) != old.key]
    for record, old in before.items():
        _take_out(change, old, wanted.get(record) if keys.get(record) == old.key else None)
    for record, row in wanted.items():
        old_entry = before.get(record)
        kept = old_entry if old_entry and old_entry.key == keys[record] else None
        change.add(keys[record], row["term_ids"] - set(kept.terms) if kept else row["term_ids"])
    _write_entries(session, before, wanted, keys, gone)
    search.forget_words(session.connection(), gone)
    fresh = [record for record in wanted if record not in before or before[record].key != keys[record]]
    search.add_words(session.connection(), ((keys[record], now[record].fields) for record in fresh))
    learn(session.connection(), (now[record].fields for record in fresh))
    postings.apply(session, change, generation)


def _take_out(change: postings.Change, old: Entry, row: dict[str, Any] | None) -> None:
    change.remove(old.key, set(old.terms) - row["term_ids"] if row else old.terms)


def stored(session: Session, events: Collection[int], statements: Collection[int]) -> dict[Record, Entry]:
    """What the index knows of these records."""
    found: dict[Record, Entry] = {}
    for column, ids in ((IndexEntryRow.event_id, events), (IndexEntryRow.statement_id, statements)):
        if ids:
            rows = session.execute(sa.select(ENTRIES).where(is_one_of(column, ids)))
            found |= {_record(row): entry(row) for row in rows}
    return found


def entry(row: Any) -> Entry:
    """A row of the table of entries."""
    values = dict(row._mapping)
    return Entry(values.pop("key"), unpacked(values["terms"]), values)


def _record(row: Any) -> Record:
    return (EVENT, row.event_id) if row.event_id is not None else ("statement", row.statement_id)


def packed(terms: Iterable[int]) -> bytes:
    ordered = sorted(terms)
    return struct.pack(f"<{len(ordered)}I", *ordered)


def unpacked(terms: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(terms) // 4}I", terms)


def entry_row(each: Indexed, ids: dict[Term, int]) -> dict[str, Any]:
    """The columns of an entry without its key, and its terms as a set beside them."""
    when = each.when
    own = {ids[term] for term in each.terms}
    return {
        "event_id": each.id if each.kind == EVENT else None,
        "statement_id": None if each.kind == EVENT else each.id,
        "day": when.day,
        "first": when.first,
        "last": when.last,
        "reach": when.reach,
        "published": when.published,
        "text": each.text,
        "terms": packed(own),
        "term_ids": own,
    }


def term_ids(session: Session, wanted: set[Term]) -> dict[Term, int]:
    """The ids of terms; those met for the first time are stored."""
    found = _known(session, wanted)
    missing = sorted(wanted - found.keys())
    if missing:
        session.execute(sa.insert(TERMS), [{"facet": f, "value": v, "records": 0} for f, v in missing])
        found |= _known(session, set(missing))
    return found


def _known(session: Session, wanted: set[Term]) -> dict[Term, int]:
    values = sorted({value for _, value in wanted})
    found: dict[Term, int] = {}
    for start in range(0, len(values), VALUES):
        rows = session.execute(
            sa.select(IndexTermRow.facet, IndexTermRow.value, IndexTermRow.id).where(
                IndexTermRow.value.in_(values[start : start + VALUES])
            )
        )
        found |= {(facet, value): id_ for facet, value, id_ in rows if (facet, value) in wanted}
    return found


def _keys(
    session: Session, before: dict[Record, Entry], wanted: dict[Record, dict[str, Any]]
) -> dict[Record, int]:
    """A record keeps its key while it keeps its month and its words; the others get a new one."""
    keys: dict[Record, int] = {}
    new: dict[int, list[Record]] = {}
    for record, row in wanted.items():
        month = month_of(row["day"])
        old = before.get(record)
        if old is not None and month_of_key(old.key) == month and old.row["text"] == row["text"]:
            keys[record] = old.key
        else:
            new.setdefault(month, []).append(record)
    for (_, records), start in zip(new.items(), _given_out(session, new), strict=True):
        keys |= zip(records, range(start, start + len(records)), strict=True)
    return keys


def _given_out(session: Session, new: Mapping[int, Sequence[Record]]) -> list[int]:
    """The first of as many keys as each month needs, none of which was ever given out before."""
    rows = session.execute(sa.select(IndexMonthRow.month, IndexMonthRow.following))
    known = dict(iter(rows))
    starts = [known.get(month, keys_of(month)[0]) for month in new]
    ends = [start + len(records) for start, records in zip(starts, new.values(), strict=True)]
    for (month, end), start in zip(zip(new, ends, strict=True), starts, strict=True):
        if end > keys_of(month)[1]:
            raise OverflowError(f"month {month} has no more keys; {start} was the next")
    made = [{"month": month, "following": end} for month, end in zip(new, ends, strict=True)]
    fresh = [row for row in made if row["month"] not in known]
    if fresh:
        session.execute(sa.insert(MONTHS), fresh)
    kept = [{"at": row["month"], "end": row["following"]} for row in made if row["month"] in known]
    if kept:
        statement = sa.update(MONTHS).where(MONTHS.c.month == sa.bindparam("at"))
        session.execute(statement.values(following=sa.bindparam("end")), kept)
    return starts


def _write_entries(
    session: Session,
    before: dict[Record, Entry],
    wanted: dict[Record, dict[str, Any]],
    keys: dict[Record, int],
    gone: Sequence[int],
) -> None:
    """Rows that changed, and only those; a record that moves to another month is a new row."""
    if gone:
        session.execute(sa.delete(ENTRIES).where(is_one_of(IndexEntryRow.key, gone)))
    made, changed = [], []
    for record, row in wanted.items():
        values = {name: value for name, value in row.items() if name != "term_ids"}
        old = before.get(record)
        if old is None or old.key != keys[record]:
            made.append({"key": keys[record], **values})
        elif old.row != values:
            changed.append({"at": keys[record], **{f"new_{name}": value for name, value in values.items()}})
    search.run_many(session.connection(), sa.insert(ENTRIES), made)
    columns: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in _COLUMNS}
    known = sa.update(ENTRIES).where(ENTRIES.c.key == sa.bindparam("at")).values(**columns)
    search.run_many(session.connection(), known, changed)
