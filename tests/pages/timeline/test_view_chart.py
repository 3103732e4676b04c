from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.pages.timeline.records import Party, Record
from app.pages.timeline.view_chart import (
    SLOT,
    Bead,
    Draft,
    Lane,
    Mark,
    beads_of,
    lane_rows,
    sequence,
    slotted,
    spread,
)


def lanes(n: int) -> tuple[Lane, ...]:
    return lane_rows([Lane(f"l{k}", f"Lane {k}", k, 1) for k in range(n)])


def mark(key: str, top: int, bottom: int) -> Mark:
    ys = sorted({top, bottom})
    return Mark(key, "/", key, "event", "day", False, tuple(Bead(y, 1, "participant") for y in ys))


def draft(day: int, month: int, *marks: Mark) -> Draft:
    return Draft(day, day, str(day), (2015, month), (f"Month {month}", "2015"), f"/{month}", marks)


def record(*parties: tuple[str, str]) -> Record:
    told = tuple(Party(slug, slug, slug, None, role) for slug, role in parties)
    return Record("event", 1, "e1", "talks", "occurred", "", "", "2015", None, None, 1, None, "day", told, 1)


def test_a_lane_has_one_bead_with_its_strongest_role() -> None:
    by_slug = {lane.slug: lane for lane in lanes(2)}
    lane_of = {"minister": "l0", "army": "l0", "other": "l1"}
    beads = beads_of(
        record(("army", "participant"), ("minister", "source"), ("other", "target")), lane_of, by_slug
    )
    assert [(bead.role, bead.arrow) for bead in beads] == [("source", 0), ("target", 1)]


def test_arrows_point_away_from_whoever_acts() -> None:
    by_slug = {lane.slug: lane for lane in lanes(3)}
    lane_of = {"a": "l0", "b": "l1", "c": "l2"}
    beads = beads_of(record(("a", "target"), ("b", "source"), ("c", "target")), lane_of, by_slug)
    assert [bead.arrow for bead in beads] == [-1, 0, 1]
    unsaid = beads_of(record(("a", "target"), ("b", "participant")), lane_of, by_slug)
    assert [bead.arrow for bead in unsaid] == [0, 0]


spans = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12)


@given(spans)
def test_marks_of_one_slot_never_cross(pairs: list[tuple[int, int]]) -> None:
    marks = [mark(str(n), min(a, b), max(a, b)) for n, (a, b) in enumerate(pairs)]
    placed = slotted(marks)
    assert len(placed) == len(marks)
    for n, one in placed:
        for m, other in placed:
            if n == m and one is not other:
                assert one.bottom < other.top or other.bottom < one.top


@given(spans, st.booleans())
def test_slots_stand_around_the_middle_and_far_enough_apart_to_be_hit(
    pairs: list[tuple[int, int]], rtl: bool
) -> None:
    marks = [mark(str(n), min(a, b), max(a, b)) for n, (a, b) in enumerate(pairs)]
    places = sorted({each.dx for each in spread(marks, rtl=rtl)})
    assert all(right - left >= 24 for left, right in pairwise(places))
    if places:
        assert abs(places[0] + places[-1]) <= 1


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
    silences = {n: "4 months" for n in gaps if n < len(drafts)}
    chart = sequence(lanes(2), drafts, silences, rtl=False)
    x = [column.at * chart.width / 100 for column in chart.columns]
    for n in range(1, len(x)):
        assert x[n] - x[n - 1] >= SLOT * (sizes[n] + sizes[n - 1]) / 2
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
    drafts = [draft(n, 1, mark(str(n), 1, 1)) for n in range(1, 29)]
    chart = sequence(lanes(1), drafts, {}, rtl=False)
    assert len(chart.headings) == 2
    assert 0 < chart.headings[0].at < 50 < chart.headings[1].at < 100
