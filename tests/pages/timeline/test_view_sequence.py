from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pages.timeline.view_chart import SLOT, Mark
from app.pages.timeline.view_sequence import DOTS, Draft, Silence, sequence, width_of
from tests.support.timeline import lanes, mark


def draft(day: int, month: int, *marks: Mark) -> Draft:
    return Draft(day, day, str(day), (2015, month), (f"Month {month}", "2015"), f"/{month}", marks)


def test_time_runs_with_the_axis() -> None:
    drafts = [draft(1, 1, mark("a", 10, 60)), draft(2, 1, mark("b", 10, 10)), draft(9, 2, mark("c", 10, 10))]
    right_to_left = sequence(lanes(2), drafts, {}, rtl=True)
    left_to_right = sequence(lanes(2), drafts, {}, rtl=False)
    assert [c.at for c in right_to_left.columns] == sorted(
        (c.at for c in right_to_left.columns), reverse=True
    )
    assert [round(100 - c.at, 2) for c in right_to_left.columns] == [
        round(c.at, 2) for c in left_to_right.columns
    ]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=20), st.sets(st.integers(1, 19)))
def test_nothing_overlaps_whatever_the_number_of_columns(sizes: list[int], gaps: set[int]) -> None:
    drafts = [
        draft(n + 1, n // 3, *(mark(f"{n}-{k}", 10, 60) for k in range(size))) for n, size in enumerate(sizes)
    ]
    silences = {n: Silence("4 months", "/", 1, 120) for n in gaps if n < len(drafts)}
    chart = sequence(lanes(2), drafts, silences, rtl=False)
    x = [column.at * chart.width / 100 for column in chart.columns]
    for n in range(1, len(x)):
        assert x[n] - x[n - 1] >= SLOT * (sizes[n] + sizes[n - 1]) / 2 - 0.05
    words = [(gap.at * chart.width / 100, width_of(gap.words, 12) / 2) for gap in chart.gaps]
    assert all(right[0] - left[0] >= left[1] + right[1] for left, right in pairwise(words))
    assert len(chart.gaps) == len(silences)


def test_columns_of_a_month_share_one_heading() -> None:
    drafts = [draft(1, 1, mark("a", 1, 1)), draft(2, 1, mark("b", 1, 1)), draft(3, 2, mark("c", 1, 1))]
    chart = sequence(lanes(1), drafts, {}, rtl=False)
    assert [heading.main for heading in chart.headings] == ["Month 1", "Month 2"]
    assert chart.headings[0].edge is None
    assert chart.headings[1].edge is not None


def test_the_name_of_a_wide_month_is_said_again() -> None:
    drafts = [draft(n, 1, mark(str(n), 1, 1)) for n in range(1, 31)]
    chart = sequence(lanes(1), drafts, {}, rtl=False)
    assert len(chart.headings) == 2
    assert 0 < chart.headings[0].at < 50 < chart.headings[1].at < 100


def _silent(days: tuple[int, ...], columns: int = 2) -> list[bool]:
    """Which of the silences, the first after so many columns and then one before each, have words."""
    return [words != DOTS for words in _words_of(days, columns)]


def _words_of(days: tuple[int, ...], columns: int) -> list[str]:
    drafts = [
        draft(1000 * n + k + 1, 100 * n + k, mark(f"{n}-{k}", 1, 1))
        for n in range(len(days) + 1)
        for k in range(columns if n == 0 else 1)
    ]
    begin = {
        columns + n: Silence("eleven months", "/", 1000 * n, 1000 * n + long) for n, long in enumerate(days)
    }
    return [gap.words for gap in sequence(lanes(1), drafts, begin, rtl=True).gaps]


def test_silences_are_widened_for_their_words_while_all_fits() -> None:
    assert _silent((100, 200, 300)) == [True, True, True]


def test_the_longest_silences_keep_their_words_where_there_is_no_room() -> None:
    worded = _silent((100, 900, 100, 100, 800, 100), columns=60)
    assert worded[1]
    assert worded[4]
    assert not all(worded)


@pytest.mark.parametrize("columns", [2, 30, 45, 60])
@pytest.mark.parametrize("days", [(100, 200, 300), (900, 100, 800), (100, 900, 100, 100, 800, 100)])
def test_words_of_silences_all_have_their_signs_or_none(days: tuple[int, ...], columns: int) -> None:
    words = [each for each in _words_of(days, columns) if each != DOTS]
    assert len({DOTS in each for each in words}) == 1
