from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.pages.timeline.records import Party, Record
from app.pages.timeline.view_chart import beads_of, slotted, spread
from tests.support.timeline import lanes, mark


def record(*parties: tuple[str, str]) -> Record:
    told = tuple(Party(slug, slug, slug, None, role) for slug, role in parties)
    return Record("event", 1, "e1", "talks", "occurred", "", "", "2015", None, None, 1, None, "day", told, 1)


spans = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12)


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
