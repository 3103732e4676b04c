"""Readers see one state for a while, all the same one, whole; and the next one after it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from app import db
from app.index.read import current
from app.index.write import reindex
from app.main import create_app
from app.models import EventRow
from app.web.moments import Moments
from tests.support import corpus, web

#: Longer than a test.
LONG = 60.0


@pytest.fixture(scope="module")
def engine(database: str) -> Iterator[Engine]:
    with corpus.indexed(3) as made:
        yield made


@pytest.fixture
def moments(engine: Engine) -> Iterator[Moments]:
    made = Moments(db.reading_engine(engine.url.render_as_string(hide_password=False), 5), LONG)
    yield made
    made.close()
    made.engine.dispose()


def rename(engine: Engine, headline: str) -> None:
    with db.transaction(engine) as session:
        event = session.scalars(sa.select(EventRow).order_by(EventRow.id)).first()
        assert event is not None
        event.headline_en = headline
        reindex(session, [event.id])


def seen(session: Session) -> tuple[str | None, int]:
    """What a reader sees of the records, and of the index."""
    headline = session.scalar(sa.select(EventRow.headline_en).order_by(EventRow.id).limit(1))
    return headline, current(session).index.generation


def test_a_state_is_seen_whole_until_its_time_is_over(engine: Engine, moments: Moments) -> None:
    with moments.reading() as session:
        before = seen(session)
        number = moments.state
    rename(engine, "Another headline")
    with moments.reading() as one, moments.reading() as other:
        assert seen(one) == seen(other) == before
    moments.renewed().end()
    assert moments.state is None
    with moments.reading() as one, moments.reading() as other:
        assert seen(one) == seen(other) == ("Another headline", before[1] + 1)
        assert moments.state == moments.last == (number or 0) + 1


def test_where_nothing_changed_the_state_is_the_same(moments: Moments) -> None:
    first = moments.renewed()
    first.end()
    second = moments.renewed()
    assert second is not first
    assert (second.state, second.index) == (first.state, first.index)


def test_whoever_finds_all_lent_has_a_state_of_his_own(engine: Engine, moments: Moments) -> None:
    moment = moments.renewed()
    lent = [moment.take() for _ in range(4)]
    assert None not in lent
    assert moment.take() is None
    rename(engine, "Seen by whoever comes last")
    with moments.reading() as session:
        assert seen(session)[0] == "Seen by whoever comes last"
    for connection in lent:
        assert connection is not None
        moment.give_back(connection, broken=False)
    with moments.reading() as session:
        assert seen(session)[0] != "Seen by whoever comes last"


def test_a_moment_ends_by_itself(engine: Engine) -> None:
    made = Moments(engine, 0.02)
    moment = made.renewed()
    until = time.monotonic() + 10
    while not moment.over and time.monotonic() < until:
        time.sleep(0.01)
    assert moment.over
    assert not moment.free
    made.close()


def test_what_failed_is_begun_anew(moments: Moments) -> None:
    before = moments.renewed()
    with pytest.raises(sa.exc.DBAPIError), moments.reading() as session:
        session.execute(sa.text("SELECT 1 FROM no_such_table"))
    assert before.over
    with moments.reading() as session:
        assert seen(session)[1] > 0


@pytest.fixture(scope="module")
def client(engine: Engine) -> Iterator[TestClient]:
    with TestClient(create_app(replace(web.settings_of(engine), lag=LONG))) as made:
        yield made


@pytest.mark.parametrize("path", ["/en/", "/ar/actors", "/api/v1/events?limit=2", "/en/search?q=talks"])
def test_an_answer_is_kept_while_nothing_changes(client: TestClient, path: str) -> None:
    first = client.get(path)
    with web.counting(client.app.state.engine) as sent:  # type: ignore[attr-defined]
        again = client.get(path)
    assert not sent
    assert again.content == first.content
    own = {"x-request-id"}
    assert {k: v for k, v in again.headers.items() if k not in own} == {
        k: v for k, v in first.headers.items() if k not in own
    }
    packed = client.get(path, headers={"Accept-Encoding": "identity"})
    assert packed.content == first.content
    assert "content-encoding" not in packed.headers


def test_what_is_asked_otherwise_is_answered_otherwise(client: TestClient) -> None:
    for _ in range(2):
        assert client.get("/en/").text.startswith("<!doctype html>")
        assert not client.get("/en/", headers={"HX-Request": "true"}).text.startswith("<!doctype html>")
        for host in ("localhost", "127.0.0.1"):
            assert f"http://{host}/en/" in client.get("/en/", headers={"Host": host}).text
        tag = client.get("/api/v1/events?limit=2").headers["etag"]
        assert client.get("/api/v1/events?limit=2", headers={"If-None-Match": tag}).status_code == 304
        assert client.get("/en/events/nothing").status_code == 404
        assert client.head("/en/").content == b""


def test_a_change_is_shown_by_the_next_state(client: TestClient, engine: Engine) -> None:
    path = "/api/v1/events?limit=200"
    before = client.get(path).text
    rename(engine, "What came of it")
    assert client.get(path).text == before
    client.app.state.moments.renewed().end()  # type: ignore[attr-defined]
    assert "What came of it" in client.get(path).text


def test_a_kept_answer_is_counted_under_its_page(client: TestClient) -> None:
    name = 'tasalsul_requests_total{method="GET",page="/api/v1/events",status="200"}'

    def told() -> float:
        lines = client.get("/metrics").text.splitlines()
        return sum(float(line.split()[-1]) for line in lines if line.startswith(name))

    before = told()
    for _ in range(3):
        client.get("/api/v1/events?limit=3")
    assert told() == before + 3
