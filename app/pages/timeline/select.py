"""Reads the timeline from the tables: a fixed number of queries, whatever the view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import QueryError
from app.models import ActorRow, ArticleRow, EventRow, StatementRow, TellingRow
from app.pages.timeline import select_facets, select_records
from app.pages.timeline.query import FILTERS, TimelineQuery
from app.pages.timeline.records import Facts, Record, Totals
from app.pages.timeline.select_filters import Condition, Matches, holds, of_events, of_statements

#: At least one more than the longest page of the list, so that it tells whether there is another.
MARKS: Final = 201
UNDATED: Final = 40
BATCH: Final = 500
Key = tuple[int, int, int]


def load(session: Session, query: TimelineQuery) -> Facts:
    """Everything the page shows of this view."""
    found = matches(session, query)
    events, statements = of_events(query, found), of_statements(query, found)
    undated_only = query.certainty == "undated"
    totals = _totals(session, events, statements)
    crowded = totals.records - totals.undated > MARKS and query.lane == "country"
    drawn = not (undated_only or crowded)
    marks: list[Key] = []
    if drawn:
        marks, _ = _keys(session, events, statements, query.with_(after=None, order="event"), limit=MARKS)
    if drawn and query.order == "event" and not query.after:
        keys, rest = marks[: query.limit], _cursor_after(marks, query.limit)
    else:
        keys, rest = _keys(session, events, statements, query, limit=query.limit, undated=undated_only)
    tray: list[Key] = []
    if not undated_only:
        first = query.with_(after=None, order="published")
        tray, _ = _keys(session, events, statements, first, limit=UNDATED, undated=True)
    records = select_records.records(session, {*keys, *marks, *tray})
    chosen = select_records.one(session, query.event) if query.event else None
    return Facts(
        totals=totals,
        overall=_totals(session, sa.true(), sa.true()) if query.is_filtered else totals,
        marks=_picked(records, marks),
        listed=_picked(records, keys),
        next_key=rest,
        undated=_picked(records, tray),
        days=_days(session),
        density=select_facets.density(session, events, statements) if crowded else (),
        states=select_facets.states(session, query, found),
        actors=select_facets.actors(session),
        outlets=select_facets.outlets(session, query, found),
        names=select_facets.names(session, query),
        relaxed=() if totals.records else tuple(_relaxed(session, query)),
        chosen=chosen,
        tellings=select_records.tellings(session, chosen) if chosen else (),
    )


def everything(session: Session, query: TimelineQuery) -> Iterator[Record]:
    """All records of this view in order, the undated last, read in batches."""
    found = matches(session, query)
    events, statements = of_events(query, found), of_statements(query, found)
    for undated in (False, True):
        after: str | None = None
        while True:
            batch = query.with_(after=after)
            keys, after = _keys(session, events, statements, batch, limit=BATCH, undated=undated)
            yield from _picked(select_records.records(session, keys), keys)
            if after is None:
                break


def _relaxed(session: Session, query: TimelineQuery) -> Iterable[tuple[str, int]]:
    """Filters that alone stand in the way, with what each of them hides."""
    given = [name for name in FILTERS if query.values(name) and not (name == "to" and query.since)]
    for name in given:
        wider = query.relaxed(name)
        found = matches(session, wider)
        count = _totals(session, of_events(wider, found), of_statements(wider, found)).records
        if count:
            yield name, count


def _picked(records: dict[Key, Record], keys: Iterable[Key]) -> tuple[Record, ...]:
    return tuple(records[key] for key in keys)


def matches(session: Session, query: TimelineQuery) -> Matches | None:
    """Ids of the records that hold the words of ``q``; None when nothing is looked for.

    Every text is read and folded: right at thousands of records, to be replaced by an index beyond.
    """
    if not query.q:
        return None
    told = session.execute(
        sa.select(TellingRow.event_id, TellingRow.text, TellingRow.headline_ar, TellingRow.headline_en)
    )
    said = session.execute(
        sa.select(StatementRow.id, StatementRow.text, ActorRow.name_ar, ActorRow.name_en).join(
            ActorRow, ActorRow.id == StatementRow.speaker_id
        )
    )
    return Matches(
        frozenset(i for i, *texts in told if holds("\n".join(texts), query.q, exact=query.exact)),
        frozenset(i for i, *texts in said if holds("\n".join(texts), query.q, exact=query.exact)),
    )


def _keys(
    session: Session,
    events: Condition,
    statements: Condition,
    query: TimelineQuery,
    *,
    limit: int,
    undated: bool = False,
) -> tuple[list[Key], str | None]:
    """The first ``limit`` keys (day, kind, id) after the cursor, and the cursor of what follows."""
    after = _cursor(query.after)
    found: list[Key] = []
    for row, condition, rank in ((EventRow, events, 0), (StatementRow, statements, 1)):
        day = _order_day(row, query)
        wanted = sa.select(sa.func.coalesce(day, 0), sa.literal(rank), row.id).where(condition)
        wanted = wanted.where(row.sort_day.is_(None) if undated else row.sort_day.is_not(None))
        if after:
            wanted = wanted.where(_beyond(sa.func.coalesce(day, 0), row.id, rank, after))
        found += [tuple(key) for key in session.execute(wanted.order_by(day, row.id).limit(limit + 1))]
    found.sort()
    return found[:limit], _cursor_after(found, limit)


def _cursor_after(keys: Sequence[Key], limit: int) -> str | None:
    """Where the list goes on after ``limit`` keys, None where it ends before."""
    return ".".join(map(str, keys[limit - 1])) if len(keys) > limit else None


def _order_day(row: type[EventRow] | type[StatementRow], query: TimelineQuery) -> Any:
    """What a list is ordered by: the day told of, or the day it was first published as YYYYMMDD."""
    if query.order == "event":
        return row.sort_day
    day = sa.select(sa.func.min(ArticleRow.published_earliest))
    if row is EventRow:
        day = day.join(TellingRow, TellingRow.article_id == ArticleRow.id)
        day = day.where(TellingRow.event_id == EventRow.id)
    else:
        day = day.where(ArticleRow.id == StatementRow.article_id)
    first = day.scalar_subquery()
    year, month, number = (sa.extract(part, first) for part in ("year", "month", "day"))
    return sa.cast(year * 10000 + month * 100 + number, sa.Integer)


def _beyond(day: Any, id: Any, rank: int, after: Key) -> Condition:
    """Keys that come after ``after`` among records of one kind."""
    if rank < after[1]:
        return sa.and_(day > after[0])
    beyond = sa.and_(day == after[0], id > after[2]) if rank == after[1] else day == after[0]
    return sa.or_(day > after[0], beyond)


def _cursor(text: str | None) -> Key | None:
    if text is None:
        return None
    parts = text.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) < 19 for part in parts):
        raise QueryError("after", text, ("…",))
    return int(parts[0]), int(parts[1]), int(parts[2])


def _totals(session: Session, events: Condition, statements: Condition) -> Totals:
    counted: list[tuple[int, int, int | None, int | None]] = []
    for row, condition in ((EventRow, events), (StatementRow, statements)):
        day = row.sort_day
        counts = sa.select(sa.func.count(), sa.func.count(day), sa.func.min(day), sa.func.max(day))
        all_, dated, first, last = session.execute(counts.select_from(row).where(condition)).one()
        counted.append((all_, dated, first, last))
    told = sa.select(TellingRow.article_id).join(EventRow, EventRow.id == TellingRow.event_id).where(events)
    said = sa.select(StatementRow.article_id).where(statements)
    articles = set(session.scalars(sa.union(told, said)))
    firsts = [first for *_, first, _ in counted if first]
    lasts = [last for *_, last in counted if last]
    return Totals(
        events=counted[0][0],
        statements=counted[1][0],
        undated=sum(all_ - dated for all_, dated, *_ in counted),
        articles=len(articles),
        first=date.fromordinal(min(firsts)) if firsts else None,
        last=date.fromordinal(max(lasts)) if lasts else None,
    )


def _days(session: Session) -> tuple[tuple[int, int], ...]:
    """Day and number of records, over the whole corpus, for the overview strip."""
    counts: Counter[int] = Counter()
    for row in (EventRow, StatementRow):
        per_day = sa.select(row.sort_day, sa.func.count()).where(row.sort_day.is_not(None))
        for day, count in session.execute(per_day.group_by(row.sort_day)):
            counts[day or 0] += count
    return tuple(sorted(counts.items()))
