from __future__ import annotations

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_zoom import zoom
from tests.support.timeline import EN, facts, record

CORPUS = facts("2012-01-01", "2019-12-31")


def test_the_whole_cannot_be_wider() -> None:
    made = zoom(TimelineQuery(), CORPUS, EN)
    assert made.closer
    assert made.wider is made.whole is None


def test_closer_is_half_around_the_open_record() -> None:
    opened = facts("2012-01-01", "2019-12-31", chosen=record(1, "2013-05-05"))
    made = zoom(TimelineQuery(), opened, EN)
    assert made.closer == "/en/?from=2011-05&to=2015-05"


def test_wider_ends_in_the_whole() -> None:
    made = zoom(TimelineQuery(since="2013", to="2018"), CORPUS, EN)
    assert made.wider == made.whole == "/en/"


def test_a_few_days_are_close_enough() -> None:
    assert zoom(TimelineQuery(since="2013-01-01", to="2013-01-05"), CORPUS, EN).closer is None


def test_the_edges_of_the_calendar_hold() -> None:
    for query in (
        TimelineQuery(since="9999-12-01"),
        TimelineQuery(to="0001-01-20"),
        TimelineQuery(since="0001", to="9999"),
    ):
        zoom(query, CORPUS, EN)


def test_nothing_dated_nothing_to_zoom() -> None:
    made = zoom(TimelineQuery(), facts(), EN)
    assert made.closer is made.wider is made.whole is None
