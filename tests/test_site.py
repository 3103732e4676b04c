"""Every link of the site leads somewhere: all pages that can be reached from the two timelines."""

from __future__ import annotations

from collections import deque
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

#: Enough to meet every kind of page several times; the filters alone make thousands of addresses.
PAGES = 64


def links(page: html.HtmlElement, address: str) -> set[str]:
    """Addresses inside the site that a page leads to, with their fragments."""
    found = {urljoin(address, link) for link in page.xpath("//a/@href | //svg//a/@href | //form/@action")}
    return {link for link in found if urlsplit(link).netloc == ""}


def kind(address: str) -> str:
    """``/ar/events/…`` for the address of an event; the query does not count."""
    parts = urlsplit(address).path.split("/")
    return "/".join(parts[:3])


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_link_leads_somewhere(client: TestClient, language: str) -> None:
    start = f"/{language}/"
    queue, seen, met = deque([start]), {start}, dict[str, int]()
    pages: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    while queue and len(pages) < PAGES:
        address = queue.popleft()
        answer = client.get(address)
        assert answer.status_code in {200, 302, 303, 307}, f"{address}: {answer.status_code}"
        if "html" not in answer.headers.get("content-type", ""):
            continue
        page = html.fromstring(answer.content)
        pages[address] = set(page.xpath("//@id"))
        for link in sorted(links(page, address)):
            target, _, fragment = link.partition("#")
            if fragment:
                wanted.append((address, target or address, fragment))
            if target not in seen and met.get(kind(target), 0) < PAGES // 8:
                met[kind(target)] = met.get(kind(target), 0) + 1
                seen.add(target)
                queue.append(target)
    assert len(met) > 3, met
    assert any("/articles/" in target for _, target, _ in wanted)
    broken = [link for link in wanted if link[1] in pages and link[2] not in pages[link[1]]]
    assert broken == []


@pytest.mark.parametrize(
    "path",
    ["/xx/", "/ar/nothing", "/ar/events/0000000000000000", "/en/articles/nothing", "/en/actors/nobody"],
)
def test_unknown_address_is_404_with_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1" in answer.text


@pytest.mark.parametrize(
    "query", ["nonsense=1", "from=2015-13", "kind=x", "certainty=x", "from=2016&to=2015"]
)
def test_unknown_parameter_or_bad_value_is_422_with_the_field(client: TestClient, query: str) -> None:
    answer = client.get(f"/en/?{query}")
    assert answer.status_code == 422
    assert query.partition("=")[0] in answer.text


def test_root_goes_by_the_readers_language(client: TestClient) -> None:
    for accepted, language in (("ar-SY,ar;q=0.9", "ar"), ("en-GB", "en"), ("fr", "ar")):
        answer = client.get("/", headers={"accept-language": accepted})
        assert answer.is_redirect
        assert answer.headers["location"].startswith(f"/{language}/")
