from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import db
from app.models import EventRow, LinkRow, StatementRow, TellingRow
from tests.support import web


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[TestClient]:
    with web.asking(tmp_path_factory.mktemp("event")) as made:
        yield made


@pytest.fixture(scope="module")
def events(client: TestClient) -> list[EventRow]:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        return list(session.scalars(sa.select(EventRow).order_by(EventRow.id)))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_event_has_a_page(client: TestClient, events: list[EventRow], lang: str) -> None:
    for event in events:
        answer = client.get(f"/{lang}/events/{event.public_id}")
        assert answer.status_code == 200
        assert (event.headline_ar if lang == "ar" else event.headline_en) in web.visible(answer.text)
        assert f"/{lang}/articles/" in answer.text


def test_two_papers_tell_one_event(client: TestClient, events: list[EventRow]) -> None:
    shared = max(events, key=lambda e: e.origins_count)
    page = client.get(f"/en/events/{shared.public_id}").text
    assert shared.origins_count > 1
    links = set(re.findall(r'href="(/en/articles/\w+)\?hl=\w+#p\d+s\d+"', page))
    assert len(links) > 1


def test_quotations_keep_language_and_direction(client: TestClient, events: list[EventRow]) -> None:
    page = client.get(f"/en/events/{events[0].public_id}").text
    assert 'class="quote" lang="ar" dir="rtl"' in page
    assert "<mark>" in page


def test_every_link_to_a_passage_leads_to_it(client: TestClient, events: list[EventRow]) -> None:
    for event in events[:10]:
        page = client.get(f"/ar/events/{event.public_id}").text
        for path, anchor in re.findall(r'href="(/ar/articles/\w+\?hl=\w+)#(p\d+s\d+)"', page):
            target = client.get(path).text
            assert f'id="{anchor}"' in target
            assert "highlight" in target


def test_htmx_gets_a_part_of_the_page(client: TestClient, events: list[EventRow]) -> None:
    path = f"/ar/events/{events[0].public_id}"
    part = client.get(path, headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert 'class="event-panel"' in part.text
    assert "HX-Request" in part.headers["vary"]
    assert "<html" in client.get(path).text


def test_a_denied_event_shows_the_denial(client: TestClient) -> None:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        id_ = session.scalar(
            sa.select(EventRow.public_id)
            .join(TellingRow, TellingRow.event_id == EventRow.id)
            .join(LinkRow, LinkRow.to_telling_id == TellingRow.id)
            .where(
                LinkRow.kind == "denial_of",
                LinkRow.from_statement_id.is_not(None),
                EventRow.status == "denied",
            )
        )
    page = client.get(f"/en/events/{id_}").text
    assert "Denied by" in page
    assert 'class="event-section denied"' in page


def test_the_id_of_a_telling_leads_to_its_event(client: TestClient) -> None:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        telling, event = session.execute(
            sa.select(TellingRow.public_id, EventRow.public_id)
            .join(EventRow, EventRow.id == TellingRow.event_id)
            .where(TellingRow.public_id != EventRow.public_id)
        ).first() or ("", "")
    answer = client.get(f"/ar/events/{telling}")
    assert (answer.status_code, answer.headers["location"]) == (302, f"/ar/events/{event}")


def test_the_id_of_a_statement_leads_to_its_words(client: TestClient) -> None:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        id_ = session.scalar(sa.select(StatementRow.public_id))
    answer = client.get(f"/en/events/{id_}")
    assert answer.status_code == 302
    assert re.fullmatch(rf"/en/articles/\w+\?hl={id_}#p\d+s\d+", answer.headers["location"])


@pytest.mark.parametrize("path", ["/ar/events/nothing", "/en/events/nothing.json", "/en/events/../x"])
def test_unknown_event(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_parameters_are_refused(client: TestClient, events: list[EventRow]) -> None:
    answer = client.get(f"/ar/events/{events[0].public_id}?colour=red")
    assert answer.status_code == 422
    assert "colour" in answer.text


def test_the_same_as_data(client: TestClient, events: list[EventRow]) -> None:
    for event in events:
        found = client.get(f"/en/events/{event.public_id}.json").json()
        assert found["id"] == event.public_id
        assert found["type"] == event.type.value
        assert len(found["tellings"]) >= event.tellings_count >= 1
        assert all(t["end"] - t["start"] == len(t["text"]) for t in found["tellings"])


def test_offices_are_those_held_on_the_day(client: TestClient) -> None:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        ids = session.scalars(sa.select(EventRow.public_id).where(EventRow.certainty == "day")).all()
    held = [
        (found["date"]["earliest"], office)
        for id_ in ids
        for found in [client.get(f"/en/events/{id_}.json").json()]
        for party in found["participants"]
        for office in party["offices"]
    ]
    assert held
    for day, office in held:
        assert office["from"] <= day
        assert office["to"] is None or day <= office["to"]


def test_queries_do_not_grow_with_the_tellings(client: TestClient, events: list[EventRow]) -> None:
    for event in (events[0], max(events, key=lambda e: e.tellings_count)):
        with web.counting(client.app.state.engine) as sent:  # type: ignore[attr-defined]
            client.get(f"/ar/events/{event.public_id}")
        assert len(sent) <= 26
