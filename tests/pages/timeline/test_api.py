"""Events for programs are the events of the page; numbers are those that the page shows."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient


def asked(client: TestClient, path: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/v1/{path}").json()
    return found


@pytest.mark.parametrize(
    "query", ["", "actor=ru&match=only", "from=2021", "q=تنسيق", "order=published", "scale=linear"]
)
def test_events_are_those_of_the_file(client: TestClient, query: str) -> None:
    records = client.get(f"/en/timeline.json?kind=event&{query}").json()["records"]
    items = asked(client, f"events?{query}&limit=200")["items"]
    for record in records:
        del record["date_in_words"], record["address"]
    assert items == records
    assert items


@pytest.mark.parametrize("query", ["", "actor=il", "kind=statement"])
def test_numbers_by_filter_lead_to_as_many(client: TestClient, query: str) -> None:
    facets = asked(client, f"facets?{query}")
    assert facets["total"] == len(client.get(f"/en/timeline.json?{query}").json()["records"])
    for name in ("status", "certainty", "modality"):
        for each in facets[name][:2]:
            narrowed = client.get(f"/en/timeline.json?{query}&{name}={each['value']}").json()["records"]
            assert len(narrowed) == each["count"], (name, each)


@pytest.mark.parametrize("interval", ["day", "month", "year"])
def test_numbers_by_time_add_up(client: TestClient, interval: str) -> None:
    made = asked(client, f"histogram?actor=ru&interval={interval}")
    counted = sum(each["events"] + each["statements"] for each in made["stretches"])
    assert counted + made["undated"] == made["total"] > 0
    lengths = {len(each["date"]) for each in made["stretches"]}
    assert lengths == {{"day": 10, "month": 7, "year": 4}[interval]}
