from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Record
from app.pages.timeline.view_chart import Chart
from app.pages.timeline.view_lanes import rows
from app.pages.timeline.view_linear import WIDTH, linear
from tests.support.timeline import EN, party, record

QUERY = TimelineQuery(scale="linear")


def drawn(records: list[Record], *, rtl: bool = False) -> Chart:
    return linear(records, rows(records, QUERY, {}, EN), QUERY, EN, rtl=rtl)


def test_distances_are_true() -> None:
    chart = drawn(
        [record(n, day, party("ru")) for n, day in enumerate(("2015-01-01", "2016-01-01", "2019-01-01"))]
    )
    a, b, c = (column.at for column in chart.columns)
    assert abs((c - b) / (b - a) - 1096 / 365) < 0.01


def test_close_marks_become_numbers_that_lead_to_their_days() -> None:
    told = [
        record(1, "2015-01-01", party("ru")),
        record(2, "2019-03-01", party("ru")),
        record(3, "2019-03-03", party("ru"), party("tr")),
    ]
    single, gathered = drawn(told).columns
    assert [mark.shape for mark in single.marks] == ["event"]
    assert [(mark.shape, mark.count) for mark in gathered.marks] == [("badge", 2), ("event", 1)]
    assert gathered.marks[0].href == "/en/?from=2019-03-01&to=2019-03-03"
    assert gathered.marks[1].href.endswith("event=r3#panel")


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=60), st.booleans())
def test_columns_keep_apart_and_lose_nothing(days: list[int], rtl: bool) -> None:
    told = [
        record(n, (date(2010, 1, 1) + timedelta(days=day)).isoformat(), party("ru"))
        for n, day in enumerate(sorted(days))
    ]
    chart = drawn(told, rtl=rtl)
    assert sum(mark.count for column in chart.columns for mark in column.marks) == len(told)
    places = sorted(column.at * WIDTH / 100 for column in chart.columns)
    assert all(0 <= place <= WIDTH for place in places)
    assert all(right - left >= 11.9 for left, right in pairwise(places))


def test_a_window_of_centuries_is_drawn_no_further_than_there_is_anything() -> None:
    told = [record(1, "2015-06-01", party("ru")), record(2, "2016-06-01", party("ru"))]
    query = TimelineQuery(since="1900", to="2100", scale="linear")
    bounds = (told[0].day - 365, told[1].day + 365)
    chart = linear(told, rows(told, query, {}, EN), query, EN, rtl=False, bounds=bounds)
    assert [heading.main for heading in chart.headings] == ["2014", "2015", "2016", "2017"]
    assert chart.columns[1].at - chart.columns[0].at > 30
