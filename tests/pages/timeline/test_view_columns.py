from __future__ import annotations

import pytest

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_columns import column_label, drafts, silences
from app.pages.timeline.view_lanes import rows
from tests.support.timeline import AR, EN, party, record

QUERY = TimelineQuery()


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
    assert silences(made, EN) == {2: "3 months", 3: "5 years"}
    assert silences(made, AR) == {2: "3 أشهر", 3: "5 سنوات"}


def test_an_open_end_does_not_swallow_the_silence_after_it() -> None:
    told = [record(1, "2012-01-01/..", party("ru")), record(2, "2017-01-01", party("ru"))]
    made = drafts(told, rows(told, QUERY, {}, EN), QUERY, EN)
    assert silences(made, EN) == {1: "5 years"}
