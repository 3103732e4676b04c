from __future__ import annotations

import html
import re

import pytest
from starlette.testclient import TestClient


@pytest.fixture(scope="module", params=["ar", "en"])
def page(client: TestClient, request: pytest.FixtureRequest) -> str:
    return client.get(f"/{request.param}/api").text


def test_every_operation_and_parameter_is_on_the_page(client: TestClient, page: str) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    for path, item in paths.items():
        assert f"GET {path}</code>" in page
        for parameter in item["get"].get("parameters", ()):
            assert f'<code dir="ltr">{parameter["name"]}</code>' in page


def test_every_link_within_the_page_has_its_end(page: str) -> None:
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert {*re.findall(r'href="#([^"]+)"', page)} <= ids


def test_every_example_can_be_followed(client: TestClient, page: str) -> None:
    examples = {html.unescape(each) for each in re.findall(r'href="(/api/v1/[^"]*)"', page)}
    assert len(examples) >= 8
    assert [client.get(each).status_code for each in sorted(examples)] == [200] * len(examples)


def test_no_word_is_left_in_the_other_language(client: TestClient) -> None:
    """But the shapes, which are told in the language of their names and say so."""
    page = client.get("/ar/api").text.partition('id="shapes"')[0]
    told = re.findall(r"<p>([^<]+)</p>|<td>([^<]+)</td>", page[page.index("<main") :])
    assert told
    assert not [words for pair in told for words in pair if re.fullmatch(r"[A-Za-z ,.;:]{12,}", words)]


def test_the_short_way_leads_to_the_language_of_the_reader(client: TestClient) -> None:
    answer = client.get("/api/docs", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.headers["location"]) == (302, "/en/api")
    assert client.get("/ar/api?x=1").status_code == 422
    assert client.get("/fr/api").status_code == 404
