from __future__ import annotations

import pytest

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_columns import drafts
from app.pages.timeline.view_lanes import OTHERS, rearranged, rows
from app.web.named import Named
from tests.support.timeline import EN, party, record

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


MEMBERS = [
    record(1, "2017-03-05", party("minister", lane="ru"), party("tr")),
    record(2, "2017-03-06", party("army", lane="ru"), party("minister", lane="ru")),
    record(3, "2017-03-07", party("ru"), party("bloc")),
]


def test_a_lane_tells_how_many_stand_in_it_and_leads_to_them() -> None:
    ru, tr, others = rows(MEMBERS, QUERY, {}, EN).lanes
    assert (ru.members, tr.members, others.members) == (2, 0, 1)
    assert ru.toggle == "/en/?open=ru"
    assert tr.toggle is None
    assert others.toggle == "/en/?open=others"


def test_an_opened_lane_has_its_members_under_it_and_keeps_its_own() -> None:
    placed = rows(MEMBERS, TimelineQuery(open=("ru", "others")), {}, EN)
    assert [(lane.slug, lane.level) for lane in placed.lanes] == [
        ("ru", 0), ("minister", 1), ("army", 1), ("tr", 0), (OTHERS, 0), ("bloc", 1),
    ]  # fmt: skip
    assert placed.lane_of == {"minister": "minister", "army": "army", "ru": "ru", "tr": "tr", "bloc": "bloc"}
    assert placed.lanes[0].toggle == "/en/?open=others"
    assert placed.lanes[0].is_open
    assert len({lane.y for lane in placed.lanes}) == 6


def test_lanes_stand_in_the_order_given_by_hand_the_rest_by_activity() -> None:
    told = [
        record(n, "2017-03-05", party(slug)) for n, slug in enumerate(("ru", "ru", "ru", "tr", "tr", "il"))
    ]
    names = {"qa": Named("qa", "قطر", "Qatar")}
    placed = rows(told, TimelineQuery(lanes="qa,il"), names, EN)
    assert [lane.slug for lane in placed.lanes] == ["qa", "il", "ru", "tr"]
    assert [lane.is_pinned for lane in placed.lanes] == [True, True, False, False]
    assert placed.lanes[0].count == 0
    assert [lane.slug for lane in rows(told, TimelineQuery(lanes="zz,il"), {}, EN).lanes] == [
        "il",
        "ru",
        "tr",
    ]
