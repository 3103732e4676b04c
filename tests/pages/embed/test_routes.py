"""From a page to its frame, the way a site that embeds it goes."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from lxml import etree
from starlette.testclient import TestClient


def discovered(client: TestClient, path: str) -> dict[str, Any]:
    """The answer of the endpoint that a page names."""
    page = client.get(path).text
    link = re.search(r'type="application/json\+oembed" href="http://testserver([^"]+)"', page)
    assert link
    answer = client.get(html.unescape(link[1]))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def framed(client: TestClient, told: dict[str, Any]) -> Any:
    source = re.search(r'src="http://testserver([^"]+)"', told["html"])
    assert source
    return client.get(html.unescape(source[1]))


@pytest.fixture(scope="module")
def event(client: TestClient) -> str:
    return str(client.get("/api/v1/events?type=talks").json()["items"][0]["id"])


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_view_can_be_shown_elsewhere(client: TestClient, lang: str) -> None:
    told = discovered(client, f"/{lang}/?from=2015&actor=ru")
    assert (told["version"], told["type"], told["width"]) == ("1.0", "rich", 640)
    page = framed(client, told)
    assert page.status_code == 200
    assert f'lang="{lang}"' in page.text
    assert html.escape(told["title"]) in page.text
    assert page.text.count("<li>") == 12
    assert client.get(told["thumbnail_url"].removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_an_event_can_be_shown_elsewhere(client: TestClient, lang: str, event: str) -> None:
    told = discovered(client, f"/{lang}/events/{event}")
    page = framed(client, told)
    assert page.status_code == 200
    assert f'href="http://testserver/{lang}/events/{event}"' in page.text
    assert html.escape(told["title"], quote=False) in html.unescape(page.text)


def test_only_pages_for_frames_may_be_framed_and_they_run_nothing(client: TestClient, event: str) -> None:
    for path in ("/en/embed/timeline", f"/en/embed/events/{event}"):
        answer = client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "frame-ancestors *" in policy
        assert "script-src 'none'" in policy
        assert "<script" not in answer.text
    for path in ("/en/", f"/en/events/{event}"):
        assert "frame-ancestors 'none'" in client.get(path).headers["content-security-policy"]


def test_a_frame_takes_the_parameters_of_the_timeline(client: TestClient) -> None:
    assert client.get("/en/embed/timeline?actor=tr&limit=2").text.count("<li>") == 2
    assert client.get("/en/embed/timeline?kind=x").status_code == 422
    assert client.get("/en/embed/events/nobody").status_code == 404
    assert "Nothing fits" in client.get("/en/embed/timeline?from=1990&to=1991").text


def test_the_same_is_told_in_xml(client: TestClient) -> None:
    as_json = client.get("/oembed?url=http://testserver/ar/%3Factor=ru").json()
    answer = client.get("/oembed?format=xml&url=http://testserver/ar/%3Factor=ru")
    assert answer.headers["content-type"] == "text/xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    assert root.tag == "oembed"
    assert {each.tag: each.text for each in root} == {name: str(value) for name, value in as_json.items()}


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("url=http://elsewhere.org/", 404),
        ("", 422),
        ("url=http://testserver/en/&format=yaml", 501),
        ("url=http://testserver/en/events/nobody", 404),
        ("url=http://testserver/en/%3Fkind=x", 422),
        ("url=http://testserver/en/&colour=red", 422),
    ],
)
def test_what_cannot_be_shown_is_told_in_the_format_asked_for(
    client: TestClient, query: str, status: int
) -> None:
    answer = client.get(f"/oembed?{query}", headers={"Accept": "text/html"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    told = answer.json()
    assert told["status"] == status
    if "format" not in query:
        answer = client.get(f"/oembed?{query}&format=xml")
        assert answer.headers["content-type"].startswith("application/problem+xml")
        root = etree.fromstring(answer.content)
        assert root.findtext("{*}status") == str(status)
        assert [each.text for each in root.iterfind("{*}allowed/{*}i")] == told.get("allowed", [])


def test_other_sites_may_ask_from_scripts(client: TestClient) -> None:
    answer = client.get("/oembed?url=http://testserver/en/")
    assert answer.headers["access-control-allow-origin"] == "*"


def test_the_title_cannot_break_out_of_the_frame(client: TestClient) -> None:
    told = client.get("/oembed", params={"url": "http://testserver/en/?q=%22%3E%3Cscript%3E"}).json()
    assert "<script" not in told["html"]
