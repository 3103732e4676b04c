"""The database as the lines of an export, from a single snapshot."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import cast

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session, aliased

from app import db
from app.domain.links import LinkKind
from app.ingest.transfer.dump_articles import article_lines
from app.ingest.transfer.lines import VERSION, End, EventLine, HeaderLine, LinkLine, PartyPart, encode
from app.models import ActorRow, ArticleRow, EventRow, LinkRow, ParticipantRow, StatementRow, TellingRow
from app.models.search import is_one_of

#: Events read at once.
CHUNK = 500

_EVENT = (
    "type", "status", "headline_ar", "headline_en", "certainty", "evidence_kind", "background",
    "tellings_count", "origins_count", "edtf", "earliest", "latest", "date_text", "date_rule",
    "place_slug", "place_ar", "place_en", "place_country",
)  # fmt: skip


def dump(engine: Engine) -> Iterator[bytes]:
    """Every line of an export; what is written while they are read is not in it."""
    with db.reading(engine) as session:
        yield encode(header(session))
        yield from map(encode, article_lines(session))
        yield from map(encode, _event_lines(session))
        yield from map(encode, _link_lines(session))


def header(session: Session) -> HeaderLine:
    corpus = hashlib.sha256()
    prints = sa.select(ArticleRow.fingerprint).order_by(ArticleRow.public_id)
    articles = 0
    for print_ in session.scalars(prints.execution_options(yield_per=5_000)):
        corpus.update(print_.encode())
        articles += 1
    return HeaderLine(
        record="header",
        format="tasalsul",
        version=VERSION,
        corpus=corpus.hexdigest()[:16],
        articles=articles,
        events=_count(session, _told_together().subquery()),
        links=_count(session, LinkRow.__table__),
    )


def _count(session: Session, table: sa.FromClause) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def _told_together() -> sa.Select[int]:
    """Numbers of events that several tellings tell."""
    return sa.select(TellingRow.event_id).group_by(TellingRow.event_id).having(sa.func.count() > 1)


def _event_lines(session: Session) -> Iterator[EventLine]:
    last = ""
    every = (
        sa.select(EventRow).where(EventRow.id.in_(_told_together())).order_by(EventRow.public_id).limit(CHUNK)
    )
    while chunk := session.scalars(every.where(EventRow.public_id > last)).all():
        ids = [event.id for event in chunk]
        told = _tellings(session, ids)
        parties = _parties(session, ids)
        for event in chunk:
            line = {"record": "event", "id": event.public_id, "tellings": sorted(told[event.id])}
            line |= {name: getattr(event, name) for name in _EVENT} | {"participants": parties[event.id]}
            yield cast("EventLine", line)
        last = chunk[-1].public_id
        session.expunge_all()


def _tellings(session: Session, events: Sequence[int]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    wanted = sa.select(TellingRow.event_id, TellingRow.public_id).where(
        is_one_of(TellingRow.event_id, events)
    )
    for event_id, public_id in session.execute(wanted):
        found[event_id].append(public_id)
    return found


def _parties(session: Session, events: Sequence[int]) -> defaultdict[int, list[PartyPart]]:
    found: defaultdict[int, list[PartyPart]] = defaultdict(list)
    wanted = (
        sa.select(ParticipantRow.event_id, ActorRow.slug, ParticipantRow.role)
        .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        .where(is_one_of(ParticipantRow.event_id, events))
        .order_by(ParticipantRow.event_id, ParticipantRow.position)
    )
    for event_id, slug, role in session.execute(wanted):
        found[event_id].append(PartyPart(actor=slug, role=role))
    return found


def _link_lines(session: Session) -> Iterator[LinkLine]:
    """In order of kind and of the ids of both ends."""
    sides = [(aliased(TellingRow), aliased(StatementRow)) for _ in range(2)]
    (from_telling, from_statement), (to_telling, to_statement) = sides
    names = [column.public_id for side in sides for column in side]
    wanted = (
        sa.select(LinkRow.kind, LinkRow.reasons, *names)
        .outerjoin(from_telling, LinkRow.from_telling_id == from_telling.id)
        .outerjoin(from_statement, LinkRow.from_statement_id == from_statement.id)
        .outerjoin(to_telling, LinkRow.to_telling_id == to_telling.id)
        .outerjoin(to_statement, LinkRow.to_statement_id == to_statement.id)
        .order_by(LinkRow.kind, sa.func.coalesce(*names[:2]), sa.func.coalesce(*names[2:]), LinkRow.reasons)
    )
    for row in session.execute(wanted.execution_options(yield_per=5_000)):
        kind, reasons, *ends = row
        yield LinkLine(
            record="link",
            kind=LinkKind(kind),
            source=_end(*ends[:2]),
            target=_end(*ends[2:]),
            reasons=reasons,
        )


def _end(telling: str | None, statement: str | None) -> End:
    if telling is not None:
        return End(record="event", id=telling)
    return End(record="statement", id=statement or "")
