"""Loads the events related to one: by stored links, or as what the same parties did next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, islice
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.index.facets import EVENT
from app.index.gather import lane
from app.index.keys import NUMBER_BITS
from app.index.order import latest, told
from app.index.read import Keys, Reader, current, united
from app.index.tables import ENTRIES
from app.index.window import dated
from app.models import ActorRow, EventRow, IndexEntryRow, LinkRow, ParticipantRow, TellingRow
from app.models.search import is_one_of
from app.pages.event.records import Other

#: How many events before and after, of the same parties, are shown.
NEIGHBOURS: Final = 2
#: Below and above every key of a record with a date.
_HERE, _THERE = aliased(TellingRow), aliased(TellingRow)
FIRST: Final = 1 << NUMBER_BITS
LAST: Final = 1 << 60


def ties(session: Session, event: int) -> tuple[Other, ...]:
    """Events linked with this one; the relation says which side the other is on."""
    found: dict[tuple[str, str], Other] = {}
    for this, that, side in (
        (LinkRow.from_telling_id, LinkRow.to_telling_id, "to"),
        (LinkRow.to_telling_id, LinkRow.from_telling_id, "from"),
    ):
        rows = session.execute(
            sa.select(LinkRow.kind, LinkRow.reasons, EventRow)
            .join(_HERE, _HERE.id == this)
            .join(_THERE, _THERE.id == that)
            .join(EventRow, EventRow.id == _THERE.event_id)
            .where(_HERE.event_id == event, _THERE.event_id != event)
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


def around(session: Session, event: EventRow) -> tuple[tuple[Other, ...], tuple[Other, ...]]:
    """The nearest dated events before and after, in which two lanes of this event meet again."""
    if event.sort_day is None:
        return (), ()
    lanes = session.scalars(
        sa.select(lane())
        .join(ParticipantRow, ParticipantRow.actor_id == ActorRow.id)
        .where(ParticipantRow.event_id == event.id, lane().is_not(None))
        .distinct()
    ).all()
    reader = current(session)
    keys = dated(_meeting(reader, [each for each in lanes if each]))
    before = list(islice(latest(reader, keys, (event.sort_day, FIRST)), NEIGHBOURS))
    after = list(islice(told(reader, keys, (event.sort_day, LAST), ahead=NEIGHBOURS), NEIGHBOURS))
    rows = session.execute(
        sa.select(ENTRIES.c.key, EventRow)
        .join(EventRow, EventRow.id == ENTRIES.c.event_id)
        .where(is_one_of(IndexEntryRow.key, [key for _, key in (*before, *after)]))
    )
    events = {row[0]: row[1] for row in rows}
    earlier = (other(events[key], "earlier") for _, key in reversed(before))
    return tuple(earlier), tuple(other(events[key], "later") for _, key in after)


def _meeting(reader: Reader, lanes: Sequence[str]) -> Keys:
    """Events in which two of these states have part; of one alone, all its events."""
    events = reader.set("kind", EVENT)
    sets = [keys & events for keys in reader.sets("state", lanes).values()]
    return united(a & b for a, b in combinations(sets, 2)) if len(sets) > 1 else united(sets)
