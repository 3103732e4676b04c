from __future__ import annotations

import pytest

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_zoom import BEYOND, zoom
from tests.support.timeline import EN, facts, record

CORPUS = facts("2012-01-01", "2019-12-31")
LINEAR = TimelineQuery(scale="linear")
DAYS = ("2014-04-01", "2015-09-18", "2015-09-21", "2015-10-04", "2015-10-07", "2021-01-12", "2022-02-27")


def corpus(first: int, last: int, chosen: str | None = None):  # type: ignore[no-untyped-def]
    """All of ``DAYS``, of which those from ``first`` to ``last`` are in view."""
    shown = tuple(record(n, day) for n, day in enumerate(DAYS[first:last]))
    return facts(*DAYS, marks=shown, chosen=record(99, chosen) if chosen else None)


@pytest.mark.parametrize("query", [TimelineQuery(), LINEAR])
def test_the_whole_cannot_be_wider_and_has_nothing_beside_it(query: TimelineQuery) -> None:
    made = zoom(query, corpus(0, 7), EN)
    assert made.closer
    assert made.wider is made.whole is made.earlier is made.later is None
    assert made.before == made.after == ()


def test_closer_is_half_the_time_around_the_open_record() -> None:
    opened = facts("2012-01-01", "2019-12-31", chosen=record(1, "2013-05-05"))
    made = zoom(LINEAR, opened, EN)
    assert made.closer == "/en/?from=2011-05&to=2015-05&scale=linear"


def test_in_sequence_closer_is_half_the_dates() -> None:
    assert zoom(TimelineQuery(), corpus(0, 7), EN).closer == "/en/?from=2015-09-18&to=2015-10-07"
    around = zoom(TimelineQuery(), corpus(0, 7, "2021-01-12"), EN)
    assert around.closer == "/en/?from=2015-10-04&to=2022-02-27"


def test_in_sequence_a_step_goes_over_a_silence() -> None:
    view = TimelineQuery(since="2015-10-04", to="2015-10-07")
    made = zoom(view, corpus(3, 5), EN)
    assert made.later == "/en/?from=2021-01-12&to=2022-02-27"
    assert made.earlier == "/en/?from=2015-09-18&to=2015-09-21"
    assert made.wider == "/en/?from=2015-09-21&to=2021-01-12"
    assert made.before == ("2015-09-21", "2015-09-18", "2014-04-01")
    assert made.after == ("2021-01-12", "2022-02-27")


def test_on_linear_time_a_step_is_as_long_as_the_window() -> None:
    made = zoom(TimelineQuery(since="2014-01", to="2014-12", scale="linear"), CORPUS, EN)
    assert made.earlier == "/en/?from=2013-01&to=2013-12&scale=linear"
    assert made.later == "/en/?from=2015-01&to=2015-12&scale=linear"
    first = zoom(TimelineQuery(to="2012-06", scale="linear"), CORPUS, EN)
    assert first.earlier is None
    assert first.later


@pytest.mark.parametrize("scale", ["sequence", "linear"])
def test_wider_ends_in_the_whole(scale: str) -> None:
    made = zoom(TimelineQuery(since="2013", to="2018", scale=scale), CORPUS, EN)
    assert made.wider == made.whole == ("/en/" if scale == "sequence" else "/en/?scale=linear")


def test_a_few_days_are_close_enough() -> None:
    few = TimelineQuery(since="2013-01-01", to="2013-01-05", scale="linear")
    assert zoom(few, CORPUS, EN).closer is None


def test_a_date_that_reaches_in_from_outside_is_no_step() -> None:
    """A year overlaps every window in it, so that half of the dates may be the same view again."""
    view = TimelineQuery(since="2015-09-18", to="2015-09-18")
    shown = facts(*DAYS, marks=(record(1, "2015"), record(2, "2015-09-18")))
    assert zoom(view, shown, EN).closer is None


@pytest.mark.parametrize("scale", ["sequence", "linear"])
@pytest.mark.parametrize(
    "view",
    [("9999-12-01", None), (None, "0001-01-20"), ("0001", "9999"), ("2500", None)],
)
def test_the_edges_of_the_calendar_hold(view: tuple[str | None, str | None], scale: str) -> None:
    zoom(TimelineQuery(since=view[0], to=view[1], scale=scale), CORPUS, EN)


def test_only_so_many_dates_beyond_the_window_are_told() -> None:
    many = facts(*(f"{year}-01-01" for year in range(1500, 1500 + 3 * BEYOND)))
    made = zoom(TimelineQuery(since="1600", to="1601"), many, EN)
    assert made.cut
    assert len(made.before) == len(made.after) == BEYOND
    assert made.after[0] == "1602-01-01"


def test_nothing_dated_nothing_to_zoom() -> None:
    made = zoom(TimelineQuery(), facts(), EN)
    assert made.closer is made.wider is made.whole is None
