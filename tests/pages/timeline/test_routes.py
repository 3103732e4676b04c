"""The page over the five articles, asked as a browser asks."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient


def hrefs(page: str, name: str) -> list[str]:
    return re.findall(rf'<a[^>]*class="{name}"[^>]*href="([^"]+)"', page)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/ar/", ("روسيا", "إسرائيل", "الولايات المتحدة", "تركيا", "سوريا", "إيران")),
        ("/en/", ("Russia", "Israel", "United States", "Syria", "Iran")),
    ],
)
def test_the_states_of_the_corpus_have_lanes(client: TestClient, path: str, names: tuple[str, ...]) -> None:
    page = client.get(path).text
    lanes = page[page.index("lane-names") : page.index("</ol>", page.index("lane-names"))]
    assert all(name in lanes for name in names)


def test_a_form_with_empty_fields_is_sent_on_to_the_canonical_address(client: TestClient) -> None:
    answer = client.get("/ar/?q=&from=2015&to=&actor=tr&actor=&kind=&limit=50")
    assert (answer.status_code, answer.headers["location"]) == (303, "/ar/?from=2015&actor=tr")


def test_a_canonical_address_is_answered_at_once(client: TestClient) -> None:
    assert client.get("/ar/?from=2015&actor=tr").status_code == 200


@pytest.mark.parametrize("name", ["تركيا", "Russia", "  روسيا "])
def test_an_actor_may_be_asked_for_by_name(client: TestClient, name: str) -> None:
    answer = client.get("/ar/", params={"actor": name})
    assert answer.status_code == 303
    assert re.fullmatch(r"/ar/\?actor=[a-z]{2}", answer.headers["location"])


def test_a_name_that_nobody_has_is_refused_by_name(client: TestClient) -> None:
    answer = client.get("/en/", params={"actor": "nobody at all"})
    assert answer.status_code == 422
    assert "nobody at all" in answer.text


def test_the_part_for_htmx_is_the_same_page_without_its_frame(client: TestClient) -> None:
    part = client.get("/ar/", headers={"HX-Request": "true"})
    whole = client.get("/ar/")
    title, body = re.split("(?<=</title>)", part.text.strip(), maxsplit=1)
    assert title == "<title>الخط الزمني · تسلسل</title>"
    assert body.startswith('<div id="timeline"')
    assert title in whole.text
    assert body in whole.text
    assert "HX-Request" in part.headers["vary"]
    restored = client.get("/ar/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert restored.text == whole.text


def test_every_bar_and_mark_is_a_link_to_a_view_there_is(client: TestClient) -> None:
    page = client.get("/ar/").text
    for address in {*re.findall(r'<a (?:id="m-[^"]*" )?[^>]*href="(/ar/\?[^"#]*)', page)}:
        assert client.get(address.replace("&amp;", "&")).status_code == 200, address


def test_a_window_leaves_only_what_overlaps_it(client: TestClient) -> None:
    page = client.get("/en/?from=2021").text
    months = re.findall(r"<h2><bdi>([^<]+)</bdi>", page)
    assert months
    assert all(month.split()[-1] in {"2021", "2022"} for month in months)


def test_pages_follow_one_another_until_all_is_shown(client: TestClient) -> None:
    seen: list[str] = []
    address: str | None = "/en/?limit=7"
    while address:
        page = client.get(address.replace("&amp;", "&")).text
        listed = page[page.index('class="list"') : page.find('id="undated"')]
        seen += re.findall(r'<li class="record" id="r-([^"]+)"', listed)
        more = re.search(r'class="more"><a class="button" href="([^"]+after=[^"]+)"', listed)
        address = more[1] if more else None
    whole = client.get("/en/?limit=75").text
    expected = re.findall(r'id="r-([^"]+)"', whole[whole.index('class="list"') : whole.find('id="undated"')])
    assert seen == expected
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("after", ["1", "1.2.3", "x.y", "1.99999999999999999999", "99999999.1"])
def test_a_cursor_that_no_list_gave_out_is_refused(client: TestClient, after: str) -> None:
    assert client.get(f"/en/?after={after}").status_code == 422


@pytest.mark.parametrize(
    "query",
    [
        "from=1000&to=1200",
        "from=0001&to=9999",
        "from=9999-12-31",
        "to=0001-01-01",
        "from=2015-09-21&to=2015-09-21",
        "scale=linear",
        "from=2015-09-18&to=2015-09-18&scale=linear",
        "axis=ltr",
        "lane=actor",
        "lane=outlet",
        "lane=type",
        "order=published",
        "actor=no-such-actor",
        "type=meeting&type=talks",
        "status=denied",
        "modality=denied",
        "certainty=undated",
        "certainty=month",
        "evidence=anonymous",
        "outlet=elaph",
        "article=none",
        "place=none",
        "q=%D8%AA%D9%86%D8%B3%D9%8A%D9%82",
        "q=%25_%27%22%3Cscript%3E",
        "q=x&exact=1",
        "actor=il&actor=ru&match=all",
        "event=no-such-record",
    ],
)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_view_is_answered(client: TestClient, lang: str, query: str) -> None:
    answer = client.get(f"/{lang}/?{query}")
    assert answer.status_code == 200, answer.headers.get("location")
    assert "<script>" not in answer.text


def test_an_empty_view_says_what_to_relax(client: TestClient) -> None:
    page = client.get("/en/?from=1990&to=1991&actor=ru").text
    assert "Nothing fits all of these filters." in page
    chips = page[page.index('class="empty') : page.index("</ul>", page.index('class="empty'))]
    assert 'href="/en/?actor=ru"' in chips
    assert "1991" not in chips


def test_actors_together_are_fewer_than_either(client: TestClient) -> None:
    either = client.get("/en/?actor=il&actor=ru&limit=75").text
    together = client.get("/en/?actor=il&actor=ru&match=all&limit=75").text
    # Of the undated only the first are shown, and they need not be the same.
    either_ids, together_ids = (
        set(re.findall(r'id="r-([^"]+)"', page.partition('id="undated"')[0])) for page in (either, together)
    )
    assert together_ids
    assert together_ids < either_ids


def test_the_address_keeps_no_more_than_it_must(client: TestClient) -> None:
    page = client.get("/en/").text
    assert len(page) < 200_000
