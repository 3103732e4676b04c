from __future__ import annotations

import json
import logging
import re

import pytest
from starlette.testclient import TestClient

from app.web.logs import Lines, Plain, configure
from app.web.observed import HEADER, request_id


def numbers(client: TestClient) -> dict[str, float]:
    """Answers counted so far, by the pattern of the page."""
    told = client.get("/metrics").text
    found = re.findall(r'^tasalsul_requests_total\{.*page="(.*?)".*\} (\S+)$', told, re.MULTILINE)
    sums: dict[str, float] = {}
    for page, n in found:
        sums[page] = sums.get(page, 0) + float(n)
    return sums


def test_answers_are_counted_by_page_and_never_by_address(client: TestClient) -> None:
    before = numbers(client)
    for path in (
        "/ar/events/a",
        "/en/events/b",
        "/api/v1/events",
        "/static/anything/css/base.css",
        "/ar/x/y",
    ):
        client.get(path)
    after = numbers(client)
    grown = {page: n - before.get(page, 0) for page, n in after.items()}
    assert (grown["/{lang}/events/{id}"], grown["/api/v1/events"], grown["none"]) == (2, 1, 2)
    assert not [page for page in after if "anything" in page]


def test_metrics_are_for_prometheus(client: TestClient) -> None:
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert "tasalsul_request_seconds_bucket" in answer.text


def test_a_number_that_was_given_is_kept_and_others_are_made(client: TestClient) -> None:
    assert client.get("/health", headers={HEADER: "proxy-0001"}).headers[HEADER] == "proxy-0001"
    made = {
        client.get("/health", headers={HEADER: bad}).headers[HEADER] for bad in ("short", "<script>!", "")
    }
    assert len(made) == 3
    assert all(re.fullmatch("[0-9a-f]{32}", number) for number in made)


def test_each_request_leaves_a_line(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "tasalsul.requests"):
        client.get("/ar/?q=secret", headers={HEADER: "proxy-0001"})
    (record,) = [record for record in caplog.records if record.name == "tasalsul.requests"]
    line = json.loads(Lines().format(record))
    assert (line["message"], line["status"], line["level"]) == ("GET /ar/", 200, "info")
    assert line["milliseconds"] > 0
    assert "secret" not in str(line), "what is searched for is nobody's business"


@pytest.mark.parametrize("form", [Lines(), Plain()])
def test_a_line_stays_one_line(form: logging.Formatter) -> None:
    record = logging.LogRecord("x", logging.ERROR, "", 0, "%s", ("a\nb\x1b[2J\u202e\u2028",), None)
    token = request_id.set("number-1")
    told = form.format(record)
    request_id.reset(token)
    assert len(told.splitlines()) == 1
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "number-1" in told


@pytest.mark.parametrize(("form", "level"), [("json", logging.INFO), ("text", logging.WARNING)])
def test_the_form_of_the_log_is_chosen(form: str, level: int) -> None:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    try:
        configure(form)
        assert root.level == level
        assert len(root.handlers) == 1
    finally:
        root.handlers[:] = before[0]
        root.setLevel(before[1])
