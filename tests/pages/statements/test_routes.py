from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app import db
from app.models import StatementRow
from app.pages.statements.query import SORTS
from tests.support import web

ASKED = st.fixed_dictionaries(
    {},
    optional={
        "chain": st.lists(st.sampled_from(["0", "1", "2", "3", "4"]), min_size=1, max_size=3, unique=True),
        "quote": st.lists(
            st.sampled_from(["direct", "indirect", "mixed"]), min_size=1, max_size=2, unique=True
        ),
        "modality": st.lists(st.sampled_from(["asserted", "denied", "hedged"]), min_size=1, unique=True),
        "verb": st.just(["قال"]),
        "from": st.just(["2015-09"]),
        "q": st.sampled_from([["روسيا"], ["سوريا"]]),
        "sort": st.sampled_from(SORTS).map(lambda name: [name]),
    },
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[TestClient]:
    with web.asking(tmp_path_factory.mktemp("statements")) as made:
        yield made


def listed(page: str) -> list[str]:
    return re.findall(r'<article class="card said" aria-labelledby="s-([^"]+)"', page)


def told(client: TestClient, query: str = "") -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get(f"/en/statements.json{query}").json()["statements"]
    return found


def chips(page: str) -> list[tuple[str, int]]:
    """Address and count of every chip."""
    found = re.findall(r'<a class="chip" href="([^"]+)".*?<span class="count">([\d,]+)</span>', page)
    return [(html.unescape(href), int(count.replace(",", ""))) for href, count in found]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_all_statements_are_listed_once(client: TestClient, lang: str) -> None:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        ids = list(session.scalars(sa.select(StatementRow.public_id)))
    assert sorted(listed(client.get(f"/{lang}/statements?limit=200").text)) == sorted(ids)


def test_pages_follow_each_other_to_the_end_of_the_list(client: TestClient) -> None:
    address, seen = "/ar/statements?limit=7", list[str]()
    while address:
        page = client.get(address).text
        seen += listed(page)
        next_page = re.search(r'rel="next" href="([^"]+)"', page)
        address = html.unescape(next_page[1]) if next_page else ""
    assert seen == [each["id"] for each in told(client)]


def test_the_undated_stand_at_the_end(client: TestClient) -> None:
    days = [str(each["earliest"] or each["latest"] or "") for each in told(client)]
    dated = [day for day in days if day]
    assert days[: len(dated)] == dated == sorted(dated)


@pytest.mark.parametrize("query", ["", "modality=denied", "from=2021&limit=200", "q=روسيا"])
def test_every_chip_leads_to_as_many_as_it_says(client: TestClient, query: str) -> None:
    page = client.get(f"/en/statements?{query}").text
    given = {*parse_qsl(query)}
    narrowing = []
    for href, count in chips(page):
        added = {*parse_qsl(href.partition("?")[2])} - given
        if {name for name, _ in added}.isdisjoint(name for name, _ in given) and added:
            narrowing.append((href, count))
    assert narrowing
    for href, count in narrowing[::3]:
        assert len(told(client, "?" + href.partition("?")[2])) == count, href


def test_filters_of_one_name_widen_and_of_two_names_narrow(client: TestClient) -> None:
    said = len(told(client, "?verb=قال"))
    added = len(told(client, "?verb=أضاف"))
    assert len(told(client, "?verb=قال&verb=أضاف")) == said + added
    assert 0 < len(told(client, "?verb=قال&quote=indirect")) < said


def test_page_csv_and_json_are_the_same_set(client: TestClient) -> None:
    for query in ("", "?quote=direct", "?modality=denied&from=2015", "?q=موسكو"):
        page = listed(client.get(f"/ar/statements{query}", follow_redirects=True).text)
        answer = client.get(f"/ar/statements.csv{query}")
        assert answer.text.startswith("\ufeff")
        rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))
        ids = [each["id"] for each in told(client, query)]
        assert [row["id"] for row in rows] == ids
        assert page == ids[: len(page)]
        assert len(page) == min(40, len(ids))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(asked=ASKED)
