"""Numbers by lane and stretch are those of the records that stand there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine

from app import db
from app.index.read import current
from app.index.window import dated
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Density
from app.pages.timeline.select_density import density
from app.pages.timeline.select_filters import found
from app.pages.timeline.view_lanes import MOST_MEMBERS, OTHERS
from tests.support import corpus, oracle


@pytest.fixture(scope="module", params=[3, 11])
def engine(request: pytest.FixtureRequest, database: str) -> Iterator[Engine]:
    with corpus.indexed(request.param, 30) as made:
        yield made


@pytest.mark.parametrize(
    "query",
    [
        TimelineQuery(),
        TimelineQuery(lane="actor"),
        TimelineQuery(lane="outlet"),
        TimelineQuery(lane="type"),
        TimelineQuery(actor=("ru",), lane="actor"),
        TimelineQuery(since="2015-03", to="2015-10-15"),
        TimelineQuery(since="2015-09-05", to="2015-09-20", lane="type"),
        TimelineQuery(kind="statement", lane="outlet"),
    ],
)
def test_every_cell_is_what_stands_there(engine: Engine, query: TimelineQuery) -> None:
    with db.reading(engine) as session:
        reader = current(session)
        made = density(reader, query, dated(found(reader, query).keys))
        told = [each for each in oracle.records(session) if each.day and oracle.fits(each, query)]
    if made is None:
        assert told == []
        return
    slugs = [lane.slug for lane in made.lanes]
    for n, lane in enumerate(made.lanes):
        here = [each for each in told if stands(each, lane.slug, slugs, query.lane)]
        assert lane.count == len(here)
        cells = {stretch: count for of, stretch, count in made.cells if of == n}
        assert cells == counted(made, here)
        assert sum(made.courses[n]) == lane.count
        assert len(made.courses[n]) == len(made.fine) - 1
        assert lane.name_ar or query.lane == "type" or lane.slug == OTHERS
    assert len(told) <= sum(lane.count for lane in made.lanes)


def stands(each: oracle.Told, slug: str, slugs: list[str], way: str) -> bool:
    lanes = {
        "country": {state for state in each.states if len(state) == 2},
        "actor": {who for who, _ in each.parties},
        "outlet": each.values["outlet"],
        "type": each.values.get("type", {"statement"}),
    }[way]
    return lanes.isdisjoint(slugs) if slug == OTHERS else slug in lanes


def counted(made: Density, told: list[oracle.Told]) -> dict[int, int]:
    """How many of the records stand in each stretch; what reaches in from outside, at the border."""
    numbers: dict[int, int] = {}
    for each in told:
        day = min(max(each.day, made.borders[0]), made.borders[-1] - 1)
        stretch = sum(border <= day for border in made.borders) - 1
        numbers[stretch] = numbers.get(stretch, 0) + 1
    return numbers


def test_lanes_put_in_order_by_hand_come_first(engine: Engine) -> None:
    query = TimelineQuery(lanes="tr,nobody")
    with db.reading(engine) as session:
        reader = current(session)
        made = density(reader, query, dated(reader.all))
    assert made is not None
    assert made.lanes[0].slug == "tr"
    rest = [lane.count for lane in made.lanes[1:] if lane.slug != OTHERS]
    assert rest == sorted(rest, reverse=True)
    assert "nobody" not in [lane.slug for lane in made.lanes]


def test_nothing_dated_is_no_chart(engine: Engine) -> None:
    with db.reading(engine) as session:
        reader = current(session)
        assert density(reader, TimelineQuery(), dated(reader.set("certainty", "undated"))) is None


def test_an_open_lane_is_followed_by_its_members(engine: Engine) -> None:
    with db.reading(engine) as session:
        reader = current(session)
        keys = dated(found(reader, TimelineQuery()).keys)
        folded = density(reader, TimelineQuery(), keys)
        assert folded
        opened = next(
            lane.slug for lane, members in zip(folded.lanes, folded.members, strict=True) if members.count
        )
        query = TimelineQuery(open=(opened,))
        made = density(reader, query, keys)
        told = [each for each in oracle.records(session) if each.day]
    assert made
    slugs = [lane.slug for lane in made.lanes]
    at = slugs.index(opened)
    levels = [each.level for each in made.members]
    count = min(made.members[at].count, MOST_MEMBERS)
    assert levels == [int(at < n <= at + count) for n in range(len(slugs))]
    for lane in made.lanes[at + 1 : at + count + 1]:
        assert lane.count == sum(oracle.fits(each, TimelineQuery(actor=(lane.slug,))) for each in told)
