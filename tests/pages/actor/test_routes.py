from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import db
from app.models import ActorRow, ArticleRow
from tests.support import web


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[TestClient]:
    with web.asking(tmp_path_factory.mktemp("actor")) as made:
        yield made


def listed(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/\w\w/actors/([^"]+)"', page)


@pytest.fixture(scope="module")
def slugs(client: TestClient) -> list[str]:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        return list(session.scalars(sa.select(ActorRow.slug)))


def test_all_actors_are_listed(client: TestClient, slugs: list[str]) -> None:
    assert sorted(listed(client.get("/ar/actors").text)) == sorted(slugs)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_actor_has_a_page_in_both_names(client: TestClient, slugs: list[str], lang: str) -> None:
    for slug in slugs:
        answer = client.get(f"/{lang}/actors/{slug}")
        assert answer.status_code == 200, slug
        assert "<h1>" in answer.text


@pytest.mark.parametrize(
    "q", ["putin", "Putin", "بوتين", "بوتـين", "فلاديمير بوتين", "الرئيس الروسي", "VLADIMIR"]
)
def test_search_folds_and_knows_both_scripts(client: TestClient, q: str) -> None:
    assert "vladimir-putin" in listed(client.get("/en/actors", params={"q": q}).text)


def test_filters_narrow(client: TestClient) -> None:
    everyone = listed(client.get("/en/actors").text)
    people = listed(client.get("/en/actors?kind=person").text)
    russians = listed(client.get("/en/actors?kind=person&country=ru").text)
    assert set(russians) < set(people) < set(everyone)
    assert "vladimir-putin" in russians


def test_paging_goes_on_after_an_actor(client: TestClient) -> None:
    everyone = listed(client.get("/en/actors").text)
    assert listed(client.get(f"/en/actors?after={everyone[4]}").text) == everyone[5:]


def test_nothing_found_says_how_to_go_on(client: TestClient) -> None:
    page = client.get("/en/actors?q=zzzzzz").text
    assert "No actor matches these filters." in page
    assert 'href="/en/actors"' in page


def test_htmx_gets_only_the_list(client: TestClient) -> None:
    part = client.get("/en/actors?q=putin", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert "vladimir-putin" in listed(part)


@pytest.mark.parametrize("query", ["kind=animal", "colour=red"])
def test_bad_parameters_are_named(client: TestClient, query: str) -> None:
    answer = client.get(f"/ar/actors?{query}")
    assert answer.status_code == 422
    assert query.partition("=")[0] in answer.text


def test_unknown_actor(client: TestClient) -> None:
    assert client.get("/ar/actors/nobody").status_code == 404


def test_spellings_and_offices_of_a_person(client: TestClient) -> None:
    words = web.visible(client.get("/en/actors/benjamin-netanyahu").text)
    assert "بنيامين نتانياهو" in words
    assert "بنيامين نتنياهو" in words
    assert "Prime Minister of Israel" in words


def test_company_is_told_with_number_and_last_day(client: TestClient) -> None:
    page = client.get("/en/actors/vladimir-putin").text
    company = page[page.index('id="company"') :]
    assert "/en/actors/benjamin-netanyahu" in company
    assert "match=all" in company


def test_what_is_said_by_and_about(client: TestClient) -> None:
    page = client.get("/en/actors/sergey-lavrov").text
    assert 'id="said"' in page
    assert 'id="about"' in client.get("/en/actors/ru").text


def test_an_unnamed_source_is_an_actor_too(client: TestClient, slugs: list[str]) -> None:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        slug = session.scalar(sa.select(ActorRow.slug).where(ActorRow.kind == "source"))
    assert "unnamed in one article" in client.get(f"/en/actors/{slug}").text


def test_queries_do_not_grow(client: TestClient) -> None:
    for slug in ("ru", "yair-golan"):
        client.get(f"/en/actors/{slug}")  # sets of the index are read once, and kept
        with web.counting(client.app.state.engine) as sent:  # type: ignore[attr-defined]
            client.get(f"/en/actors/{slug}")
        assert len(sent) <= 23
    with web.counting(client.app.state.engine) as sent:  # type: ignore[attr-defined]
        client.get("/en/actors?q=putin")
    assert len(sent) <= 5


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_offices_lead_from_a_person_to_all_who_held_them_and_back(client: TestClient, lang: str) -> None:
    page = client.get(f"/{lang}/actors/benjamin-netanyahu").text
    offices = set(re.findall(rf'href="(/{lang}/offices/[^"]+)"', page))
    assert offices
    for address in offices:
        answer = client.get(address)
        assert answer.status_code == 200
        assert f"/{lang}/actors/benjamin-netanyahu" in answer.text


@pytest.mark.parametrize(("path", "status"), [("no.such", 404), ("us.president?colour=red", 422)])
def test_an_office_that_is_none(client: TestClient, path: str, status: int) -> None:
    assert client.get(f"/en/offices/{path}").status_code == status


def test_a_medium_shows_what_it_published_and_where_the_rest_is(client: TestClient) -> None:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        papers = session.execute(
            sa.select(ActorRow.slug, ArticleRow.public_id).join(
                ArticleRow, ArticleRow.outlet_id == ActorRow.id
            )
        ).all()
    for slug, article in papers:
        page = client.get(f"/en/actors/{slug}").text
        assert f'href="/en/articles/{article}"' in page
        assert f'href="/en/?outlet={slug}"' in page
        assert f'href="/en/statements?outlet={slug}"' in page
    page = client.get("/en/actors/ru").text
    assert "Articles published" not in page
    assert re.search(r'href="/en/articles/\w+\?hl=ru#p\d+"', page)
