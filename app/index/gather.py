"""Reads from the tables what the index must know: a few queries, however many records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import ActorKind
from app.index.facets import EVENT, STATEMENT, Indexed, Party, When, certainty, terms
from app.models import ActorRow, ArticleRow, EventRow, ParticipantRow, StatementRow, TellingRow
from app.models.search import is_one_of


def acts_for_its_state() -> sa.ColumnElement[bool]:
    """Newspapers, parties and institutes have a home but speak for themselves; ministers, ministries,
    armies and the armed groups named after a state stand in its lane."""
    return ActorRow.kind.not_in((ActorKind.MEDIA, ActorKind.ORGANISATION))


def lane() -> sa.ColumnElement[str | None]:
    """The slug of the state that an actor is shown with; NULL where there is none."""
    return sa.case((acts_for_its_state(), ActorRow.lane), else_=None)


def gathered(session: Session, events: Collection[int], statements: Collection[int]) -> Iterator[Indexed]:
    """The records with these ids as far as they exist."""
    if events:
        yield from _events(session, events)
    if statements:
        yield from _statements(session, statements)


def _events(session: Session, ids: Collection[int]) -> Iterator[Indexed]:
    parties = _parties(session, ids)
    outlets, published = _papers(session, ids)
    row = EventRow
    rows = session.execute(
        sa.select(
            row.id, row.type, row.status, row.certainty, row.evidence_kind, row.place_slug,
            row.sort_day, row.earliest, row.latest,
        ).where(is_one_of(row.id, ids))
    )  # fmt: skip
    for id_, type_, status, quality, evidence, place, day, earliest, latest in rows:
        when = When.of(day, earliest, latest, published.get(id_))
        own = [
            ("kind", EVENT),
            ("type", type_.value),
            ("status", status.value),
            ("certainty", quality),
            ("evidence", evidence),
        ]
        if place:
            own.append(("place", place))
        yield Indexed(EVENT, id_, when, terms(own, when, parties.get(id_, ()), outlets.get(id_, ())))


def _parties(session: Session, ids: Collection[int]) -> dict[int, list[Party]]:
    found: dict[int, list[Party]] = defaultdict(list)
    rows = session.execute(
        sa.select(ParticipantRow.event_id, ActorRow.slug, lane())
        .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        .where(is_one_of(ParticipantRow.event_id, ids))
    )
    for event, slug, state in rows:
        found[event].append(Party(slug, state))
    return found


def _papers(session: Session, ids: Collection[int]) -> tuple[dict[int, set[str]], dict[int, date]]:
    """Who tells each event, and since when."""
    outlets: dict[int, set[str]] = defaultdict(set)
    published: dict[int, date] = {}
    rows = session.execute(
        sa.select(TellingRow.event_id, ArticleRow.published_earliest, ActorRow.slug)
        .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
        .outerjoin(ActorRow, ActorRow.id == ArticleRow.outlet_id)
        .where(is_one_of(TellingRow.event_id, ids))
    )
    for event, day, slug in rows:
        if slug:
            outlets[event].add(slug)
        if day and day < published.get(event, date.max):
            published[event] = day
    return outlets, published


def _statements(session: Session, ids: Collection[int]) -> Iterator[Indexed]:
    row, outlet = StatementRow, sa.orm.aliased(ActorRow)
    rows = session.execute(
        sa.select(
            row.id, row.modality, row.evidence_kind, row.edtf, row.sort_day, row.earliest, row.latest,
            ActorRow.slug.label("speaker"), lane().label("state"),
            outlet.slug.label("outlet"), ArticleRow.published_earliest.label("published"),
        )
        .join(ActorRow, ActorRow.id == row.speaker_id)
        .join(ArticleRow, ArticleRow.id == row.article_id)
        .outerjoin(outlet, outlet.id == ArticleRow.outlet_id)
        .where(is_one_of(row.id, ids))
    )  # fmt: skip
    return (_statement(each) for each in rows)


def _statement(row: Any) -> Indexed:
    when = When.of(row.sort_day, row.earliest, row.latest, row.published)
    own = (
        ("kind", STATEMENT),
        ("modality", row.modality.value),
        ("certainty", certainty(row.edtf, row.sort_day, row.earliest, row.latest)),
        ("evidence", row.evidence_kind),
    )
    outlets = (row.outlet,) if row.outlet else ()
    return Indexed(STATEMENT, row.id, when, terms(own, when, (Party(row.speaker, row.state),), outlets))
