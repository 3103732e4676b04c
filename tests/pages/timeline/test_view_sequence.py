from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.pages.timeline.view_chart import SLOT, Bead, Lane, Mark, lane_rows
from app.pages.timeline.view_sequence import Draft, Silence, sequence


def lanes(n: int) -> tuple[Lane, ...]:
    return lane_rows([Lane(f"l{k}", f"Lane {k}", k, 1) for k in range(n)])


def mark(key: str, top: int, bottom: int) -> Mark:
    ys = sorted({top, bottom})
    return Mark(key, "/", key, "event", "day", False, tuple(Bead(y, 1, "participant") for y in ys))


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
    for row in (0, 1):
        words = [gap.at * chart.width / 100 for gap in chart.gaps if gap.row == row]
        assert all(right - left > 75 for left, right in pairwise(words))
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
