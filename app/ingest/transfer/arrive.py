"""A batch of articles of an export beside what the store holds: new, changed, unchanged, or there twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.write import reindex, reindex_actors
from app.ingest.store import Removed, record, remove, run_line
from app.ingest.storing.actors import sweep
from app.ingest.storing.changes import Record, compare, snapshot
from app.ingest.storing.events import regroup
from app.ingest.storing.outcome import Outcome, Result
from app.ingest.storing.rows import insert, public_id
from app.ingest.transfer.batch import Arrival, Stored, store_batch
from app.ingest.transfer.lines import ArticleLine, LineError
from app.ingest.transfer.rows import profiles
from app.models import ArticleRow, IngestArticleRow


@dataclass(frozen=True, slots=True)
class _Sorted:
    """``outcomes`` of those that are not stored; ``before`` are the records of changed ones by key."""

    arrivals: list[Arrival] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    before: dict[str, list[Record]] = field(default_factory=dict)
    removed: list[Removed] = field(default_factory=list)


def store_articles(
    session: Session, run_id: int, numbered: Sequence[tuple[int, ArticleLine]], *, alone: bool
) -> list[Outcome]:
    """Store a batch in the caller's transaction, with its lines in the record of the run.

    ``alone``: the store holds nothing else, and what tells one event will be told by later lines.
    """
    found = _sorted(session, numbered)
    stored = store_batch(session, found.arrivals)
    regrouped = _regroup(session, found) if found.removed or not alone else set()
    _reindex(session, found, stored, regrouped)
    outcomes = [*found.outcomes, *_outcomes(session, found, stored)]
    insert(session, IngestArticleRow, [run_line(run_id, o) for o in outcomes if not o.changes])
    for outcome in outcomes:
        if outcome.changes:
            record(session, run_id, outcome)
    return outcomes


def _sorted(session: Session, numbered: Sequence[tuple[int, ArticleLine]]) -> _Sorted:
    """Tell the articles apart; what a changed one left in the store is removed."""
    found = _Sorted()
    own, twins = _known(session, [line for _, line in numbered])
    for number, line in numbered:
        article = own.get(line["key"])
        twin = twins.get(line["sha256"])
        if article is not None and article.fingerprint == line["fingerprint"]:
            found.outcomes.append(Outcome(Result.UNCHANGED, line["file_name"], article.public_id))
            continue
        if twin is not None and twin.key != line["key"]:
            outcome = Outcome(Result.DUPLICATE, line["file_name"], public_id(twin.key), detail=twin.file_name)
            found.outcomes.append(outcome)
            continue
        if article is not None:
            found.before[line["key"]] = snapshot(session, article.id)
            found.removed.append(remove(session, article))
        twins[line["sha256"]] = _Twin(line["key"], line["file_name"])
        found.arrivals.append(_arrival(number, line))
    return found


@dataclass(frozen=True, slots=True)
class _Twin:
    """Who has a text already."""

    key: str
    file_name: str


def _known(
    session: Session, lines: Sequence[ArticleLine]
) -> tuple[Mapping[str, ArticleRow], dict[str, _Twin]]:
    """Stored articles of these keys, and who has one of these texts, by its hash."""
    keys, texts = [x["key"] for x in lines], [x["sha256"] for x in lines]
    where = sa.or_(ArticleRow.key.in_(keys), ArticleRow.sha256.in_(texts))
    rows = session.scalars(sa.select(ArticleRow).where(where)).all()
    return {row.key: row for row in rows}, {row.sha256: _Twin(row.key, row.file_name) for row in rows}


def _arrival(number: int, line: ArticleLine) -> Arrival:
    try:
        return Arrival(number, line, profiles(line))
    except ValueError as error:
        raise LineError(number, str(error)) from error


def _regroup(session: Session, found: _Sorted) -> set[int]:
    """Let the rules say which tellings are one event, as after any change of the store; the events."""
    told = {t.id for a in found.arrivals for t in a.profiles.tellings}
    near = {id_ for removed in found.removed for id_ in removed.tellings}
    return regroup(session, told | near, [s for a in found.arrivals for s in a.profiles.sayings])


def _reindex(session: Session, found: _Sorted, stored: Stored, regrouped: set[int]) -> None:
    """Bring actors near what was removed up to date, then the index of all that was touched."""
    near = sweep(session, {actor for removed in found.removed for actor in removed.actors})
    events = regrouped.union(stored.events.values(), *(removed.events for removed in found.removed))
    statements = set(stored.statements.values()).union(*(removed.statements for removed in found.removed))
    articles = set(stored.articles.values()).union(*(removed.articles for removed in found.removed))
    reindex(session, events, statements, articles)
    reindex_actors(session, near | stored.redescribed)


def _outcomes(session: Session, found: _Sorted, stored: Stored) -> Iterator[Outcome]:
    for arrival in found.arrivals:
        key, name = arrival.line["key"], arrival.line["file_name"]
        if key in found.before:
            changes = tuple(compare(found.before[key], snapshot(session, stored.articles[key])))
            yield Outcome(Result.CHANGED, name, public_id(key), changes=changes)
        else:
            yield Outcome(Result.ADDED, name, public_id(key), added=arrival.size)
