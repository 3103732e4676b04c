from __future__ import annotations

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_arrange import Arrangement, arrangement
from app.pages.timeline.view_chart import Lane
from app.pages.timeline.view_lanes import OTHERS
from tests.support.timeline import EN


def arranged(*slugs: str, lanes: str | None = None, extra: tuple[Lane, ...] = ()) -> Arrangement:
    query = TimelineQuery(lanes=lanes)
    made = [Lane(slug, slug, 0, 1, is_pinned=slug in query.pinned) for slug in slugs]
    return arrangement((*made, *extra), query, EN)


def test_a_step_pins_what_it_moves_and_what_stands_above() -> None:
    made = arranged("ru", "us", "il")
    assert [place.down for place in made.places] == ["/en/?lanes=us,ru", "/en/?lanes=ru,il,us", None]
    assert [place.up for place in made.places] == [None, "/en/?lanes=us,ru", "/en/?lanes=ru,il,us"]
    assert [place.pin for place in made.places] == ["/en/?lanes=ru", "/en/?lanes=us", "/en/?lanes=il"]
    assert made.reset is None


def test_a_step_keeps_what_is_pinned_further_down() -> None:
    made = arranged("ru", "us", "il", lanes="ru,us,il")
    assert made.places[0].down == "/en/?lanes=us,ru,il"
    assert made.places[1].pin == "/en/?lanes=ru,il"
    assert made.reset == "/en/"


def test_members_and_the_others_are_not_moved() -> None:
    more = (Lane("minister", "minister", 0, 1, level=1), Lane(OTHERS, "Others", 0, 1))
    assert [place.lane.slug for place in arranged("ru", extra=more).places] == ["ru"]
