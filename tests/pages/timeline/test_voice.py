from __future__ import annotations

import pytest

from app.pages.timeline.query import TimelineQuery
from tests.support.timeline import AR, EN, party, record


@pytest.mark.parametrize(
    ("days", "english", "arabic"),
    [
        (1, "1 day", "يوم"),
        (20, "20 days", "20 يومًا"),
        (45, "1 month", "شهر"),
        (61, "2 months", "شهران"),
        (100, "3 months", "3 أشهر"),
        (350, "1 year", "سنة"),
        (730, "2 years", "سنتان"),
        (1826, "5 years", "5 سنوات"),
        (4100, "11 years", "11 سنة"),
    ],
)
def test_silences_are_told_in_whole_units(days: int, english: str, arabic: str) -> None:
    assert EN.silence(days) == english
    assert AR.silence(days) == arabic


def test_a_mark_is_read_aloud_as_when_what_who_and_how_sure() -> None:
    planned = record(
        1,
        "../2017-03-05",
        party("ru"),
        party("tr"),
        state="planned",
        certainty="approximate",
        date_text="قبل الأحد",
    )
    assert EN.aloud(planned) == "by 5 March 2017; Talks; Headline; Ru, Tr; planned; «قبل الأحد»"
    assert AR.aloud(planned).startswith("بحلول 5 آذار/مارس 2017، محادثات، عنوان")


def test_whoever_the_headline_names_is_not_named_again() -> None:
    told = record(1, "2017-03-05", party("ru"), party("tr"), headline_en="Ru calls a meeting")
    assert EN.aloud(told) == "5 March 2017; Talks; Ru calls a meeting; Tr"
    alone = record(1, "2017-03-05", party("ru"), headline_en="Ru calls a meeting")
    assert EN.aloud(alone) == "5 March 2017; Talks; Ru calls a meeting"
    longer = record(1, "2017-03-05", party("ru"), headline_en="Rulers meet")
    assert EN.aloud(longer) == "5 March 2017; Talks; Rulers meet; Ru"


def test_names_fall_back_on_the_other_language() -> None:
    nameless = record(1, "2017", headline_en="")
    assert EN.headline(nameless) == "عنوان"


@pytest.mark.parametrize(
    "query",
    [
        TimelineQuery(),
        TimelineQuery(since="2015", actor=("ru", "tr-army"), q="- ~to=&from=1", event="abc", after="1.2"),
        TimelineQuery(outlet=("a-b",), open=("2015-01-01", "ru"), scale="linear", limit=7),
    ],
)
def test_addresses_made_from_one_pattern_are_those_made_one_by_one(query: TimelineQuery) -> None:
    assert AR.opening(query, "x/y&z") == AR.link(query.with_(event="x/y&z"), "#panel")
    assert EN.within(query, "2015-02", "2016") == EN.link(query.with_(since="2015-02", to="2016", event=None))
