from __future__ import annotations

import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.testclient import TestClient

from app.web import problems
from app.web.problems import wants_json


def asked(path: str, accept: str) -> Request:
    headers = [(b"accept", accept.encode())]
    return Request({"type": "http", "method": "GET", "path": path, "headers": headers, "query_string": b""})


@pytest.mark.parametrize(
    ("path", "accept", "json"),
    [
        ("/ar/", "text/html,application/xhtml+xml", False),
        ("/ar/", "application/json", True),
        ("/ar/", "text/html, application/json", False),
        ("/ar/timeline.json", "*/*", True),
        ("/api/v1/events", "*/*", True),
        ("/oembed", "text/html", True),
        ("/ar/", "*/*", False),
    ],
)
def test_json_is_for_those_who_ask_for_it(path: str, accept: str, json: bool) -> None:
    assert wants_json(asked(path, accept)) is json


def test_a_fault_of_ours_is_told_without_its_details() -> None:
    app = FastAPI()
    app.state.paths = frozenset()
    problems.install(app)

    @app.get("/en/broken")
    def broken() -> None:
        raise RuntimeError("secret of the house")

    client = TestClient(app, raise_server_exceptions=False)
    page = client.get("/en/broken")
    assert page.status_code == 500
    assert "Something went wrong on our side" in page.text
    assert "secret" not in page.text
    data = client.get("/en/broken", headers={"Accept": "application/json"})
    assert data.json() == {"status": 500, "title": "Internal Server Error"}


def test_a_question_too_broad_to_compare_by_letters_is_one_click_from_every_spelling(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.index.text.ALL_COMPARED", 1)
    page = client.get("/en/?actor=tr&q=روسيا+؛&exact=1")
    assert page.status_code == 422
    assert "More than 1 records hold these words" in page.text
    assert 'href="/en/?actor=tr&amp;q=%D8%B1%D9%88%D8%B3%D9%8A%D8%A7%20%D8%9B"' in page.text
    told = client.get("/api/v1/events?q=روسيا؛&exact=1").json()
    assert (told["field"], told["allowed"]) == ("exact", ["1"])


@pytest.mark.parametrize(
    ("query", "told", "kept"),
    [
        ("from=2016&to=2015&actor=tr", "ends before it begins", '<input name="from" value="2016"'),
        ("from=last%20year&actor=tr", "2015, 2015-09, 2015-09-21", '<input name="from" value="last year"'),
        ("kind=rumour&actor=tr", "statement", '<input name="kind" value="rumour"'),
        ("colour=red&actor=tr", "There is no parameter", 'href="/en/?actor=tr"'),
    ],
)
def test_what_was_typed_is_kept_and_the_rest_is_one_click_away(
    client: TestClient, query: str, told: str, kept: str
) -> None:
    page = client.get(f"/en/?{query}")
    assert page.status_code == 422
    assert told in page.text
    assert kept in page.text
    assert 'href="/en/?actor=tr"' in page.text
    assert 'name="actor" value="tr"' in page.text or "colour" in query
