from __future__ import annotations

import pytest

from app.ingest.evaluation.values import core, same_value, share_a_day, window


@pytest.mark.parametrize(
    ("edtf", "plain"),
    [
        ("2015-10-07~", "2015-10-07"),
        ("2022-02-~15", "2022-02-15"),
        ("2015-09-18T16:41", "2015-09-18"),
        ("../2015?", "../2015"),
    ],
)
def test_core_leaves_doubt_and_time_of_day_off(edtf: str, plain: str) -> None:
    assert core(edtf) == plain


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2015-10-07", "2015-10-07~", True),
        ("2014-09~", "2014-09/..", True),
        ("../2015-10-05", "2015-10-05", True),
        ("2014/2016", "2014", False),
        ("2015-10", "2015-10-07", False),
    ],
)
def test_same_value(one: str, other: str, same: bool) -> None:
    assert same_value(one, other) is same
    assert same_value(other, one) is same


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2016-02", "2016-02-01 2016-02-29"),
        ("2015", "2015-01-01 2015-12-31"),
        ("198X", "1980-01-01 1989-12-31"),
        ("2015-10-04~/2015-10-07~", "2015-10-04 2015-10-07"),
        ("../2015-10-05", "None 2015-10-05"),
        ("2014-09/..", "2014-09-01 None"),
        ("[2015-10-04,2015-10-07]", "2015-10-04 2015-10-07"),
        ("2015-22", "2015-06-01 2015-08-31"),
    ],
)
def test_window(edtf: str, days: str) -> None:
    found = window(edtf)
    assert f"{found.earliest} {found.latest}" == days


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2015-10-07", "2015-10", True),
        ("2015-10-07", "2015-10-08", False),
        ("../2015-10-05", "2015-10-05/..", True),
        (None, None, True),
        (None, "2015", False),
        ("2015", "next week", False),
    ],
)
def test_share_a_day(one: str | None, other: str | None, shared: bool) -> None:
    assert share_a_day(one, other) is shared
