from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.domain.records import EventStatus, EventType
from app.models import ActorRow, EventRow, LinkRow, ParticipantRow, StatementRow, TellingRow
from app.pages.event.select_judged import judged
from tests.support import stores


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[Engine]:
    made = stores.filled(tmp_path)
    yield made
    made.dispose()


def arranged(session: Session) -> EventRow:
    """An event of two states in an article in which both judge it, on its day."""
    session.execute(sa.delete(LinkRow))
    event = session.scalar(sa.select(EventRow).where(EventRow.type == EventType.TALKS).limit(1))
    assert event
    article = session.scalar(sa.select(TellingRow.article_id).where(TellingRow.event_id == event.id))
    one, other = session.scalars(
        sa.select(StatementRow).where(StatementRow.article_id == article).order_by(StatementRow.id).limit(2)
    )
    russia, israel = (
        session.scalar(sa.select(ActorRow).where(ActorRow.slug == slug)) for slug in ("ru", "il")
    )
    assert russia
    assert israel
    session.execute(sa.delete(ParticipantRow).where(ParticipantRow.event_id == event.id))
    for position, actor in enumerate((russia, israel)):
        session.add(
            ParticipantRow(event_id=event.id, actor_id=actor.id, role="participant", position=position)
        )
    one.speaker_id, other.speaker_id = russia.id, israel.id
    event.status, event.background = EventStatus.OCCURRED, False
    event.earliest = event.latest = one.earliest = other.earliest = date(2015, 10, 7)
    session.add(
        LinkRow(
            kind="differs",
            from_statement_id=one.id,
            to_statement_id=other.id,
            reasons="evaluation agreement",
        )
    )
    session.flush()
    return event


def test_two_sides_of_an_event_judge_it(engine: Engine) -> None:
    with Session(engine) as session:
        event = arranged(session)
        (found,) = judged(session, event)
        assert found.reasons == ("evaluation", "agreement")
        assert found.beside
        assert {found.beside.speaker.slug, found.other.speaker.slug} == {"ru", "il"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "change",
    [
        {"status": EventStatus.PLANNED},
        {"background": True},
        {"type": EventType.AIRSTRIKE},
        {"earliest": None},
        {"days": 9},
        {"days": -9},
    ],
)
def test_what_is_no_judgement_of_it(engine: Engine, change: dict[str, Any]) -> None:
    with Session(engine) as session:
        event = arranged(session)
        if "days" in change:
            assert event.earliest
            event.earliest = event.latest = event.earliest + timedelta(days=change["days"])
        else:
            for name, value in change.items():
                setattr(event, name, value)
        session.flush()
        assert judged(session, event) == ()


def test_those_who_had_no_part_in_it_judge_something_else(engine: Engine) -> None:
    with Session(engine) as session:
        event = arranged(session)
        turkey = session.scalar(sa.select(ActorRow.id).where(ActorRow.slug == "tr"))
        session.execute(
            sa.update(StatementRow)
            .where(StatementRow.id.in_(sa.select(LinkRow.to_statement_id)))
            .values(speaker_id=turkey)
        )
        assert judged(session, event) == ()
