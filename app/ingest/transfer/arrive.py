"""Compares a batch of exported articles with the database: new, changed, unchanged, or duplicate."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.write import reindex, reindex_actors
from app.ingest.store import Removed, record, remove, run_line
from app.ingest.storing.actors import sweep
from app.ingest.storing.changes import Record, compare, snapshot
from app.ingest.storing.events import regroup
from app.ingest.storing.giving_way import GivenWay, give_way
from app.ingest.storing.outcome import Outcome, Result
from app.ingest.storing.rows import insert, public_id
from app.ingest.storing.standing import ALL
from app.ingest.transfer.batch import Arrival, Stored, store_batch
from app.ingest.transfer.equal_texts import Held, Owner, held_texts, is_reprinted, plain_hash, reprinted_line
from app.ingest.transfer.lines import ArticleLine, LineError
from app.ingest.transfer.rows import profiles
from app.models import ArticleRow, CopyRow, IngestArticleRow, TellingRow
from app.models.search import is_one_of


@dataclass(frozen=True, slots=True)
class _Sorted:
    """``outcomes`` of those that are not stored; ``before`` are the records of changed ones by key;
    ``renamed`` are those that left the ids of their text to an arrival."""

    arrivals: list[Arrival] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    before: dict[str, list[Record]] = field(default_factory=dict)
    removed: list[Removed] = field(default_factory=list)
    renamed: list[GivenWay] = field(default_factory=list)

    @property
    def near(self) -> list[Removed | GivenWay]:
        return [*self.removed, *self.renamed]


def store_articles(
    session: Session, run_id: int, numbered: Sequence[tuple[int, ArticleLine]], *, alone: bool
) -> list[Outcome]:
    """Store a batch in the caller's transaction, with its lines in the record of the run.

    ``alone``: the store holds nothing else, and what tells one event will be told by later lines.
    """
    found = _sorted(session, numbered, alone=alone)
    stored = store_batch(session, found.arrivals)
    regrouped = _regroup(session, found, stored) if found.removed or not alone else set()
    _reindex(session, found, stored, regrouped)
    outcomes = [*found.outcomes, *_outcomes(session, found, stored)]
    insert(session, IngestArticleRow, [run_line(run_id, o) for o in outcomes if not o.changes])
    for outcome in outcomes:
        if outcome.changes:
            record(session, run_id, outcome)
    return outcomes


def _sorted(session: Session, numbered: Sequence[tuple[int, ArticleLine]], *, alone: bool) -> _Sorted:
    """Tell the articles apart; what a changed one left in the store is removed."""
    found, arrivals = _Sorted(), list[Arrival]()
    lines = [line for _, line in numbered]
    own, texts = _known(session, lines), held_texts(session, lines)
    for number, line in numbered:
        article, held = own.get(line["key"]), texts[plain_hash(line)]
        if article is not None and article.fingerprint == line["fingerprint"]:
            found.outcomes.append(Outcome(Result.UNCHANGED, line["file_name"], article.public_id))
            continue
        if twin := held.twin(line, alone=alone):
            outcome = Outcome(Result.DUPLICATE, line["file_name"], public_id(twin.key), detail=twin.file_name)
            found.outcomes.append(outcome)
            continue
        if article is not None:
            for each in texts.values():
                each.leave(article.key)
            found.before[line["key"]] = snapshot(session, article.id)
            found.removed.append(remove(session, article))
        held.owners.append(Owner.of(line))
        arrivals.append(_arrival(number, line))
    for arrival in arrivals:
        _place(session, found, texts[plain_hash(arrival.line)], arrival)
    return found


def _known(session: Session, lines: Sequence[ArticleLine]) -> Mapping[str, ArticleRow]:
    """Stored articles of these keys."""
    rows = session.scalars(sa.select(ArticleRow).where(ArticleRow.key.in_([x["key"] for x in lines])))
    return {row.key: row for row in rows}


def _place(session: Session, found: _Sorted, held: Held, arrival: Arrival) -> None:
    """Take an article in; of all that have its text the first by key has the ids of the text."""
    line = arrival.line
    if held.holder is not None and held.holder < line["key"] and not is_reprinted(line):
        arrival = _reprinted(arrival)
    elif not is_reprinted(line):
        if held.row is not None:
            found.renamed.append(give_way(session, held.row))
        elif held.arrival is not None:
            found.arrivals[held.arrival] = _reprinted(found.arrivals[held.arrival])
        held.holder, held.row, held.arrival = line["key"], None, len(found.arrivals)
    found.arrivals.append(arrival)


def _reprinted(arrival: Arrival) -> Arrival:
    return _arrival(arrival.number, reprinted_line(arrival.line))


def _arrival(number: int, line: ArticleLine) -> Arrival:
    try:
        return Arrival(number, line, profiles(line))
    except ValueError as error:
        raise LineError(number, str(error)) from error


def _regroup(session: Session, found: _Sorted, stored: Stored) -> set[int]:
    """Let the rules say which tellings are one event, as after any change of the store; the events.

    An article at a time: what is near the days of one is much less than what is near the days of all.
    """
    beside = {id_ for near in found.near for id_ in near.tellings}
    beside |= _of_equal_texts(session, stored.articles.values())
    events = regroup(session, beside, [s for renamed in found.renamed for s in renamed.sayings])
    for arrival in found.arrivals:
        told = {t.id for t in arrival.profiles.tellings}
        events |= regroup(session, told, arrival.profiles.sayings)
    return events


def _of_equal_texts(session: Session, articles: Collection[int]) -> set[str]:
    """Tellings of articles with the very text of one of these: they may be joined with what has come now."""
    copies = sa.select(CopyRow.copy_id).where(is_one_of(CopyRow.article_id, articles), CopyRow.shared == ALL)
    return set(session.scalars(sa.select(TellingRow.public_id).where(TellingRow.article_id.in_(copies))))


def _reindex(session: Session, found: _Sorted, stored: Stored, regrouped: set[int]) -> None:
    """Bring actors near what was removed up to date, then the index of all that was touched."""
    near = sweep(session, {actor for removed in found.removed for actor in removed.actors})
    events = regrouped.union(stored.events.values(), *(near.events for near in found.near))
    statements = set(stored.statements.values()).union(*(near.statements for near in found.near))
    articles = set(stored.articles.values()).union(*(near.articles for near in found.near))
    reindex(session, events, statements, articles)
    reindex_actors(session, near | stored.refiled)


def _outcomes(session: Session, found: _Sorted, stored: Stored) -> Iterator[Outcome]:
    for arrival in found.arrivals:
        key, name = arrival.line["key"], arrival.line["file_name"]
        if key in found.before:
            changes = tuple(compare(found.before[key], snapshot(session, stored.articles[key])))
            yield Outcome(Result.CHANGED, name, public_id(key), changes=changes)
        else:
            yield Outcome(Result.ADDED, name, public_id(key), added=arrival.size)
