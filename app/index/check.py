"""Compares the index with the records it was built from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from pyroaring import BitMap64
from sqlalchemy.orm import Session

from app.index.facets import Indexed, Term
from app.index.gather import gathered
from app.index.keys import MONTH_BITS, day_of_article, month_of, month_of_key, posting_id
from app.index.tables import ARTICLES, ENTRIES, POSTINGS, TERMS
from app.index.write import Entry, batches, entry, stored
from app.models import ArticleRow, EventRow, StatementRow


def differences(session: Session) -> Iterator[str]:
    """What the index says otherwise than the tables, in words; nothing where all is well."""
    names = {row.id: (row.facet, row.value) for row in session.execute(TERMS.select())}
    records = 0
    for events in batches(session, EventRow.id):
        records += len(events)
        yield from _of_records(session, gathered(session, events, ()), names, events, ())
    for statements in batches(session, StatementRow.id):
        records += len(statements)
        yield from _of_records(session, gathered(session, (), statements), names, (), statements)
    entries = session.scalar(sa.select(sa.func.count()).select_from(ENTRIES)) or 0
    if entries != records:
        yield f"{entries} entries for {records} records"
    yield from _of_sets(session, names)
    yield from _of_articles(session)


def _of_records(
    session: Session,
    expected: Iterable[Indexed],
    names: dict[int, Term],
    events: Iterable[int],
    statements: Iterable[int],
) -> Iterator[str]:
    known = stored(session, list(events), list(statements))
    for each in expected:
        found = known.get((each.kind, each.id))
        what = "missing" if found is None else _difference(each, found, names)
        if what:
            yield f"{each.kind} {each.id}: {what}"


def _difference(each: Indexed, found: Entry, names: dict[int, Term]) -> str | None:
    terms = {names.get(term, ("?", str(term))) for term in found.terms}
    if terms != each.terms:
        return f"filed under {sorted(terms - each.terms)}, not under {sorted(each.terms - terms)}"
    when = each.when
    if month_of_key(found.key) != month_of(when.day):
        return "filed under another month"
    told = tuple(found.row[name] for name in ("day", "first", "last", "published", "reach"))
    if told != (when.day, when.first, when.last, when.published, when.reach):
        return "known by another date"
    return None if found.row["text"] == each.text else "filed under other words"


def _of_sets(session: Session, names: dict[int, Term]) -> Iterator[str]:
    """Sets against entries, month by month."""
    sizes: dict[int, int] = defaultdict(int)
    rows = session.execute(ENTRIES.select().order_by(ENTRIES.c.key)).yield_per(5_000)
    seen: set[int] = set()
    for month, group in groupby(map(entry, rows), key=lambda each: month_of_key(each.key)):
        seen.add(month)
        expected = _sets(month, group)
        yield from _of_month(session, month, expected, names)
        for posting, keys in expected.items():
            sizes[posting >> MONTH_BITS] += len(keys)
    for row in session.execute(sa.select(POSTINGS.c.id, POSTINGS.c.keyset)).yield_per(5_000):
        if row.id % (1 << MONTH_BITS) not in seen and BitMap64.deserialize(row.keyset):
            yield f"set {row.id}: of a month without records"
    for row in session.execute(TERMS.select()):
        if row.records != sizes[row.id]:
            yield f"term {row.facet} {row.value}: {row.records} records counted, {sizes[row.id]} filed"


def _of_articles(session: Session) -> Iterator[str]:
    """Keys against articles; the words themselves cannot be read back."""
    rows = session.execute(
        sa.select(ARTICLES.c.key, ARTICLES.c.article_id, ArticleRow.id, ArticleRow.published_earliest)
        .select_from(ARTICLES)
        .join(ArticleRow, ArticleRow.id == ARTICLES.c.article_id, full=True)
        .where(sa.or_(ARTICLES.c.article_id.is_not(None), ArticleRow.id.is_not(None)))
        .order_by(ArticleRow.id)
    )
    for key, filed, article, published in rows.yield_per(5_000):
        if filed is None:
            yield f"article {article}: missing"
        elif article is None:
            yield f"article {filed}: no more, and still filed"
        elif day_of_article(key) != (published.toordinal() if published else 0):
            yield f"article {article}: filed under another day"


def _sets(month: int, entries: Iterable[Entry]) -> dict[int, BitMap64]:
    keys: dict[int, list[int]] = defaultdict(list)
    for each in entries:
        for term in each.terms:
            keys[posting_id(term, month)].append(each.key)
    return {posting: BitMap64(found) for posting, found in keys.items()}


def _of_month(
    session: Session, month: int, expected: dict[int, BitMap64], names: dict[int, Term]
) -> Iterator[str]:
    of_month: Any = POSTINGS.c.id % (1 << MONTH_BITS) == month
    rows = session.execute(sa.select(POSTINGS.c.id, POSTINGS.c.keyset).where(of_month))
    found = {row.id: BitMap64.deserialize(row.keyset) for row in rows}
    for posting in expected.keys() | found.keys():
        if expected.get(posting, BitMap64()) != found.get(posting, BitMap64()):
            yield f"set of {names.get(posting >> MONTH_BITS)} in month {month}: other keys than the entries"
