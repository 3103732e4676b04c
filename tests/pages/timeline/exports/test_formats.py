"""Every format over the five articles, and one set in all of them for whatever is asked."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any
from urllib.parse import urlencode

import feedparser
import pytest
import vobject
from edtf import parse_edtf
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app.pages.timeline.exports.formats import FORMATS

Pairs = list[tuple[str, str]]


def _one(name: str, *values: str) -> st.SearchStrategy[Pairs]:
    return st.sampled_from([(name, value) for value in values]).map(lambda pair: [pair])


QUERIES = st.lists(
    st.one_of(
        _one("from", "2014", "2015-09-18", "2021"),
        _one("to", "2015-10", "2021-01-18", "2030"),
        st.sets(st.sampled_from(["ru", "il", "us", "tr", "nobody"]), min_size=1).map(
            lambda slugs: [("actor", slug) for slug in sorted(slugs)]
        ),
        _one("match", "all", "only"),
        _one("kind", "event", "statement"),
        _one("type", "talks", "meeting", "airstrike"),
        _one("status", "occurred", "planned", "denied"),
        _one("certainty", "day", "month", "undated"),
        _one("evidence", "named", "anonymous"),
        _one("outlet", "swissinfo", "elaph"),
        _one("order", "published"),
        _one("q", "تنسيق", '"وزارة الدفاع"', "Putin"),
    ),
    max_size=3,
    unique_by=lambda pairs: pairs[0][0],
).map(lambda found: [pair for pairs in found for pair in pairs])


def taken(client: TestClient, file: str, pairs: Pairs) -> str:
    answer = client.get(f"/en/{file}?{urlencode(pairs)}")
    assert answer.status_code == 200, answer.text
    return answer.text


def ids_by_format(client: TestClient, pairs: Pairs) -> dict[str, list[str]]:
    rows = csv.DictReader(
        io.StringIO(taken(client, "timeline.csv", pairs).removeprefix("\ufeff"), newline="")
    )
    calendar = vobject.readOne(taken(client, "timeline.ics", pairs))
    entries = [each for each in calendar.getChildren() if each.name in ("VEVENT", "VJOURNAL")]
    graph = json.loads(taken(client, "timeline.jsonld", pairs))["@graph"][1:]
    features = json.loads(taken(client, "timeline.geojson", pairs))["features"]
    lines = taken(client, "timeline.jsonl", pairs).splitlines()
    return {
        "csv": [row["id"] for row in rows],
        "jsonl": [json.loads(line)["id"] for line in lines],
        "ics": [entry.uid.value.partition("@")[0] for entry in entries],
        "atom": [_last(each.id) for each in feedparser.parse(taken(client, "timeline.atom", pairs)).entries],
        "jsonld": [_last(node["@id"]) for node in graph],
        "geojson": [feature["id"] for feature in features],
    }


def _last(address: str) -> str:
    return address.rpartition("/")[2]


def on_the_page(client: TestClient, pairs: Pairs) -> set[str]:
    """Ids of the dated records in the list of the page, which holds them all at this size."""
    page = client.get(f"/en/?{urlencode([*pairs, ('limit', '200')])}", follow_redirects=True).text
    if ("certainty", "undated") not in pairs:
        page = page.partition('id="undated"')[0]
    return set(re.findall(r'<li [^>]*id="r-([^"]+)"', page))


@settings(max_examples=12, suppress_health_check=list(HealthCheck), database=None)
@given(pairs=QUERIES)
@example(pairs=[])
@example(pairs=[("certainty", "undated")])
def test_equal_filters_give_equal_sets_everywhere(client: TestClient, pairs: Pairs) -> None:
    if {name for name, _ in pairs} >= {"from", "to"} and dict(pairs)["from"][:4] > dict(pairs)["to"][:4]:
        return
    records = json.loads(taken(client, "timeline.json", pairs))["records"]
    ids = [record["id"] for record in records]
    assert len(set(ids)) == len(ids)
    for form, found in ids_by_format(client, pairs).items():
        assert found == ids, form
    everything = ("certainty", "undated") in pairs  # then the list holds what else lies in the tray
    shown = {r["id"] for r in records if everything or r["earliest"] or r["latest"]}
    assert on_the_page(client, pairs) == shown
    asked = [pair for pair in pairs if pair[0] != "kind"]
    if ("kind", "statement") not in pairs:
        events = client.get(f"/api/v1/events?{urlencode([*asked, ('limit', '200')])}").json()["items"]
        assert [each["id"] for each in events] == [r["id"] for r in records if r["kind"] == "event"]


def test_every_date_that_goes_out_is_edtf(client: TestClient) -> None:
    dates = {record["date"] for record in json.loads(taken(client, "timeline.json", []))["records"]}
    assert len(dates) > 10
    for date in dates - {None}:
        parse_edtf(date)


@pytest.mark.parametrize(("ending", "kind"), [(ending, form.media_type) for ending, form in FORMATS.items()])
def test_files_are_named_and_typed(client: TestClient, ending: str, kind: str) -> None:
    answer = client.get(f"/ar/timeline.{ending}?from=2021")
    assert answer.headers["content-type"] == kind
    assert f'filename="tasalsul-timeline-ar.{ending}"' in answer.headers["content-disposition"]


def test_files_refuse_what_pages_refuse(client: TestClient) -> None:
    assert client.get("/en/timeline.csv?kind=x").status_code == 422
    answer = client.get("/en/timeline.json?kind=x")
    assert (answer.status_code, answer.json()["field"]) == (422, "kind")
    assert client.get("/en/timeline.docx").status_code == 404


def test_a_file_may_hold_one_page_of_the_list(client: TestClient) -> None:
    whole = json.loads(taken(client, "timeline.json", []))["records"]
    part = json.loads(taken(client, "timeline.json", [("limit", "3")]))["records"]
    assert part == whole[:3]


def test_an_actor_may_be_asked_for_by_name(client: TestClient) -> None:
    by_name = json.loads(taken(client, "timeline.json", [("actor", "روسيا")]))
    assert by_name["query"] == [["actor", "ru"]]


def test_the_page_offers_every_format(client: TestClient) -> None:
    page: Any = client.get("/ar/?from=2021&scale=linear").text
    for ending in FORMATS:
        assert f'href="/ar/timeline.{ending}?from=2021"' in page
    assert 'href="/ar/timelinejs.json?from=2021"' in page
