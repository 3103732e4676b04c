from __future__ import annotations

import html
import re

from starlette.testclient import TestClient

from app.pages.timeline.picture import BARS, picture
from app.pages.timeline.records import Facet
from app.pages.timeline.select_counts import Histogram, Stretch
from tests.support.sheets import sheet

VOICE = sheet("en").voice


def test_the_view_is_the_title_and_its_numbers_are_below() -> None:
    counted = Histogram(5, 1, (Stretch("2015-09", 2, 1), Stretch("2015-11", 1, 0)))
    made = picture("Timeline: Turkey", counted, [Facet("tr", "تركيا", "Turkey", 4)], VOICE)
    assert (made.kicker, made.title) == ("Timeline", "Turkey")
    assert made.words == "5 records · from September to November 2015"
    assert [name.text for name in made.names] == ["Turkey"]
    assert made.bars == (3, 0, 1)


def test_a_long_time_has_no_more_bars_than_fit() -> None:
    counted = Histogram(2, 0, (Stretch("1948-05", 1, 0), Stretch("2022-02", 1, 0)))
    bars = picture("Timeline", counted, [], VOICE).bars
    assert len(bars) <= BARS
    assert (bars[0], bars[-1], sum(bars)) == (1, 1, 2)


def test_nothing_found_has_a_picture_too() -> None:
    made = picture("Timeline: x", Histogram(0, 0, ()), [], VOICE)
    assert (made.bars, made.words) == ((), "0 records")


def test_pages_name_their_pictures(client: TestClient) -> None:
    event = client.get("/api/v1/events").json()["items"][0]["id"]
    for path in ("/ar/?from=2021", f"/en/events/{event}"):
        page = client.get(path).text
        image = re.search(r'property="og:image" content="http://testserver([^"]+)"', page)
        assert image
        answer = client.get(html.unescape(image[1]))
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
        assert answer.content.startswith(b"\x89PNG")
        assert 'property="og:title"' in page
    assert client.get("/en/timeline.png?kind=x").status_code == 422
    assert client.get("/en/events/nobody.png").status_code == 404
