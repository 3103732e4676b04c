"""The interface as a whole, over the five articles: every list, its pages, its freshness, its errors."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from starlette.testclient import TestClient

LISTS = ("events", "statements", "articles", "actors", "contradictions", "changes")
COUNTS = ("facets", "histogram")


def every(client: TestClient, path: str) -> list[Any]:
    """All items of a list, by following ``next``."""
    found: list[Any] = []
    address: str | None = path
    while address:
        page = client.get(address).json()
        found += page["items"]
        address = page["next"]
    return found


def key(item: dict[str, Any]) -> str:
    return str(item.get("id") or item["slug"])


def test_the_root_names_every_list_and_each_is_there(client: TestClient) -> None:
    lists = client.get("/api/v1/").json()["lists"]
    assert {f"/api/v1/{name}" for name in (*LISTS, *COUNTS)} <= {*lists}
    assert [client.get(path).status_code for path in lists] == [200] * len(lists)


@pytest.mark.parametrize("name", LISTS)
def test_pages_follow_each_other_to_the_end_and_back(client: TestClient, name: str) -> None:
    whole = every(client, f"/api/v1/{name}?limit=100")
    pages = [client.get(f"/api/v1/{name}?limit=2").json()]
    while pages[-1]["next"] and len(pages) < 40:
        pages.append(client.get(pages[-1]["next"]).json())
    seen = [key(item) for page in pages for item in page["items"]]
    assert seen == [key(item) for item in whole][: len(seen)]
    assert len(set(seen)) == len(seen)
    assert {page["total"] for page in pages} == {len(whole)}
    for earlier, page in pairwise(pages):
        assert client.get(page["previous"]).json()["items"] == earlier["items"]
    assert pages[0]["previous"] is None


@pytest.mark.parametrize("query", ["order=published&limit=3", "certainty=undated&limit=2"])
def test_the_way_back_is_known_in_every_order(client: TestClient, query: str) -> None:
    first = client.get(f"/api/v1/events?{query}").json()
    second = client.get(first["next"]).json()
    third = client.get(second["next"]).json()
    assert client.get(third["previous"]).json()["items"] == second["items"]
    assert client.get(second["previous"]).json()["items"] == first["items"]


@pytest.mark.parametrize("name", LISTS)
def test_the_link_header_says_the_same(client: TestClient, name: str) -> None:
    page = client.get(f"/api/v1/{name}?limit=1")
    found = re.findall(r'<([^>]+)>; rel="(\w+)"', page.headers["link"])
    links = {name: address for address, name in found}
    following = page.json()["next"]
    assert links.pop("first") == f"/api/v1/{name}?limit=1"
    assert links == ({"next": following} if following else {})
    if following is None:
        return
    second = client.get(following)
    assert f'<{second.json()["previous"]}>; rel="prev"' in second.headers["link"]


@pytest.mark.parametrize("name", LISTS)
def test_every_record_has_an_address_of_its_own(client: TestClient, name: str) -> None:
    for item in client.get(f"/api/v1/{name}?limit=3").json()["items"]:
        one = client.get(f"/api/v1/{name}/{key(item)}")
        assert one.status_code == 200
        assert key(one.json()) == key(item)


@pytest.mark.parametrize("path", [*LISTS, *COUNTS, "actors/ru"])
def test_what_has_not_changed_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(f"/api/v1/{path}").headers["etag"]
    again = client.get(f"/api/v1/{path}", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(f"/api/v1/{path}", headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_bad_question_is_told_so_though_nothing_has_changed(client: TestClient) -> None:
    assert client.get("/api/v1/events?kind=x", headers={"If-None-Match": "*"}).status_code == 422


@pytest.mark.parametrize(
    ("path", "status", "field"),
    [
        ("events?colour=red", 422, "colour"),
        ("events?kind=statement", 422, "kind"),
        ("events?from=2016&to=2015", 422, "to"),
        ("events?from=21.9.2015", 422, "from"),
        ("events?actor=", 422, "actor"),
        ("events?after=x", 422, "after"),
        ("statements?limit=0", 422, "limit"),
        ("statements?limit=" + "9" * 5000, 422, "limit"),
        ("actors?limit=201", 422, "limit"),
        ("articles?order=event", 422, "order"),
        ("contradictions?why=taste", 422, "why"),
        ("histogram?interval=week", 422, "interval"),
        ("facets?limit=3", 422, "limit"),
        ("events/" + "a" * 200, 422, "id"),
        ("events/nobody", 404, None),
        ("statements/nobody", 404, None),
        ("articles/nobody", 404, None),
        ("actors/nobody", 404, None),
        ("contradictions/999999", 404, None),
        ("nothing", 404, None),
    ],
)
def test_errors_have_one_shape(client: TestClient, path: str, status: int, field: str | None) -> None:
    answer = client.get(f"/api/v1/{path}")
    body = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, body["status"], body.get("field")) == (status, status, field)
    assert body["title"]
    assert (field is None) or body["allowed"]


def test_any_site_may_read_and_none_may_write(client: TestClient) -> None:
    read = client.get("/api/v1/events", headers={"Origin": "https://example.org"})
    assert read.headers["access-control-allow-origin"] == "*"
    assert "ETag" in read.headers["access-control-expose-headers"]
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    assert client.options("/api/v1/events", headers=asked).status_code == 200
    refused = client.post("/api/v1/events")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET")
    assert client.head("/api/v1/events").status_code == 200


def test_pages_are_read_by_their_own_site_only(client: TestClient) -> None:
    page = client.get("/en/", headers={"Origin": "https://example.org"})
    assert "access-control-allow-origin" not in page.headers
