"""EDTF bounds, checked by hand and against the library that reads what users give."""

from __future__ import annotations

from datetime import date

import edtf as library
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.edtf import bounds, date_span, is_valid, plain, window

BOUNDS: list[tuple[str, str | None, str | None]] = [
    ("2015", "2015-01-01", "2015-12-31"),
    ("2015-02", "2015-02-01", "2015-02-28"),
    ("2016-02-29", "2016-02-29", "2016-02-29"),
    ("198X", "1980-01-01", "1989-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2015-22", "2015-06-01", "2015-08-31"),
    ("2015-24", "2015-12-01", "2016-02-29"),
    ("2015-10-04/2015-10-07", "2015-10-04", "2015-10-07"),
    ("2014/2015-03", "2014-01-01", "2015-03-31"),
    ("2015-XX", "2015-01-01", "2015-12-31"),
    ("[2015-01-05,2015-01-09]", "2015-01-05", "2015-01-09"),
    ("2015-10-05?", "2015-10-05", "2015-10-05"),
    ("2022-02-~15", "2022-02-10", "2022-02-20"),
    ("2022-02-15~", "2022-02-10", "2022-02-20"),
]
OPEN = [("../2015-10-05", None, "2015-10-05"), ("2015/..", "2015-01-01", None), ("XXXX-10-05", None, None)]
BAD = [
    "2022-02-~15~",
    "",
    "15",
    "2015-13",
    "2015-02-30",
    "2015-1-1",
    "2016/2015",
    "../..",
    "2015-10-05/x",
    "20X5",
    "أمس",
    "[]",
    "0000",
]


@pytest.mark.parametrize(("value", "first", "last"), BOUNDS + OPEN)
def test_bounds(value: str, first: str | None, last: str | None) -> None:
    assert bounds(value) == tuple(date.fromisoformat(d) if d else None for d in (first, last))


@pytest.mark.parametrize("value", BAD)
def test_bad_values_are_refused(value: str) -> None:
    assert not is_valid(value)
    with pytest.raises(ValueError, match=r"."):
        bounds(value)


@pytest.mark.parametrize("value", [v for v, *_ in BOUNDS])
def test_the_library_reads_our_values_too(value: str) -> None:
    assert library.parse_edtf(value) is not None


def test_approximate_reaches_beyond_its_own_bounds() -> None:
    for value in ("2014-09~", "2014~", "2014-09-05~"):
        span, exact = date_span(value), date_span(value.rstrip("~"))
        assert span.earliest is not None
        assert exact.earliest is not None
        assert span.earliest < exact.earliest
        assert span.overlaps(exact)


def test_plain_puts_marks_at_the_end() -> None:
    assert plain("2022-02-~15") == plain("2022-02-15~") == "2022-02-15~"
    assert plain("2015-10-04/2015-10-07") == "2015-10-04/2015-10-07"


@given(st.text("0123456789X-~?%/.[],", max_size=24))
def test_any_text_is_valid_or_refused(value: str) -> None:
    if is_valid(value):
        first, last = bounds(value)
        assert first is None or last is None or first <= last


@pytest.mark.parametrize(
    ("value", "days"), [("2015-02-28", True), ("2015-02-28~", False), ("../2015-02-28", False)]
)
def test_a_window_is_a_day_only_where_nothing_else_is_possible(value: str, days: bool) -> None:
    found = window(value)
    assert found is not None
    assert found.is_day is days


@pytest.mark.parametrize("value", [None, "", "yesterday"])
def test_no_date_has_no_window(value: str | None) -> None:
    assert window(value) is None
