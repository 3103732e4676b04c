from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from app.pages.timeline.exports import as_csv
from app.pages.timeline.records import Party, Record
from app.pages.timeline.voice import Voice
from app.web.i18n import language
from app.web.render import date_words
from app.web.urls import Urls

VOICE = Voice(language("en"), date_words("en"), Urls("en"))
RECORD = Record(
    "event", 1, "e1", "talks", "planned", "محادثات", "Talks", "2015-10", None, None, 1, None, "month",
    (Party("ru", "روسيا", "Russia", "ru", "source"),), 2,
)  # fmt: skip


@pytest.mark.parametrize("headline", ["=1+1", "+cmd", "-2", "@x", "\tx", "\r=x"])
def test_no_cell_is_a_formula(headline: str) -> None:
    rows = list(csv.reader(io.StringIO("".join(as_csv([replace(RECORD, headline_en=headline)], VOICE)))))
    cell = rows[1][rows[0].index("headline_en")]
    assert cell == f"'{headline}"


def test_csv_begins_with_a_byte_order_mark_and_tells_dates_in_words() -> None:
    text = "".join(as_csv([RECORD], VOICE))
    assert text.startswith("\ufeffid,")
    assert "October 2015" in text
    assert "ru (source)" in text


@pytest.mark.parametrize("query", ["", "?actor=tr", "?from=2021", "?kind=statement&modality=denied"])
def test_page_csv_and_json_hold_the_same_set(client: TestClient, query: str) -> None:
    page = client.get(f"/en/{query or '?'}{'&' if query else ''}limit=200").text
    data = client.get(f"/en/timeline.json{query}").json()
    table = client.get(f"/en/timeline.csv{query}").text
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    assert data["records"]
    assert [row["id"] for row in rows] == [record["id"] for record in data["records"]]
    dated = [record["id"] for record in data["records"] if record["date"]]
    assert all(f'id="r-{each}"' in page for each in dated)


def test_files_refuse_what_pages_refuse(client: TestClient) -> None:
    assert client.get("/en/timeline.csv?kind=x").status_code == 422
    answer = client.get("/en/timeline.json?kind=x")
    assert (answer.status_code, answer.json()["field"]) == (422, "kind")


def test_files_are_named_and_typed(client: TestClient) -> None:
    answer = client.get("/ar/timeline.csv?from=2021")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    assert len(client.get("/ar/timeline.json?limit=3").json()["records"]) == 3
