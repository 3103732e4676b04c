from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.models import ActorRow, EventRow, HolderRow, OfficeRow, ParticipantRow
from app.pages.actor import select, select_office
from app.pages.actor.select_matrix import BESIDE
from tests.support import stores


def test_an_office_has_its_holders_and_knows_who_is_named(tmp_path: Path, database: str) -> None:
    engine = stores.filled(tmp_path)
    with Session(engine) as session:
        person = session.scalar(
            sa.select(HolderRow).join(ActorRow, ActorRow.slug == HolderRow.person_slug).limit(1)
        )
        assert person
        found = select_office.load(session, person.office_id)
        assert person.person_slug in found.known <= {term.person.slug for term in found.terms}
        begun = [term.first for term in found.terms]
        assert begun == sorted(begun)
        held = select.load(session, person.person_slug).terms
        assert person.office_id in {term.office.slug for term in held}
        with pytest.raises(NotFoundError):
            select_office.load(session, "no.such")
    engine.dispose()


def test_an_actor_that_is_an_office_has_its_holders(tmp_path: Path, database: str) -> None:
    engine = stores.filled(tmp_path)
    with Session(engine) as session:
        office = session.scalars(sa.select(OfficeRow)).first()
        actor = session.scalar(sa.select(ActorRow).where(ActorRow.kind == "office").limit(1))
        assert office
        assert actor
        assert select.load(session, actor.slug).holders is None
        actor.name_ar = office.name_ar
        session.flush()
        holders = select.load(session, actor.slug).holders
        assert holders
        assert holders.office.slug == office.id
    engine.dispose()


def test_the_matrix_counts_the_events_of_each_two(tmp_path: Path, database: str) -> None:
    engine = stores.filled(tmp_path)
    with Session(engine) as session:
        found = select.load(session, "ru").matrix
        assert found
        assert found.actors[0].slug == "ru"
        assert len(found.actors) <= BESIDE
        parties: dict[int, set[str]] = {}
        rows = session.execute(
            sa.select(EventRow.id, ActorRow.slug)
            .join(ParticipantRow, ParticipantRow.event_id == EventRow.id)
            .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        )
        for event, slug in rows:
            parties.setdefault(event, set()).add(slug)
        for a, one in enumerate(found.actors):
            for b, other in enumerate(found.actors[a + 1 :], a + 1):
                both = sum({one.slug, other.slug} <= each for each in parties.values())
                assert found.shared.get((a, b), 0) == both
    engine.dispose()
