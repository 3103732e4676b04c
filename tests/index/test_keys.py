from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.index.keys import (
    FAR,
    ODD,
    first_day,
    keys_of,
    month_of,
    month_of_key,
    posting_id,
    postings_of,
    reach,
    term_and_month,
)

LAST = date.max.toordinal()


@given(st.integers(1, LAST))
def test_a_day_is_in_its_month(day: int) -> None:
    month = month_of(day)
    assert first_day(month) <= day
    assert date.fromordinal(first_day(month)).replace(day=1) == date.fromordinal(day).replace(day=1)


@given(st.integers(0, LAST), st.integers(0, LAST))
def test_keys_of_earlier_months_are_smaller(one: int, other: int) -> None:
    first, last = sorted((month_of(one), month_of(other)))
    assert keys_of(first)[1] <= keys_of(last)[0] or first == last
    assert {month_of_key(keys_of(first)[0]), month_of_key(keys_of(first)[1] - 1)} == {first}


@given(st.integers(0, 2**31), st.integers(0, LAST))
def test_a_posting_tells_its_term_and_month(term: int, day: int) -> None:
    id_ = posting_id(term, month_of(day))
    low, high = postings_of(term)
    assert term_and_month(id_) == (term, month_of(day))
    assert low <= id_ < high
    assert id_ < 2**63


@pytest.mark.parametrize(
    ("day", "first", "last", "expected"),
    [
        (0, None, None, 0),
        (100, 100, 100, 0),
        (100, 99, 100, 1),
        (100, 100, 130, 5),
        (100, 100, 131, 5),
        (100, 100, 132, 6),
        (100, 1, 9_000, FAR + 1),
        (100, 101, 130, ODD),
        (100, None, None, ODD),
        (0, 5, 6, ODD),
    ],
)
def test_reach(day: int, first: int | None, last: int | None, expected: int) -> None:
    assert reach(day, first, last) == expected


@given(st.integers(1, 10_000), st.integers(0, 5_000), st.integers(0, 5_000))
def test_bounds_lie_within_their_reach(day: int, before: int, after: int) -> None:
    found = reach(day, day - before, day + after)
    assert found == FAR + 1 or max(before, after) < 2**found
