from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient


def hits(client: TestClient, address: str, kind: str) -> list[dict[str, Any]]:
    """Everything of a kind, page by page as the answers lead."""
    found: list[dict[str, Any]] = []
    while address:
        group = client.get(address).json()["found"][kind]
        found += group["hits"] if group else []
        address = (group or {}).get("next") or ""
    return found


@pytest.mark.parametrize(
    "query",
    ["q=روسيا", "q=Putin&from=2015&to=2016", "q=سوريا&exact=1&outlet=elaph", "q=لقاء&actor=ru&type=meeting"],
)
def test_programs_find_what_the_page_finds(client: TestClient, query: str) -> None:
    told = client.get(f"/en/search.json?{query}").json()
    found = client.get(f"/api/v1/search?{query}").json()
    assert found["counts"] == told["counts"]
    assert found["instead"] == told["instead"]
    for kind, group in found["found"].items():
        assert (group or {}).get("hits", []) == told["found"].get(kind, {"hits": []})["hits"]


@pytest.mark.parametrize("kind", ["actor", "event", "statement", "passage"])
def test_pages_lead_through_all_that_is_counted(client: TestClient, kind: str) -> None:
    count = client.get("/api/v1/search?q=روسيا").json()["counts"][kind]
    found = hits(client, f"/api/v1/search?q=روسيا&kind={kind}&limit=2", kind)
    assert len(found) == count > 0
    assert len({str(hit) for hit in found}) == count


def test_from_all_kinds_the_way_leads_to_one(client: TestClient) -> None:
    together = client.get("/api/v1/search?q=روسيا").json()["found"]["event"]
    assert together["next"].startswith("/api/v1/search?")
    assert "kind=event" in together["next"]
    assert len(hits(client, "/api/v1/search?q=روسيا&kind=event", "event")) == together["count"]


def test_the_next_page_stands_in_the_header_too(client: TestClient) -> None:
    answer = client.get("/api/v1/search?q=روسيا&kind=event&limit=2")
    assert f'<{answer.json()["found"]["event"]["next"]}>; rel="next"' in answer.headers["link"]
    assert answer.headers["etag"]


def test_what_to_ask_instead(client: TestClient) -> None:
    found = client.get("/api/v1/search?q=روسيااا").json()
    assert not any(found["counts"].values())
    assert found["instead"]
    assert all(group is None for group in found["found"].values())


@pytest.mark.parametrize("query", ["q=x&after=3", "kind=novel", "q=x&kind=event&after=x", "colour=red", "q="])
def test_what_is_not_understood_is_refused(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/v1/search?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
