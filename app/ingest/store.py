"""Stores extractions: one article, one transaction; nothing twice, nothing lost.

``store`` puts one reading into an open session. ``ingest_run`` does so for many, each in a
transaction of its own, and records what was added, changed, re-dated and lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app import db
from app.domain.links import LinkKind
from app.domain.records import Extraction
from app.index.write import reindex, reindex_actors
from app.ingest import match
from app.ingest.curation.apply import Curated
from app.ingest.curation.overrides import Overrides
from app.ingest.engine import input_print
from app.ingest.storing.actors import everyone, forget_spellings, store_actors, sweep
from app.ingest.storing.article import Prints, store_article
from app.ingest.storing.changes import compare, snapshot
from app.ingest.storing.copies import body_of, missing, store_copies
from app.ingest.storing.curations import store_curations
from app.ingest.storing.events import regroup
from app.ingest.storing.giving_way import GivenWay, give_way
from app.ingest.storing.offices import store_offices
from app.ingest.storing.outcome import Outcome, Result, settled
from app.ingest.storing.prepared import prepared
from app.ingest.storing.records import Reading, store_statements, store_tellings
from app.ingest.storing.rows import Values, article_key, insert, insert_one, public_id
from app.knowledge.load import Knowledge, load_knowledge
from app.models import (
    AppearanceRow,
    ArticleRow,
    ChangeRow,
    EventRow,
    IngestArticleRow,
    IngestRunRow,
    LinkRow,
    StatementRow,
    TellingRow,
)
from app.models.connections import settle
from app.models.search import is_one_of

#: Articles examined in one transaction when an older database is brought up to date.
MOST_AT_ONCE = 250
#: Articles after which the length of the database's write-ahead log is checked.
_SETTLED_EVERY = 20

#: No corrections.
NONE = Overrides()


def store(
    session: Session,
    extraction: Extraction,
    knowledge: Knowledge | None = None,
    overrides: Overrides = NONE,
) -> Outcome:
    """Store one reading with its corrections; the caller's transaction makes it atomic.

    Storing the same text, metadata and records again changes nothing. Another text under the same key
    (address, id or file name) replaces that article's records and no others.
    """
    document = extraction.document
    tables = knowledge or load_knowledge()
    ready = prepared(session, extraction, overrides, tables)
    prints = Prints(ready.print, input_print(document, ready.digest))
    own = ready.standing.own
    if known := settled(ready.standing, document.name, prints.reading):
        if own is not None and known.result is Result.UNCHANGED:
            own.input_print = prints.input
        return known
    before = snapshot(session, own.id) if own else []
    removed = remove(session, own) if own else Removed()
    renamed = give_way(session, ready.standing.holder)
    article_id = _insert(session, ready.made, prints, tables, Near(removed, renamed))
    article = public_id(article_key(document))
    if own is None:
        count = len(ready.made.extraction.statements) + len(ready.made.extraction.events)
        return Outcome(Result.ADDED, document.name, article, added=count)
    changes = tuple(compare(before, snapshot(session, article_id)))
    return Outcome(Result.CHANGED, document.name, article, changes=changes)


@dataclass(frozen=True, slots=True)
class Removed:
    """What a removed article was connected with and must be re-examined: tellings by id, actors by row.

    ``events`` and ``statements`` are the rows that it reported or contained, deleted or not;
    ``articles`` is its own.
    """

    tellings: frozenset[str] = frozenset()
    actors: frozenset[int] = frozenset()
    events: frozenset[int] = frozenset()
    statements: frozenset[int] = frozenset()
    articles: frozenset[int] = frozenset()


def remove(session: Session, article: ArticleRow) -> Removed:
    """Delete an article with everything that depends on it."""
    own = sa.select(TellingRow.id).where(TellingRow.article_id == article.id)
    events = sa.select(TellingRow.event_id).where(TellingRow.article_id == article.id)
    plans = sa.select(LinkRow.from_telling_id).where(
        LinkRow.kind == LinkKind.PLAN_OUTCOME.value, LinkRow.to_telling_id.in_(own)
    )
    near = session.scalars(
        sa.select(TellingRow.public_id).where(
            TellingRow.article_id != article.id,
            sa.or_(TellingRow.event_id.in_(events), TellingRow.id.in_(plans)),
        )
    )
    actors = session.scalars(sa.select(AppearanceRow.actor_id).where(AppearanceRow.article_id == article.id))
    said = session.scalars(sa.select(StatementRow.id).where(StatementRow.article_id == article.id))
    told = list(session.scalars(events))
    own_row = frozenset({article.id})
    removed = Removed(frozenset(near), frozenset(actors), frozenset(told), frozenset(said), own_row)
    forget_spellings(session, article.id)
    session.delete(article)
    session.flush()
    _drop_untold(session, told)
    session.expire_all()
    return removed


def _drop_untold(session: Session, event_ids: Sequence[int]) -> None:
    """Delete those of these events that no article reports any more.

    The others take the id of a telling they still have; reading the same text again brings back
    the ids of its own tellings.
    """
    told = sa.select(TellingRow.event_id).where(TellingRow.event_id.in_(event_ids))
    session.execute(sa.delete(EventRow).where(EventRow.id.in_(event_ids), EventRow.id.not_in(told)))
    left = sa.select(sa.func.min(TellingRow.public_id)).where(TellingRow.event_id == EventRow.id)
    session.execute(
        sa.update(EventRow).where(EventRow.id.in_(event_ids)).values(public_id=left.scalar_subquery())
    )


@dataclass(frozen=True, slots=True)
class Near:
    """What an article replaces, and what was renamed to make room for its ids."""

    removed: Removed
    renamed: GivenWay


def _insert(session: Session, made: Curated, prints: Prints, knowledge: Knowledge, near: Near) -> int:
    own = made.extraction
    people = everyone(own, knowledge)
    article_id = store_article(session, own, prints)
    store_curations(session, article_id, made.curations)
    store_copies(session, {article_id: body_of(own.document)})
    actor_ids, refiled = store_actors(session, article_id, people)
    outlet = own.document.outlet
    if outlet is not None:
        where = ArticleRow.id == article_id
        session.execute(sa.update(ArticleRow).where(where).values(outlet_id=actor_ids[outlet.slug]))
    sayings = {s.id: s for s in match.sayings(own, knowledge)}
    tellings = {t.id: t for t in match.tellings(own)}
    reading = Reading(article_id, own, people, actor_ids, sayings, tellings)
    statements = store_statements(session, reading)
    events = store_tellings(session, reading, statements)
    removed, renamed = near.removed, near.renamed
    changed = {*tellings, *removed.tellings, *renamed.tellings}
    regrouped = regroup(session, changed, [*sayings.values(), *renamed.sayings])
    refiled |= sweep(session, removed.actors)
    touched = regrouped | removed.events | renamed.events | set(events.values())
    said = removed.statements | renamed.statements | set(statements.values())
    reindex(session, touched, said, {article_id, *removed.articles, *renamed.articles})
    reindex_actors(session, refiled)
    return article_id


@dataclass(slots=True)
class IngestRun:
    """A run of the ingest under way; ``outcomes`` grow as articles are stored."""

    engine: Engine
    id: int
    knowledge: Knowledge
    overrides: Overrides = NONE
    outcomes: list[Outcome] = field(default_factory=list)

    def store(self, extraction: Extraction, remark: str | None = None) -> Outcome:
        """Store one article in one transaction, together with its line in the record of the run."""
        with db.transaction(self.engine) as session:
            outcome = store(session, extraction, self.knowledge, self.overrides)
            outcome = replace(outcome, detail=outcome.detail or remark)
            record(session, self.id, outcome)
        self.outcomes.append(outcome)
        if len(self.outcomes) % _SETTLED_EVERY == 0:
            settle(self.engine)
        return outcome

    def failed(self, file: str, reason: str) -> Outcome:
        """Keep a record of an input that could not be read."""
        return self.note(Outcome(Result.FAILED, file, detail=reason))

    def note(self, outcome: Outcome) -> Outcome:
        """Keep a record of an outcome for which nothing was stored."""
        with db.transaction(self.engine) as session:
            record(session, self.id, outcome)
        self.outcomes.append(outcome)
        return outcome


@contextmanager
def ingest_run(
    engine: Engine,
    rules_version: str,
    now: Callable[[], datetime],
    knowledge: Knowledge | None = None,
    overrides: Overrides = NONE,
) -> Iterator[IngestRun]:
    """A run of the ingest: updates offices and holders, and marks the run as finished if all goes well.

    ``now`` returns the time in UTC.
    """
    tables = knowledge or load_knowledge()
    while _catch_up(engine):
        pass
    with db.transaction(engine) as session:
        store_offices(session, tables)
        run_id = insert_one(session, IngestRunRow, {"started": now(), "rules_version": rules_version})
    yield IngestRun(engine, run_id, tables, overrides)
    with db.transaction(engine) as session:
        session.execute(sa.update(IngestRunRow).where(IngestRunRow.id == run_id).values(finished=now()))


def _catch_up(engine: Engine) -> bool:
    """Look for copies among articles stored by versions that did not; False when none are left."""
    with db.transaction(engine) as session:
        bodies = missing(session, MOST_AT_ONCE)
        copied = store_copies(session, bodies) if bodies else set()
        told = session.scalars(
            sa.select(TellingRow.public_id).where(is_one_of(TellingRow.article_id, copied))
        ).all()
        if told:
            reindex(session, regroup(session, told, []))
    return bool(bodies)


def record(session: Session, run_id: int, outcome: Outcome) -> None:
    """Record an outcome under its run, with every single change."""
    line = insert_one(session, IngestArticleRow, run_line(run_id, outcome))
    insert(
        session,
        ChangeRow,
        [
            {
                "ingest_article_id": line,
                "change": c.change,
                "record": c.record,
                "public_id": c.id,
                "before": c.before,
                "after": c.after,
                "beside": c.beside,
            }
            for c in outcome.changes
        ],
    )


def run_line(run_id: int, outcome: Outcome) -> Values:
    """The columns of an outcome in the record of a run."""
    return {
        "run_id": run_id,
        "article_public_id": outcome.article,
        "file_name": outcome.file,
        "result": outcome.result.value,
        "detail": outcome.detail,
        "added": outcome.count("added"),
        "changed": outcome.count("changed"),
        "redated": outcome.count("re-dated"),
        "lost": outcome.count("lost"),
    }
