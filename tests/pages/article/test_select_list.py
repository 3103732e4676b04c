from __future__ import annotations

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from app.pages.article.query_list import COLUMNS
from app.web.columns import both_ways


def listed(page: str) -> list[str]:
    return re.findall(r'<(?:h2|th scope="row")><a href="/\w\w/articles/([^"]+)"', page)


@pytest.mark.parametrize("sort", both_ways(COLUMNS))
def test_page_files_and_api_hold_the_same_in_the_same_order(client: TestClient, sort: str) -> None:
    found = client.get(f"/en/articles.json?sort={sort}").json()["articles"]
    rows = csv.DictReader(io.StringIO(client.get(f"/en/articles.csv?sort={sort}").text, newline=""))
    ids = [each["id"] for each in found]
    assert len(ids) == 5
    assert ids == [row["id"] for row in [{k.lstrip("\ufeff"): v for k, v in row.items()} for row in rows]]
    assert found == client.get(f"/api/v1/articles?sort={sort}").json()["items"]
    for view in ("cards", "table"):
        assert listed(client.get(f"/en/articles?sort={sort}&view={view}").text) == ids


@pytest.mark.parametrize("name", ["events", "statements", "actors"])
def test_counts_fall_or_rise(client: TestClient, name: str) -> None:
    counts = [each[name] for each in client.get(f"/en/articles.json?sort={name}").json()["articles"]]
    assert counts == sorted(counts)
    turned = client.get(f"/en/articles.json?sort=-{name}").json()["articles"]
    assert [each[name] for each in turned] == counts[::-1]


@pytest.mark.parametrize("sort", ["-published", "-statements", "title"])
def test_pages_follow_one_another_and_lead_back(client: TestClient, sort: str) -> None:
    whole = [each["id"] for each in client.get(f"/en/articles.json?sort={sort}").json()["articles"]]
    first = client.get(f"/api/v1/articles?sort={sort}&limit=2").json()
    second = client.get(first["next"]).json()
    third = client.get(second["next"]).json()
    assert [each["id"] for page in (first, second, third) for each in page["items"]] == whole
    assert third["next"] is None
    assert client.get(third["previous"]).json()["items"] == second["items"]
    assert client.get(second["previous"]).json()["items"] == first["items"]
