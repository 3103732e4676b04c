from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import db
from app.models import EventRow, LinkRow, StatementRow, TellingRow
from app.pages.contradictions import select
from tests.support import web


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[TestClient]:
    with web.asking(tmp_path_factory.mktemp("contradictions")) as made:
        yield made


def pairs(page: str) -> list[int]:
    return [int(each) for each in re.findall(r'aria-labelledby="c-(\d+)"', page)]


def test_every_denial_in_words_stands_beside_what_it_denies(client: TestClient) -> None:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        rows = session.execute(
            sa.select(LinkRow.id, StatementRow.public_id, EventRow.public_id)
            .join(StatementRow, StatementRow.id == LinkRow.from_statement_id)
            .join(TellingRow, TellingRow.id == LinkRow.to_telling_id)
            .join(EventRow, EventRow.id == TellingRow.event_id)
            .where(LinkRow.kind == "denial_of")
        ).all()
    page = client.get("/en/contradictions?why=denial").text
    assert rows
    for id_, said, event in rows:
        card = page[page.index(f'aria-labelledby="c-{id_}"') :].partition("</article>")[0]
        assert f"/en/events/{event}" in card
        denied, denial = card.split('<section class="account">')[1:]
        assert "What is denied" in denied
        assert f"hl={said}" in denial
        assert denied.count("<mark>")
        assert denial.count("<mark>")
        assert "Why they are paired" in card


def test_a_plan_and_its_outcome_are_no_contradiction(client: TestClient) -> None:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        harmless = set(
            session.scalars(sa.select(LinkRow.id).where(LinkRow.kind.not_in(("denial_of", "differs"))))
        )
    assert harmless
    assert harmless.isdisjoint(pairs(client.get("/ar/contradictions").text))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_passages_lead_to_their_sentences(client: TestClient, lang: str) -> None:
    found = set(re.findall(rf'href="(/{lang}/articles/[^"]+)"', client.get(f"/{lang}/contradictions").text))
    assert found
    for href in found - {f"/{lang}/articles"}:
        address, _, anchor = html.unescape(href).partition("#")
        assert f'id="{anchor}"' in client.get(address).text


def test_pages_follow_each_other(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    every = pairs(client.get("/en/contradictions").text)
    monkeypatch.setattr(select, "PAGE", 1)
    address, seen = "/en/contradictions", list[int]()
    while address:
        page = client.get(address).text
        seen += pairs(page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = html.unescape(following[1]) if following else ""
    assert seen == every
    assert len(every) > 1


@pytest.mark.parametrize(
    ("query", "field"), [("why=taste", "why"), ("colour=red", "colour"), ("after=x", "after")]
)
def test_bad_values_are_named_in_the_language_of_the_page(client: TestClient, query: str, field: str) -> None:
    answer = client.get(f"/ar/contradictions?{query}")
    assert answer.status_code == 422
    assert 'lang="ar"' in answer.text
    assert field in answer.text


def test_a_way_that_none_differs_in_says_how_to_go_on(client: TestClient) -> None:
    page = client.get("/en/contradictions?why=date").text
    assert "No contradiction was found." in page
    assert 'href="/en/contradictions"' in page


def test_the_header_names_the_page_and_the_address_is_canonical(client: TestClient) -> None:
    assert re.search(
        r'href="/ar/contradictions"\s+aria-current="page">', client.get("/ar/contradictions").text
    )
    assert client.get("/ar/contradictions?why=").headers["location"] == "/ar/contradictions"


def test_queries_are_few(client: TestClient) -> None:
    with web.counting(client.app.state.engine) as sent:  # type: ignore[attr-defined]
        client.get("/en/contradictions")
    assert len(sent) <= 8
