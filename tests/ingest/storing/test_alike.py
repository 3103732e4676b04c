from __future__ import annotations

from app.ingest.storing.alike import windows


def test_days_far_apart_have_a_window_each() -> None:
    assert windows({100, 1000}, 10) == [(90, 110), (990, 1010)]


def test_windows_that_meet_are_one() -> None:
    assert windows({100, 115}, 10) == [(90, 125)]


def test_no_day_is_only_looked_for_where_there_is_none() -> None:
    assert windows({0, 100}, 10) == [(0, 0), (90, 110)]
