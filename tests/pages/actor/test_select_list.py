from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from starlette.testclient import TestClient

from app.pages.actor.query import SORTS
from app.pages.actor.records import Entry, Moment
from app.pages.actor.select_list import ordered
from app.web.named import Named


def entry(slug: str, arabic: str, country: str | None, mentions: int, first: date | None) -> Entry:
    named = Named(slug, arabic, slug.title(), country)
    at = Moment(first.toordinal(), 0, first.isoformat()) if first else None
    return Entry(1, named, "person", country, True, mentions, 1, first=at, last=at)


ENTRIES = (
    entry("a", "يونس", "jo", 3, None),
    entry("b", "أحمد", None, 5, date(2015, 1, 2)),
    entry("c", "إبراهيم", "de", 3, date(2014, 1, 2)),
    entry("d", "باسم", "jo", 4, date(2015, 1, 2)),
)


@pytest.mark.parametrize(
    ("sort", "lang", "slugs"),
    [
        ("-named", "en", "bdac"),
        ("named", "en", "acdb"),
        ("name", "en", "abcd"),
        ("name", "ar", "cbda"),
        ("-name", "ar", "adbc"),
        ("country", "en", "cdab"),
        ("-country", "en", "dacb"),
        ("first", "en", "cbda"),
        ("-first", "en", "bdca"),
    ],
)
def test_what_has_no_value_is_last_and_equals_stand_by_weight(sort: str, lang: str, slugs: str) -> None:
    assert "".join(each.actor.slug for each in ordered(ENTRIES, sort, lang)) == slugs


@pytest.mark.parametrize(
    "query", ["", "?kind=person&sort=-last", "?q=ر&sort=events", "?country=ru&sort=name"]
)
def test_page_files_and_api_hold_the_same_in_the_same_order(client: TestClient, query: str) -> None:
    listed = client.get(f"/en/actors.json{query}").json()["actors"]
    text = client.get(f"/en/actors.csv{query}").content.decode("utf-8-sig")
    rows = [*csv.DictReader(io.StringIO(text, newline=""))]
    page = client.get(f"/en/actors{query}").text
    answer = client.get(f"/api/v1/actors{query}{'&' if query else '?'}limit=200").json()
    slugs = [each["slug"] for each in listed]
    assert slugs == [row["slug"] for row in rows] == [each["slug"] for each in answer["items"]]
    places = [page.index(f'scope="row"><a href="/en/actors/{slug}"') for slug in slugs]
    assert places == sorted(places)
    assert listed == answer["items"]


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_is_the_same_set_in_table_and_cards(client: TestClient, sort: str) -> None:
    found = client.get(f"/ar/actors.json?sort={sort}").json()["actors"]
    assert {each["slug"] for each in found} == {
        each["slug"] for each in client.get("/ar/actors.json").json()["actors"]
    }
    cards = client.get(f"/ar/actors?sort={sort}&view=cards").text
    assert all(f'href="/ar/actors/{each["slug"]}"' in cards for each in found)
