"""Loads an event with its tellings, parties and links: one query for each kind of thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.models import (
    ActorRow,
    ArticleRow,
    EventRow,
    HolderRow,
    OfficeRow,
    ParticipantRow,
    StatementRow,
    TellingRow,
)
from app.pages.event.records import Event, Facts, Office, Party
from app.pages.event.select_conflicts import conflicts
from app.pages.event.select_judged import judged
from app.pages.event.select_passages import claims, sources, tellings
from app.pages.event.select_ties import around, ties
from app.web import curated, history
from app.web.copied import copies_of
from app.web.named import Named


def load(session: Session, public_id: str) -> Facts:
    """The event with this id or with a telling of this id; NotFoundError when there is none."""
    row = session.scalar(sa.select(EventRow).where(EventRow.public_id == public_id))
    told = sa.select(TellingRow.event_id).where(TellingRow.public_id == public_id)
    row = row or session.scalar(sa.select(EventRow).where(EventRow.id.in_(told)))
    if row is None:
        raise NotFoundError("event", public_id)
    accounts = tellings(session, TellingRow.event_id == row.id)
    articles = {telling.source.article for telling in accounts}
    earlier, later = around(session, row)
    steps = history.of_records(session, history.with_lost(session, [telling.id for telling in accounts]))
    elsewhere = sources(session, {step.article for step in steps if step.article} - articles)
    return Facts(
        event=_event(row),
        parties=_parties(session, row),
        tellings=accounts,
        claims=claims(session, row.id),
        conflicts=(*conflicts(session, row.id), *judged(session, row)),
        ties=ties(session, row.id),
        earlier=earlier,
        later=later,
        arrivals=history.arrivals(session, articles | {source.article for source in elsewhere}),
        steps=steps,
        sources=elsewhere,
        names=history.names(session, steps) if steps else {},
        copies=copies_of(session, articles),
        corrections=curated.of_events(session, [telling.id for telling in accounts]),
    )


def where_said(session: Session, public_id: str) -> tuple[str, int, int] | None:
    """Article, paragraph and sentence of the statement with this id."""
    row = session.execute(
        sa.select(ArticleRow.public_id, StatementRow.paragraph, StatementRow.sentence)
        .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
        .where(StatementRow.public_id == public_id)
    ).first()
    return (row[0], row[1], row[2]) if row else None


def _event(row: EventRow) -> Event:
    place = None
    if row.place_slug:
        country = row.place_country.lower() if row.place_country else None
        place = Named(row.place_slug, row.place_ar or "", row.place_en or "", country)
    return Event(
        id=row.public_id,
        type=row.type.value,
        status=row.status.value,
        headline_ar=row.headline_ar,
        headline_en=row.headline_en,
        edtf=row.edtf,
        earliest=row.earliest,
        latest=row.latest,
        date_text=row.date_text,
        certainty=row.certainty,
        evidence=row.evidence_kind,
        background=row.background,
        origins=row.origins_count,
        place=place,
    )


def _parties(session: Session, event: EventRow) -> tuple[Party, ...]:
    rows = session.execute(
        sa.select(ParticipantRow.role, ActorRow)
        .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        .where(ParticipantRow.event_id == event.id)
        .order_by(ParticipantRow.position)
    ).all()
    offices = _offices(session, [actor.slug for _, actor in rows], event)
    return tuple(
        Party(
            Named(actor.slug, actor.name_ar, actor.name_en, actor.lane),
            actor.kind.value,
            role.value,
            offices.get(actor.slug, ()),
        )
        for role, actor in rows
    )


def _offices(session: Session, slugs: Sequence[str], event: EventRow) -> Mapping[str, tuple[Office, ...]]:
    """Offices that each held through the whole of the event's dates; none where it is undated."""
    if event.earliest is None and event.latest is None:
        return {}
    first, last = event.earliest or event.latest or date.min, event.latest or event.earliest or date.max
    rows = session.execute(
        sa.select(HolderRow, OfficeRow)
        .join(OfficeRow, OfficeRow.id == HolderRow.office_id)
        .where(
            HolderRow.person_slug.in_(slugs),
            HolderRow.since <= first,
            sa.or_(HolderRow.until.is_(None), HolderRow.until > last),
        )
        .order_by(HolderRow.since, HolderRow.id)
    )
    found: dict[str, list[Office]] = defaultdict(list)
    for holder, office in rows:
        found[holder.person_slug].append(
            Office(office.id, office.name_ar, office.name_en, holder.since_edtf, holder.until_edtf)
        )
    return {slug: tuple(held) for slug, held in found.items()}
