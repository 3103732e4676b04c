from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_columns import column_label, drafts, silences
from app.pages.timeline.view_lanes import rows
from app.pages.timeline.view_sequence import Silence, sequence
from tests.support.timeline import AR, EN, party, record

QUERY = TimelineQuery()


def words(found: Mapping[int, Silence]) -> dict[int, str]:
    return {n: silence.text for n, silence in found.items()}


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2017-03-05", "5", "5"),
        ("2017-03-05~", "~5", "~5"),
        ("2017-03-~05", "~5", "~5"),
        ("2017-03-05?", "5?", "5?"),
        ("2017-03", "", ""),
        ("2017-03~", "~", "~"),
        ("../2017-03-05", "by 5", "بحلول 5"),
        ("2017-03-05/..", "since 5", "منذ 5"),
        ("2017-03-04/2017-03-07", "4–7", "4–7"),
        ("2017-03-30/2017-04-02", "30–2/4", "30–2/4"),
    ],
)
def test_the_day_above_a_column(edtf: str, english: str, arabic: str) -> None:
    assert column_label(record(1, edtf), EN) == english
    assert column_label(record(1, edtf), AR) == arabic


def test_years_and_months_stand_before_their_days_under_one_heading() -> None:
    told = [
        record(1, "2017-03-05", party("ru")),
        record(2, "2017-03", party("ru"), certainty="month"),
        record(3, "2017", party("ru"), certainty="year"),
    ]
    made = drafts(told, rows(told, QUERY, {}, EN), QUERY, EN)
    assert [draft.heading for draft in made] == [("2017", ""), ("March", "2017"), ("March", "2017")]
    assert [draft.label for draft in made] == ["", "", "5"]


def test_only_long_silences_are_marked_and_told_in_whole_units() -> None:
    told = [
        record(n, day, party("ru"))
        for n, day in enumerate(("2012-01-01", "2012-01-20", "2012-04-20", "2017-04-21"))
    ]
    made = drafts(told, rows(told, QUERY, {}, EN), QUERY, EN)
    assert words(silences(made, QUERY, EN)) == {2: "3 months", 3: "5 years"}
    assert words(silences(made, QUERY, AR)) == {2: "3 أشهر", 3: "5 سنوات"}


def test_an_open_end_does_not_swallow_the_silence_after_it() -> None:
    told = [record(1, "2012-01-01/..", party("ru")), record(2, "2017-01-01", party("ru"))]
    made = drafts(told, rows(told, QUERY, {}, EN), QUERY, EN)
    assert words(silences(made, QUERY, EN)) == {1: "5 years"}


def test_a_silence_is_unfolded_by_the_day_that_ends_it_and_then_as_wide_as_it_is_long() -> None:
    records = [
        record(n, day, party("ru")) for n, day in enumerate(("2012-02-01", "2012-06-01", "2019-06-01"))
    ]
    placed = rows(records, QUERY, {}, EN)
    folded = silences(drafts(records, placed, QUERY, EN), QUERY, EN)
    assert folded[2].href == "/en/?open=2019-06-01"
    query = TimelineQuery(open=("2012-06-01", "2019-06-01"))
    columns = drafts(records, placed, query, EN)
    opened = silences(columns, query, EN)
    assert opened[2].href == "/en/?open=2012-06-01"
    assert opened[2].width > opened[1].width > folded[1].width
    chart = sequence(placed.lanes, columns, opened, rtl=True)
    band = chart.gaps[1].band
    assert band
    assert next(year for _, year in chart.gaps[1].years) == "2013"
    assert all(band[0] < at < band[0] + band[1] for at, _ in chart.gaps[1].years)
    assert chart.columns[2].at < band[0]
    assert chart.columns[1].at > band[0] + band[1]
