"""A page is made once while nothing changes, and made anew when anything does."""

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


def test_the_same_view_is_the_same_page(reader: TestClient) -> None:
    engine: Engine = reader.app.state.engine  # type: ignore[attr-defined]
    first = reader.get("/en/?kind=event")
    with web.counting(engine) as sent:
        again = reader.get("/en/?kind=event")
    assert again.text == first.text
    assert len(sent) <= 2, "only the generation is asked for"


def test_a_change_is_shown_at_once(reader: TestClient, engine: Engine) -> None:
    before = reader.get("/en/?limit=75").text
    with db.transaction(engine) as session:
        renamed(session, "Something else altogether")
    after = reader.get("/en/?limit=75").text
    assert "Something else altogether" not in before
    assert "Something else altogether" in after


def test_part_and_page_and_language_are_kept_apart(reader: TestClient) -> None:
    for _ in range(2):
        whole, part, other = (
            reader.get("/en/?kind=event").text,
            reader.get("/en/?kind=event", headers={"HX-Request": "true"}).text,
            reader.get("/ar/?kind=event").text,
        )
        assert whole.startswith("<!doctype html>")
        assert not part.startswith("<!doctype html>")
        assert 'lang="ar"' in other[:200]


def test_a_host_is_told_its_own_address(reader: TestClient) -> None:
    for host in ("localhost", "127.0.0.1", "localhost"):
        assert f"http://{host}/en/" in reader.get("/en/", headers={"Host": host}).text
