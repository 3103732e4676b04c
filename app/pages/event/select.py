"""Reads an event with its tellings, parties and ties: one query a kind of thing, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.links import LinkKind
from app.errors import NotFoundError
from app.models import (
    ActorRow,
    ArticleRow,
    EventRow,
    HolderRow,
    LinkRow,
    OfficeRow,
    ParticipantRow,
    StatementRow,
    TellingRow,
)
from app.pages.event.records import Event, Facts, Office, Other, Party
from app.pages.event.select_passages import claims, sayings, tellings
from app.web.named import Named

#: How many events before and after, of the same parties, are shown.
NEIGHBOURS: Final = 2


def load(session: Session, public_id: str) -> Facts:
    """The event with this id or with a telling of this id; NotFoundError when there is none."""
    row = session.scalar(sa.select(EventRow).where(EventRow.public_id == public_id))
    told = sa.select(TellingRow.event_id).where(TellingRow.public_id == public_id)
    row = row or session.scalar(sa.select(EventRow).where(EventRow.id.in_(told)))
    if row is None:
        raise NotFoundError("event", public_id)
    ties = _ties(session, row.id)
    return Facts(
        event=_event(row),
        parties=_parties(session, row),
        tellings=tellings(session, row.id),
        claims=claims(session, row.id),
        denials=sayings(session, _denials(session, row.id)),
        ties=ties,
        earlier=_neighbours(session, row, later=False),
        later=_neighbours(session, row, later=True),
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
            Office(office.name_ar, office.name_en, holder.since_edtf, holder.until_edtf)
        )
    return {slug: tuple(held) for slug, held in found.items()}


def _denials(session: Session, event: int) -> list[int]:
    """Statements that deny the event."""
    rows = session.scalars(
        sa.select(LinkRow.from_statement_id)
        .join(TellingRow, TellingRow.id == LinkRow.to_telling_id)
        .where(
            LinkRow.kind == LinkKind.DENIAL_OF.value,
            TellingRow.event_id == event,
            LinkRow.from_statement_id.is_not(None),
        )
        .distinct()
    )
    return [id_ for id_ in rows if id_ is not None]


def _ties(session: Session, event: int) -> tuple[Other, ...]:
    """Events linked with this one; the relation says which side the other is on."""
    here, there = sa.orm.aliased(TellingRow), sa.orm.aliased(TellingRow)
    found: dict[tuple[str, str], Other] = {}
    for this, that, side in (
        (LinkRow.from_telling_id, LinkRow.to_telling_id, "to"),
        (LinkRow.to_telling_id, LinkRow.from_telling_id, "from"),
    ):
        rows = session.execute(
            sa.select(LinkRow.kind, LinkRow.reasons, EventRow)
            .join(here, here.id == this)
            .join(there, there.id == that)
            .join(EventRow, EventRow.id == there.event_id)
            .where(here.event_id == event, there.event_id != event)
            .order_by(EventRow.sort_day, EventRow.id)
        )
        for kind, reasons, row in rows:
            other = _other(row, f"{kind}_{side}", tuple(reasons.split()))
            found.setdefault((other.relation, other.id), other)
    return tuple(found.values())


def _other(row: EventRow, relation: str, reasons: tuple[str, ...] = ()) -> Other:
    return Other(
        id=row.public_id,
        relation=relation,
        type=row.type.value,
        status=row.status.value,
        headline_ar=row.headline_ar,
        headline_en=row.headline_en,
        edtf=row.edtf,
        reasons=reasons,
    )


def _neighbours(session: Session, event: EventRow, *, later: bool) -> tuple[Other, ...]:
    """The nearest dated events before or after, in which two lanes of this event meet again."""
    if event.sort_day is None:
        return ()
    lanes = (
        sa.select(ActorRow.lane)
        .join(ParticipantRow, ParticipantRow.actor_id == ActorRow.id)
        .where(ParticipantRow.event_id == event.id, ActorRow.lane.is_not(None))
        .distinct()
    )
    wanted = min(2, session.scalar(sa.select(sa.func.count()).select_from(lanes.subquery())) or 0)
    if not wanted:
        return ()
    day = ParticipantRow.sort_day
    meeting = (
        sa.select(ParticipantRow.event_id)
        .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        .where(day > event.sort_day if later else day < event.sort_day, ActorRow.lane.in_(lanes))
        .group_by(ParticipantRow.event_id, day)
        .having(sa.func.count(ActorRow.lane.distinct()) >= wanted)
        .order_by(day if later else day.desc(), ParticipantRow.event_id)
        .limit(NEIGHBOURS)
    )
    rows = session.scalars(sa.select(EventRow).where(EventRow.id.in_(meeting)).order_by(EventRow.sort_day))
    return tuple(_other(row, "later" if later else "earlier") for row in rows)
