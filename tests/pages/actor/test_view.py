from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.pages.actor.records import Actor, Facts, Happening, Matrix, Spelling
from app.pages.actor.view import BINS, build
from app.web.i18n import language
from app.web.named import Named
from app.web.urls import Urls

NAMED = Named("said", "سعيد", "Said", "jo")
EMPTY = Facts(
    actor=Actor(NAMED, "person", "JO", None, True, None, 1, 1),
    spellings=(),
    terms=(),
    events=(),
    event_count=0,
    undated=0,
    days=(),
    company=(),
    said=(),
    said_count=0,
    about=(),
    about_count=0,
    outlets=(),
)


def days(*given: date) -> Facts:
    return replace(EMPTY, days=tuple((d.toordinal(), 1) for d in sorted(given)))


def test_a_spelling_is_told_once_but_titles_by_themselves() -> None:
    seen = (
        Spelling("أ", "alias", 1),
        Spelling("أ", "name", 2),
        Spelling("أ", "office", 1),
        Spelling("ب", "name", 9),
    )
    made = build(replace(EMPTY, spellings=seen), language("en"), Urls("en"))
    told = [(each.text, each.how, each.count) for each in made.spellings]
    assert told == [("ب", "name", 9), ("أ", "name", 3), ("أ", "office", 1)]


def test_no_dated_event_no_strip() -> None:
    assert build(EMPTY, language("en"), Urls("en")).strip is None


@pytest.mark.parametrize(("code", "ascending"), [("en", True), ("ar", False)])
def test_the_strip_runs_with_the_language(code: str, ascending: bool) -> None:
    strip = build(
        days(date(2015, 1, 1), date(2018, 1, 1), date(2021, 1, 1)), language(code), Urls(code)
    ).strip
    assert strip is not None
    places = [dot.x for dot in strip.dots]
    assert places == sorted(places, reverse=not ascending)
    assert all(0 < x < 100 for x in places)


def test_a_single_day_stands_inside() -> None:
    strip = build(days(date(2015, 9, 21)), language("en"), Urls("en")).strip
    assert strip is not None
    assert [dot.count for dot in strip.dots] == [1]


def test_many_events_are_gathered_and_none_is_lost() -> None:
    many = days(*(date.fromordinal(date(2011, 1, 1).toordinal() + 3 * n) for n in range(1000)))
    strip = build(many, language("en"), Urls("en")).strip
    assert strip is not None
    assert len(strip.dots) <= BINS
    assert sum(dot.count for dot in strip.dots) == 1000
    assert len(strip.ticks) <= 10


def test_a_single_event_is_a_link_to_it_and_many_to_their_days() -> None:
    event = Happening(
        "e1", "meeting", "occurred", "لقاء", "Meeting", "2015-09-21", date(2015, 9, 21).toordinal(), "source"
    )
    facts = replace(days(date(2015, 9, 21)), events=(event,))
    one = build(facts, language("en"), Urls("en")).strip
    many = build(replace(facts, days=((event.day or 0, 3),)), language("en"), Urls("en")).strip
    assert one is not None
    assert many is not None
    assert one.dots[0].href == "/en/events/e1"
    assert many.dots[0].href == "/en/?from=2015-09-21&to=2015-09-21&actor=said"
    assert many.dots[0].r > one.dots[0].r


def test_the_matrix_says_each_pair_once_and_shades_by_the_most() -> None:
    others = (NAMED, Named("b", "ب", "B"), Named("a", "أ", "A"))
    facts = replace(EMPTY, matrix=Matrix(others, {(0, 1): 8, (1, 2): 1}))
    lines = build(facts, language("en"), Urls("en")).matrix
    assert [[cell.count for cell in line.cells] for line in lines] == [[], [8], [0, 1]]
    assert [[cell.share for cell in line.cells] for line in lines] == [[], [4], [0, 1]]
    assert lines[2].cells[1].href == "/en/?actor=a&actor=b&match=all&kind=event"
