from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Facet, Totals
from app.pages.timeline.view import summary, timeline_view
from app.web.named import Named
from tests.support.timeline import AR, EN, facts, party, record

HERE = Totals(28, 0, 0, 5, date(2015, 9, 18), date(2022, 2, 27))
ALL = Totals(41, 0, 0, 5, date(2014, 4, 1), date(2022, 2, 27))


def test_the_summary_says_how_much_of_how_much_from_where_and_when() -> None:
    some = facts(totals=HERE, overall=ALL)
    assert summary(some, AR) == "28 حدثًا من 41، من 5 مقالات، بين أيلول/سبتمبر 2015 وشباط/فبراير 2022"
    assert summary(some, EN) == "28 events of 41, from 5 articles, between September 2015 and February 2022"


def test_the_summary_counts_statements_and_the_undated() -> None:
    both = facts(totals=Totals(1, 2, 1, 1, date(2015, 9, 1), date(2015, 9, 9)), overall=ALL)
    assert (
        summary(both, AR)
        == "حدث واحد وتصريحان من 41، من مقال واحد، في أيلول/سبتمبر 2015، واحد منها بلا تاريخ"
    )
    assert (
        summary(both, EN)
        == "1 event and 2 statements of 41, from 1 article, in September 2015, 1 of them without a date"
    )


def test_the_summary_of_nothing() -> None:
    none = Totals(0, 0, 0, 0, None, None)
    assert summary(facts(totals=none, overall=ALL), EN) == "Nothing fits all of these filters."
    assert summary(facts(totals=none, overall=none), EN) == "No article has been read yet."


def test_the_title_names_the_filters() -> None:
    turkey = {"tr": Named("tr", "تركيا", "Turkey")}
    query = TimelineQuery(actor=("tr",), since="2021")
    assert timeline_view(query, facts(names=turkey), EN).title == "Timeline: From 2021, Turkey"
    assert timeline_view(query, facts(names=turkey), AR).title == "الخط الزمني: من 2021، تركيا"


def test_more_than_can_be_drawn_is_said() -> None:
    told = tuple(record(n, "2015-09-18", party("ru")) for n in range(3))
    many = facts("2015-09-18", marks=told, totals=replace(HERE, events=900), overall=ALL)
    assert timeline_view(TimelineQuery(), many, EN).shown == (
        "The chart shows 3 of 900; narrow the range to see the rest."
    )
    all_ = facts("2015-09-18", marks=told, totals=replace(HERE, events=3), overall=ALL)
    assert timeline_view(TimelineQuery(), all_, EN).shown is None


def test_files_are_of_the_same_set_without_what_is_only_shown() -> None:
    query = TimelineQuery(actor=("tr",), scale="linear", lane="type", after="1.0.1", event="x", limit=7)
    view = timeline_view(query, facts(names={"tr": Named("tr", "", "")}), EN)
    assert view.exports[0] == ("CSV", "/en/timeline.csv?actor=tr")
    assert {href.partition("?")[2] for _, href in view.exports} == {"actor=tr"}
    assert view.frame == "/en/embed/timeline?actor=tr"
    assert view.picture == "/en/timeline.png?actor=tr"


def test_the_axis_follows_the_language_unless_it_is_chosen() -> None:
    told = (record(1, "2015-09-18", party("ru")), record(2, "2015-09-20", party("ru")))
    some = facts("2015-09-18", marks=told)
    charts = [
        timeline_view(TimelineQuery(axis=axis), some, voice).chart
        for axis, voice in ((None, AR), (None, EN), ("ltr", AR), ("rtl", EN))
    ]
    assert [chart.rtl if chart else None for chart in charts] == [True, False, False, True]


def test_a_state_filtered_by_keeps_its_chip_though_nothing_is_left() -> None:
    states = tuple(Facet(slug, slug, slug, 9) for slug in ("ru", "us", "il", "sy", "ir", "ua", "lb"))
    bar = timeline_view(
        TimelineQuery(actor=("tr",)), facts(states=states, names={"tr": Named("tr", "", "Turkey")}), EN
    ).bar
    assert [chip.slug for chip in bar.states] == ["ru", "us", "il", "sy", "ir", "ua", "lb", "tr"]
    assert [chip.on for chip in bar.states].count(True) == 1
    assert bar.states[-1].href == "/en/"
