from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("query", ["kind=country", "q=Putin", "country=il"])
def test_the_filters_of_the_page_hold(client: TestClient, query: str) -> None:
    found = client.get(f"/api/v1/actors?{query}").json()
    page = client.get(f"/en/actors?{query}").text
    assert found["total"] > 0
    assert all(f'href="/en/actors/{actor["slug"]}"' in page for actor in found["items"])


def test_an_actor_has_its_counts_and_its_latest(client: TestClient) -> None:
    short = next(a for a in client.get("/api/v1/actors").json()["items"] if a["slug"] == "ru")
    whole = client.get("/api/v1/actors/ru").json()
    assert (whole["event_count"], whole["mentions"]) == (short["events"], short["mentions"])
    assert 0 < len(whole["events"]) <= whole["event_count"]
    assert whole["wikidata"] == "Q159"
    assert {"il", "us"} <= {other["slug"] for other in whole["company"]}
