from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.pages.timeline.stretches import MOST_COLUMNS, MOST_FINE, MOST_MARKS, borders, fine_borders

DAY = date(2015, 1, 1).toordinal()
LAST = date.max.toordinal() - 1


@given(st.integers(1, LAST), st.integers(0, LAST), st.integers(1, 30))
def test_they_cover_the_window_and_are_few(first: int, days: int, lanes: int) -> None:
    last = min(first + days, LAST)
    cut = borders(first, last, lanes)
    assert (cut[0], cut[-1]) == (first, last + 1)
    assert all(one < other for one, other in pairwise(cut))
    assert len(cut) - 1 <= min(MOST_COLUMNS, max(1, MOST_MARKS // lanes))


def test_days_of_a_month_stand_alone() -> None:
    assert borders(DAY, DAY + 30, 4) == tuple(range(DAY, DAY + 32))


def test_longer_windows_are_cut_between_months() -> None:
    cut = borders(DAY + 10, DAY + 3000, 5)
    assert all(date.fromordinal(day).day == 1 for day in cut[1:-1])


def test_the_course_of_twelve_years_goes_by_months() -> None:
    cut = fine_borders(DAY, DAY + 12 * 365)
    assert 140 < len(cut) - 1 <= MOST_FINE
    assert fine_borders(DAY, DAY + 90) == tuple(range(DAY, DAY + 92))
