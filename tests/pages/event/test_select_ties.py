from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.gather import lane
from app.models import ActorRow, EventRow, ParticipantRow
from app.pages.event.select_ties import NEIGHBOURS, around
from tests.support import stores


def test_around_an_event_stand_the_nearest_in_which_its_sides_meet(tmp_path: Path, database: str) -> None:
    engine = stores.filled(tmp_path)
    with Session(engine) as session:
        rows = session.execute(
            sa.select(EventRow, lane())
            .join(ParticipantRow, ParticipantRow.event_id == EventRow.id)
            .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        )
        events: dict[str, tuple[EventRow, set[str]]] = {}
        for event, state in rows:
            events.setdefault(event.public_id, (event, set()))[1].update([state] if state else [])
        shown = 0
        for event, lanes in events.values():
            earlier, later = around(session, event)
            day = event.sort_day
            if day is None or not lanes:
                assert earlier == later == ()
                continue
            wanted = min(2, len(lanes))
            days = sorted(
                e.sort_day for e, each in events.values() if e.sort_day and len(each & lanes) >= wanted
            )
            assert [events[e.id][0].sort_day for e in earlier] == [d for d in days if d < day][-NEIGHBOURS:]
            assert [events[e.id][0].sort_day for e in later] == [d for d in days if d > day][:NEIGHBOURS]
            shown += len(earlier) + len(later)
        assert shown
    engine.dispose()
