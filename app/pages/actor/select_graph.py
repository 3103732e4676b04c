"""Reads which actors have part in the same events."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.models import ParticipantRow
from app.models.search import is_one_of


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, by row number, with how many events they share and the first and last day of these."""

    one: int
    other: int
    events: int
    first: date | None
    last: date | None


def shared(session: Session, actors: Set[int]) -> Iterator[Tie]:
    """Every two of these actors that share an event."""
    mine, theirs = aliased(ParticipantRow), aliased(ParticipantRow)
    rows = session.execute(
        sa.select(
            mine.actor_id,
            theirs.actor_id,
            sa.func.count(),
            sa.func.min(mine.sort_day),
            sa.func.max(mine.sort_day),
        )
        .join(theirs, theirs.event_id == mine.event_id)
        .where(
            mine.actor_id < theirs.actor_id,
            is_one_of(mine.actor_id, actors),
            is_one_of(theirs.actor_id, actors),
        )
        .group_by(mine.actor_id, theirs.actor_id)
        .order_by(mine.actor_id, theirs.actor_id)
    )
    for one, other, events, first, last in rows:
        yield Tie(one, other, events, _day(first), _day(last))


def _day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None
