"""Records in which nobody takes part but those asked for."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from app.index.gather import acts_for_its_state
from app.index.read import Keys, Reader
from app.index.tables import ENTRIES
from app.models import ActorRow, IndexEntryRow, ParticipantRow
from app.models.search import is_one_of


def without_others(reader: Reader, keys: Keys, slugs: Sequence[str]) -> Keys:
    """The keys less the events with a party that neither is one of the actors nor acts for one."""
    theirs = sa.or_(ActorRow.slug.in_(slugs), sa.and_(ActorRow.lane.in_(slugs), acts_for_its_state()))
    others = (
        sa.select(ENTRIES.c.key)
        .join(ParticipantRow, ParticipantRow.event_id == ENTRIES.c.event_id)
        .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        .where(is_one_of(IndexEntryRow.key, keys), sa.not_(sa.func.coalesce(theirs, sa.false())))
    )
    return keys - Keys(reader.session.scalars(others))
