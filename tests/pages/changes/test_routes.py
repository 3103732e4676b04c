from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import db
from app.domain.records import EventStatus
from app.ingest import store
from app.models import IngestArticleRow
from app.web.history import of_records
from tests.support import gold, stores, web


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[TestClient]:
    """After the first run a second, in which one article lost records and one event's status changed."""
    with web.asking(tmp_path_factory.mktemp("changes")) as made:
        made.follow_redirects = True
        five = gold.extractions()
        one, other = five[0], five[3]
        planned = replace(other.events[0], status=EventStatus.PLANNED)
        with store.ingest_run(made.app.state.engine, "second", stores.clock) as run:  # type: ignore[attr-defined]
            run.store(replace(one, events=one.events[1:], statements=one.statements[:-1]))
            run.store(replace(other, events=(planned, *other.events[1:])))
            run.store(five[1])
            run.failed("broken.html", "not a text")
        yield made


def runs(client: TestClient, query: str = "") -> list[dict[str, Any]]:
    answer = client.get(f"/en/changes.json{query}")
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.json()["runs"]
    return found


def test_runs_are_told_the_latest_first_with_their_counts(client: TestClient) -> None:
    second, first = runs(client)
    assert (second["id"], second["rules_version"]) == (2, "second")
    assert second["articles"] == {"changed": 2, "failed": 1, "unchanged": 1}
    assert second["records"] == {"added": 0, "changed": 1, "re-dated": 0, "lost": 2}
    assert first["articles"] == {"added": 5}
    assert first["records"]["added"] > 100


def test_before_and_after_stand_field_by_field(client: TestClient) -> None:
    (changed,) = [
        c
        for line in runs(client, "?run=2")[0]["lines"]
        for c in line["changes"]
        if c["before"] and c["after"]
    ]
    assert (changed["change"], changed["record"]) == ("changed", "event")
    differ = {name for name in changed["before"] if changed["before"][name] != changed["after"][name]}
    assert differ == {"status"}
    page = web.visible(client.get("/en/changes").text)
    assert re.search(r"Status\s*before: occurred\s*after: planned", page)


def test_unchanged_articles_are_counted_and_not_listed(client: TestClient) -> None:
    assert {line["result"] for line in runs(client, "?run=2")[0]["lines"]} == {"changed", "failed"}


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_records_lead_to_where_they_stand_and_lost_ones_nowhere(client: TestClient, lang: str) -> None:
    page = client.get(f"/{lang}/changes?run=2").text
    changes = re.findall(r'<li class="change" data-change="([a-z-]+)">(.*?)</li>', page, re.DOTALL)
    assert sorted(kind for kind, _ in changes) == ["changed", "lost", "lost"]
    for kind, inner in changes:
        links = re.findall(r'href="([^"]+)"', inner)
        assert bool(links) == (kind != "lost")
        for link in links:
            assert client.get(html.unescape(link)).status_code == 200


def test_a_kind_of_change_is_asked_for(client: TestClient) -> None:
    (run,) = runs(client, "?change=lost")
    assert {c["change"] for line in run["lines"] for c in line["changes"]} == {"lost"}
    assert [run["id"] for run in runs(client, "?change=added")] == [1]
    assert "Nothing of this kind." in client.get("/en/changes?change=re-dated").text


def test_pages_follow_each_other(client: TestClient) -> None:
    seen, address = list[str](), "/en/changes?run=1&limit=2"
    while address:
        page = client.get(address).text
        seen += re.findall(r'<li class="paper">\s*<h3><a href="([^"]+)"', page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = html.unescape(following[1]) if following else ""
    assert len(seen) == len(set(seen)) == 5
    assert [run["id"] for run in runs(client, "?limit=1")] == [2]
    assert [run["id"] for run in runs(client, "?limit=1&after=2")] == [1]


def test_the_history_of_a_record_is_found_by_its_id(client: TestClient) -> None:
    changes = [c for line in runs(client, "?run=2")[0]["lines"] for c in line["changes"]]
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        for each in changes:
            assert [(s.run, s.change) for s in of_records(session, [each["id"]])] == [(2, each["change"])]


@pytest.mark.parametrize("query", ["run=0", "run=x", "change=gone", "after=-1", "limit=101", "colour=red"])
def test_bad_values_are_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/ar/changes?{query}").status_code == 422


def test_a_run_that_never_was_is_not_found(client: TestClient) -> None:
    assert client.get("/ar/changes?run=99").status_code == 404


def test_queries_do_not_grow_with_runs(client: TestClient) -> None:
    sent_by = []
    for query in ("?limit=1", "", "?run=1&limit=100"):
        with web.counting(client.app.state.engine) as sent:  # type: ignore[attr-defined]
            client.get(f"/en/changes{query}")
        sent_by.append(len(sent))
    assert max(sent_by) <= 10


def test_an_empty_store_says_so(client: TestClient, tmp_path_factory: pytest.TempPathFactory) -> None:
    with web.asking(tmp_path_factory.mktemp("none")) as other:
        with db.transaction(other.app.state.engine) as session:  # type: ignore[attr-defined]
            session.execute(sa.delete(IngestArticleRow))
            session.execute(sa.text("DELETE FROM ingest_runs"))
        assert "No article has been read yet." in other.get("/en/changes").text