def test_page_csv_json_and_programs_are_the_same_list(
    client: TestClient, asked: dict[str, list[str]]
) -> None:
    query = urlencode(sorted(asked.items()), doseq=True)
    ids = [each["id"] for each in told(client, f"?{query}")]
    table = client.get(f"/en/statements?{query}&limit=200&view=table", follow_redirects=True).text
    rows = client.get(f"/en/statements.csv?{query}").text.removeprefix("\ufeff")
    found = client.get(f"/api/v1/statements?{query}&limit=200").json()
    assert re.findall(r'<tr id="s-([^"]+)"', table) == ids
    assert [row["id"] for row in csv.DictReader(io.StringIO(rows, newline=""))] == ids
    assert [each["id"] for each in found["items"]] == ids
    assert found["total"] == len(ids)


def test_a_heading_puts_the_table_in_its_order_and_turns_it_round(client: TestClient) -> None:
    page = client.get("/en/statements?view=table").text
    assert 'aria-sort="ascending"><a href="/en/statements?sort=-day&amp;view=table"' in page
    (href,) = re.findall(r'<th scope="col"><a href="([^"]+sort=speaker[^"]+)"', page)
    page = client.get(html.unescape(href)).text
    assert 'aria-sort="ascending"><a href="/en/statements?sort=-speaker&amp;view=table"' in page
    assert page.count("aria-sort") == 1


def test_the_words_lead_to_their_sentence_and_to_the_speaker(client: TestClient) -> None:
    page = client.get("/en/statements").text
    for href in set(re.findall(r'href="(/en/articles/[^"]+hl=[^"]+)"', page)):
        address, _, anchor = html.unescape(href).partition("#")
        assert f'id="{anchor}"' in client.get(address).text
    for href in set(re.findall(r'<h2 id="s-[^"]+"><a href="([^"]+)"', page)):
        assert client.get(href).status_code == 200


def test_quoted_words_are_marked(client: TestClient) -> None:
    page = client.get("/ar/statements?quote=direct").text
    assert page.count("<mark>") >= len(listed(page)) > 0
    assert "<mark>" not in client.get("/ar/statements?quote=indirect").text


def test_a_denial_leads_to_what_it_denies(client: TestClient) -> None:
    page = client.get("/en/statements?modality=denied").text
    events = re.findall(r'denies</span> <a href="(/en/events/[^"]+)"', page)
    assert events
    assert all(client.get(each).status_code == 200 for each in events)


def test_an_address_is_made_canonical(client: TestClient) -> None:
    answer = client.get("/ar/statements?to=&speaker=b&q=&speaker=a&limit=40")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/ar/statements?speaker=a&speaker=b"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("modality=sung", "modality"),
        ("colour=red", "colour"),
        ("from=2020&to=2010", "to"),
        ("after=x", "after"),
    ],
)
def test_bad_values_are_answered_in_the_language_of_the_page(
    client: TestClient, query: str, field: str
) -> None:
    answer = client.get(f"/ar/statements?{query}")
    assert answer.status_code == 422
    assert 'lang="ar"' in answer.text
    assert field in answer.text
    refused = client.get(f"/ar/statements.json?{query}&limit=0")
    assert refused.status_code == 422


def test_nothing_found_says_how_to_go_on(client: TestClient) -> None:
    page = client.get("/en/statements?speaker=nobody").text
    assert "No statement matches these filters." in page
    assert 'href="/en/statements"' in page


def test_the_header_names_the_page(client: TestClient) -> None:
    page = client.get("/ar/statements").text
    assert re.search(r'href="/ar/statements"\s+aria-current="page">التصريحات', page)


def test_queries_do_not_grow_with_the_list(client: TestClient) -> None:
    client.get("/en/statements")
    counts = []
    for limit in (2, 200):
        with web.counting(client.app.state.engine) as sent:  # type: ignore[attr-defined]
            client.get(f"/en/statements?limit={limit}")
        counts.append(len(sent))
    assert max(counts) <= 14
