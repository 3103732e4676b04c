from __future__ import annotations

import pytest

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_lanes import OTHERS, column_label, drafts, marks_of, rearranged, rows, silences
from tests.support.timeline import AR, EN, party, record

QUERY = TimelineQuery()


def test_ministers_and_armies_stand_in_the_lane_of_their_state() -> None:
    told = [
        record(1, "2017-03-05", party("minister", lane="ru"), party("tr")),
        record(2, "2017-03-06", party("ru")),
    ]
    placed = rows(told, QUERY, {}, EN)
    assert [lane.slug for lane in placed.lanes] == ["ru", "tr"]
    assert placed.lane_of["minister"] == "ru"
    assert [lane.count for lane in placed.lanes] == [2, 1]


def test_whoever_has_no_state_and_whatever_has_no_party_is_not_lost() -> None:
    told = rearranged([record(1, "2017-03-05", party("some-group")), record(2, "2017-03-06")], "country", EN)
    placed = rows(told, QUERY, {}, EN)
    assert [lane.slug for lane in placed.lanes] == [OTHERS]
    assert len(drafts(told, placed, QUERY, EN)) == 2
    assert all(mark.beads for draft in drafts(told, placed, QUERY, EN) for mark in draft.marks)


def test_the_busiest_have_lanes_and_the_rest_share_one() -> None:
    told = [record(n, "2017-03-05", party(f"actor-{n % 20}")) for n in range(45)]
    placed = rows(told, TimelineQuery(lane="actor"), {}, EN)
    assert len(placed.lanes) == 13
    assert placed.lanes[-1].slug == OTHERS
    assert sum(lane.count for lane in placed.lanes) == 45


@pytest.mark.parametrize("lane", ["actor", "type", "outlet"])
def test_every_arrangement_places_every_record(lane: str) -> None:
    said = record(2, "2017-03-06", party("tr", "source"), kind="statement")
    told = rearranged([record(1, "2017-03-05", party("ru")), said], lane, EN)
    query = TimelineQuery(lane=lane)
    placed = rows(told, query, {}, EN)
    assert sum(len(draft.marks) for draft in drafts(told, placed, query, EN)) == 2


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


def test_statements_of_a_lane_and_day_share_a_bubble_but_denials_keep_theirs() -> None:
    said = [record(n, "2017-03-05", party("ru", "source"), kind="statement") for n in range(3)]
    denied = [
        record(n, "2017-03-05", party("ru", "source"), kind="statement", state="denied") for n in (7, 8)
    ]
    told = [*said, *denied]
    marks = marks_of(told, rows(told, QUERY, {}, EN), QUERY, EN)
    assert sorted((mark.shape, mark.count) for mark in marks) == [
        ("denied-statement", 1),
        ("denied-statement", 1),
        ("statement", 3),
    ]
    (bubble,) = (mark for mark in marks if mark.count == 3)
    assert bubble.href == "/en/?from=2017-03-05&to=2017-03-05&actor=ru&kind=statement"


@pytest.mark.parametrize(
    ("state", "shape", "dashed"),
    [
        ("occurred", "event", False),
        ("planned", "hollow", True),
        ("hypothetical", "hollow", True),
        ("denied", "denied", False),
    ],
)
def test_shapes_tell_what_happened_from_what_did_not(state: str, shape: str, dashed: bool) -> None:
    told = [record(1, "2017-03-05", party("ru"), party("tr"), state=state)]
    (mark,) = marks_of(told, rows(told, QUERY, {}, EN), QUERY, EN)
    assert (mark.shape, mark.dashed) == (shape, dashed)
    assert "2017" in mark.title


@pytest.mark.parametrize(
    ("edtf", "width", "soft"),
    [
        ("2017-03-05", "day", False),
        ("../2017-03-05", "day", False),
        ("2017-03-~05", "day", True),
        ("2017-03", "span", False),
        ("2017", "span", False),
        ("2017-03~", "span", True),
        ("2017-03-04/2017-03-07", "span", False),
        ("2017/..", "span", False),
    ],
)
def test_a_day_is_a_bead_and_anything_longer_a_bar(edtf: str, width: str, soft: bool) -> None:
    told = [record(1, edtf, party("ru"))]
    (mark,) = marks_of(told, rows(told, QUERY, {}, EN), QUERY, EN)
    assert (mark.width, mark.soft) == (width, soft)


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
