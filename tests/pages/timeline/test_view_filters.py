from __future__ import annotations

import pytest

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_filters import applied, bar, told, widen
from app.web.named import Named
from tests.support.timeline import AR, EN, facts

NAMES = {"tr": Named("tr", "تركيا", "Turkey"), "paper": Named("paper", "صحيفة", "Paper")}


def test_each_value_has_a_chip_that_takes_only_it_away() -> None:
    query = TimelineQuery(since="2015-09", actor=("tr", "xx"), type=("talks",), event="opened")
    chips = list(applied(query, NAMES, EN))
    assert [(chip.title, chip.text) for chip in chips] == [
        ("From", "September 2015"),
        ("Actor", "Turkey"),
        ("Actor", "xx"),
        ("Type", "Talks"),
    ]
    assert chips[1].href == "/en/?from=2015-09&actor=xx&type=talks"


@pytest.mark.parametrize(
    ("name", "value", "arabic", "english"),
    [
        ("to", "2015", "2015", "2015"),
        ("q", "كلمة", "«كلمة»", "“كلمة”"),
        ("status", "denied", "منفي", "denied"),
        ("certainty", "undated", "بلا تاريخ", "undated"),
        ("outlet", "paper", "صحيفة", "Paper"),
        ("place", "nowhere", "nowhere", "nowhere"),
    ],
)
def test_values_are_told_in_words(name: str, value: str, arabic: str, english: str) -> None:
    assert told(name, value, NAMES, AR) == arabic
    assert told(name, value, NAMES, EN) == english


def test_the_form_carries_what_it_has_no_field_for() -> None:
    query = TimelineQuery(
        actor=("tr",), type=("meeting", "talks"), status=("denied",), scale="linear", event="x", after="1.0.1"
    )
    assert set(bar(query, facts(names=NAMES), EN).hidden) == {
        ("actor", "tr"),
        ("type", "talks"),
        ("status", "denied"),
        ("scale", "linear"),
    }


def test_what_to_relax_says_how_much_would_be_found() -> None:
    query = TimelineQuery(since="1990", to="1991", actor=("tr",))
    (only,) = widen(query, facts(relaxed=(("from", 12),), names=NAMES), EN)
    assert (only.text, only.count, only.href) == ("Dates", "12 records", "/en/?actor=tr")
