from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Density, Facet, Members
from app.pages.timeline.stretches import borders
from app.pages.timeline.view_dense import BASE, HIGHEST, dense
from app.pages.timeline.view_lanes import OTHERS
from tests.support.timeline import AR, EN

DAY = date(2015, 1, 1).toordinal()


def density(days: int, cells: dict[tuple[int, int], int], *slugs: str) -> Density:
    """Cells by lane and stretch; stretches beyond those there are fall into the last."""
    cut = borders(DAY, DAY + days - 1, len(slugs))
    kept = {(lane, min(n, len(cut) - 2)): count for (lane, n), count in cells.items() if lane < len(slugs)}
    totals = [sum(count for (of, _), count in kept.items() if of == lane) for lane in range(len(slugs))]
    lanes = tuple(Facet(slug, slug, slug, total) for slug, total in zip(slugs, totals, strict=True))
    return Density(cut, lanes, tuple((lane, n, count) for (lane, n), count in kept.items()))


CELLS = st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 60)), st.integers(1, 500), min_size=1)


@given(CELLS, st.integers(1, 5000), st.booleans())
def test_every_record_is_counted_in_its_lane(cells: dict[tuple[int, int], int], days: int, rtl: bool) -> None:
    made = density(days, cells, "ru", "us", "il", OTHERS)
    chart = dense(TimelineQuery(), made, AR if rtl else EN, rtl=rtl)
    numbers = [mark for column in chart.columns for mark in column.marks]
    assert sum(mark.count for mark in numbers) == sum(count for *_, count in made.cells)
    assert [lane.count for lane in chart.lanes] == [facet.count for facet in made.lanes]
    assert all(0 <= column.at <= 100 for column in chart.columns)


def test_a_number_leads_to_the_days_it_counts() -> None:
    made = density(900, {(0, 0): 5, (0, 30): 7, (1, 30): 1}, "ru", OTHERS)
    chart = dense(TimelineQuery(actor=("ru",)), made, EN, rtl=False)
    assert [lane.slug for lane in chart.lanes] == ["ru", OTHERS]
    first = chart.columns[0].marks[0]
    assert first.href.startswith("/en/?from=2015-01-01&to=2015-01-31")
    assert first.href.endswith("actor=ru")
    assert first.title.endswith("5 records")


@pytest.mark.parametrize(
    ("lane", "slug", "name"), [("type", "meeting", "Meeting"), ("outlet", "elaph", "elaph")]
)
def test_lanes_of_every_kind_are_named(lane: str, slug: str, name: str) -> None:
    chart = dense(TimelineQuery(lane=lane), density(10, {(0, 0): 5}, slug), EN, rtl=False)
    assert [each.name for each in chart.lanes] == [name]
    assert chart.lanes[0].colour


def test_a_single_day_is_one_column() -> None:
    chart = dense(TimelineQuery(), density(1, {(0, 0): 900}, "ru"), EN, rtl=False)
    assert len(chart.columns) == 1


@pytest.mark.parametrize("rtl", [False, True])
def test_the_course_of_a_lane_rises_where_it_holds_more(rtl: bool) -> None:
    made = replace(density(30, {(0, 0): 4, (1, 0): 1}, "ru", "us"), fine=(DAY, DAY + 10, DAY + 30))
    chart = dense(TimelineQuery(), replace(made, courses=((40, 0), (10, 80))), EN, rtl=rtl)
    assert [course.colour for course in chart.courses] == [lane.colour for lane in chart.lanes]
    floors = [lane.y + BASE for lane in chart.lanes]
    edges = (30, 20, 0) if rtl else (0, 10, 30)
    flat, high = floors[0], floors[0] - HIGHEST
    assert chart.courses[0].path == f"M{edges[0]} {flat}V{high}H{edges[1]}V{flat}H{edges[2]}V{flat}z"
    assert f"V{floors[1] - HIGHEST // 2}H{edges[1]}V{floors[1] - HIGHEST}H{edges[2]}" in chart.courses[1].path


def test_members_stand_under_their_state_in_its_colour() -> None:
    made = replace(
        density(30, {(0, 0): 4, (1, 0): 1, (2, 0): 3}, "ru", "ru_army", "us"),
        members=(Members(5), Members(0, level=1), Members(2)),
    )
    lanes = dense(TimelineQuery(open=("ru",)), made, EN, rtl=False).lanes
    assert [(lane.level, lane.is_open, lane.members) for lane in lanes] == [
        (0, True, 5),
        (1, False, 0),
        (0, False, 2),
    ]
    assert lanes[1].colour == lanes[0].colour != lanes[2].colour
    assert [lane.toggle for lane in lanes] == ["/en/", None, "/en/?open=ru&open=us"]
    assert lanes[1].href == "/en/?actor=ru_army&open=ru"


def test_what_can_be_chosen_fills_the_drawing_from_edge_to_edge() -> None:
    chart = dense(TimelineQuery(), density(300, {(0, n): 1 for n in range(60)}, "ru"), EN, rtl=False)
    assert sum(mark.reach for column in chart.columns for mark in column.marks) == pytest.approx(
        100 - 2 * chart.edge, abs=1
    )
