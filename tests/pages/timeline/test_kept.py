"""What is kept of the index and derived from it is of one generation: a change is on the next page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from app import db
from app.index.write import reindex
from app.main import create_app
from app.models import EventRow
from tests.support import corpus, web


@pytest.fixture
def engine() -> Iterator[Engine]:
    with corpus.indexed(3) as made:
        yield made


@pytest.fixture
def reader(engine: Engine) -> Iterator[TestClient]:
    with TestClient(create_app(web.settings_of(engine))) as made:
        yield made


def renamed(session: Session, headline: str) -> None:
    """Another headline, and nothing else that the index knows of."""
    event = session.query(EventRow).filter(EventRow.sort_day.is_not(None)).first()
    assert event is not None
    event.headline_en = headline
    reindex(session, [event.id])


def test_a_change_is_shown_at_once(reader: TestClient, engine: Engine) -> None:
    before = reader.get("/en/?limit=75").text
    with db.transaction(engine) as session:
        renamed(session, "Something else altogether")
    after = reader.get("/en/?limit=75").text
    assert "Something else altogether" not in before
    assert "Something else altogether" in after
