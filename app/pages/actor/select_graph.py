"""Loads which actors take part in the same events."""

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


_MINE, _THEIRS = aliased(ParticipantRow), aliased(ParticipantRow)


def shared(session: Session, actors: Set[int]) -> Iterator[Tie]:
    """Every two of these actors that share an event."""
    rows = session.execute(
        sa.select(
            _MINE.actor_id,
            _THEIRS.actor_id,
            sa.func.count(),
            sa.func.min(_MINE.sort_day),
            sa.func.max(_MINE.sort_day),
        )
        .join(_THEIRS, _THEIRS.event_id == _MINE.event_id)
        .where(
            _MINE.actor_id < _THEIRS.actor_id,
            is_one_of(_MINE.actor_id, actors),
            is_one_of(_THEIRS.actor_id, actors),
        )
        .group_by(_MINE.actor_id, _THEIRS.actor_id)
        .order_by(_MINE.actor_id, _THEIRS.actor_id)
    )
    for one, other, events, first, last in rows:
        yield Tie(one, other, events, _day(first), _day(last))


def _day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None
