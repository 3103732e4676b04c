"""Reads the events that one is tied to: by links that were found, or as what the same parties did next."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import ActorRow, EventRow, LinkRow, ParticipantRow, TellingRow
from app.pages.event.records import Other

#: How many events before and after, of the same parties, are shown.
NEIGHBOURS: Final = 2


def ties(session: Session, event: int) -> tuple[Other, ...]:
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
            tied = other(row, f"{kind}_{side}", tuple(reasons.split()))
            found.setdefault((tied.relation, tied.id), tied)
    return tuple(found.values())


def other(row: EventRow, relation: str, reasons: tuple[str, ...] = ()) -> Other:
    """An event as it is linked to from another."""
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


def neighbours(session: Session, event: EventRow, *, later: bool) -> tuple[Other, ...]:
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
    return tuple(other(row, "later" if later else "earlier") for row in rows)
