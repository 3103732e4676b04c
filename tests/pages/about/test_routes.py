from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.domain.records import EventStatus, EventType, Modality, QuoteKind
from app.pages.about.figures import quality
from app.web.urls import Urls
from tests.support import web


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[TestClient]:
    with web.asking(tmp_path_factory.mktemp("about")) as made:
        yield made


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_term_has_an_anchor_of_its_own(client: TestClient, lang: str) -> None:
    page = client.get(f"/{lang}/about").text
    anchors = re.findall(r'\bid="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    vocabularies = {"type": EventType, "status": EventStatus, "modality": Modality, "quote": QuoteKind}
    for group, values in vocabularies.items():
        assert {f"{group}-{each.value}" for each in values} <= set(anchors)
    for target in re.findall(r'href="#([^"]+)"', page):
        assert target in anchors


def test_addresses_of_terms_lead_to_them(client: TestClient) -> None:
    path, _, anchor = Urls("en").about("type-meeting").partition("#")
    assert f'id="{anchor}"' in client.get(path).text


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_figures_are_told_with_their_command(client: TestClient, lang: str) -> None:
    found = quality()
    assert found is not None
    page = web.visible(client.get(f"/{lang}/about").text)
    assert found.command in page
    assert found.day[:4] in page
    for table in found.tables:
        assert all(cell in page for row in table.rows for cell in row[1:])


def test_codes_stand_with_their_types(client: TestClient) -> None:
    page = client.get("/en/about").text
    term = re.search(r'id="type-phone_call">(.*?)<div class="term"', page, re.DOTALL)
    assert term
    words = web.visible(term[1])
    assert "CONSULT · phone · diplomatic" in words
    assert "041 Discuss by telephone" in words


def test_other_pages_lead_to_the_codebook(client: TestClient) -> None:
    page = client.get("/en/").text
    event = re.search(r"event=([\w.-]+)", page)
    assert event
    assert 'href="/en/about#type-' in client.get(f"/en/events/{event[1]}").text
    assert 'href="/en/about#modality"' in client.get("/en/statements").text
