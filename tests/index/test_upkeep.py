from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app import db
from app.errors import IndexStaleError
from app.index.check import differences
from app.index.read import current
from app.index.upkeep import ensure, renew
from app.index.write import reindex
from app.models import EventRow, IndexEntryRow, IndexPostingRow, IndexStateRow, IndexTermRow
from tests.support import stores


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Engine:
    return stores.filled(tmp_path)


def forget(engine: Engine) -> None:
    """The store as one that was filled before there was an index."""
    with db.transaction(engine) as session:
        for table in (IndexEntryRow, IndexPostingRow, IndexTermRow):
            session.execute(sa.delete(table))
        session.execute(sa.update(IndexStateRow).values(version=""))


def test_a_store_without_an_index_is_given_one(engine: Engine) -> None:
    with db.reading(engine) as session:
        before = len(current(session).all)
    forget(engine)
    with db.reading(engine) as session, pytest.raises(IndexStaleError):
        current(session)
    ensure(engine)
    with db.reading(engine) as session:
        assert len(current(session).all) == before > 0
        assert list(differences(session)) == []


def test_what_is_up_to_date_is_left_alone(engine: Engine) -> None:
    def generation() -> int:
        with db.reading(engine) as session:
            return session.scalar(sa.select(IndexStateRow.generation)) or 0

    before = generation()
    ensure(engine)
    assert generation() == before


def test_making_it_anew_tells_what_was_wrong_and_mends_it(engine: Engine) -> None:
    assert renew(engine) == []
    with db.transaction(engine) as session:
        event = session.scalars(sa.select(EventRow).where(EventRow.place_slug.is_not(None))).first()
        assert event
        event.place_slug = "elsewhere"
        lost = session.scalars(sa.select(IndexEntryRow).where(IndexEntryRow.event_id != event.id)).first()
        assert lost
        session.delete(lost)
    told = renew(engine)
    assert any("elsewhere" in line for line in told)
    assert any("missing" in line for line in told)
    assert renew(engine) == []


def test_readers_notice_that_it_was_made_anew(engine: Engine) -> None:
    with db.reading(engine) as session:
        before = current(session).index
    renew(engine)
    with db.reading(engine) as session:
        now = current(session).index
    assert now.epoch == before.epoch + 1
    assert now is not before


def test_a_reader_sees_one_moment_while_others_write(engine: Engine) -> None:
    with db.reading(engine) as session:
        reader = current(session)
        events = session.scalar(sa.select(sa.func.count()).select_from(EventRow))
        with db.transaction(engine) as writer:
            ids = set(writer.scalars(sa.select(EventRow.id)))
            writer.execute(sa.delete(EventRow))
            reindex(writer, ids)
        assert len(reader.set("kind", "event")) == events
        assert session.scalar(sa.select(sa.func.count()).select_from(EventRow)) == events
    with db.reading(engine) as session:
        assert len(current(session).set("kind", "event")) == 0
