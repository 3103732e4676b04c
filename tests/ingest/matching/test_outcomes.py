from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.links import Principal, Telling
from app.domain.records import EventStatus, EventType, Role
from app.domain.time import DateSpan
from app.ingest.matching.outcomes import Outcomes

TOLD = date(2019, 5, 1)


def _on(day: date) -> DateSpan:
    return DateSpan(day.isoformat(), day, day)


def _telling(id_: str, days: int | None, *, parties: str = "ru tr", **other: object) -> Telling:
    """Of its own article, so many days after the plan was told."""
    own = {
        "article": f"of {id_}",
        "type": EventType.MEETING,
        "status": EventStatus.OCCURRED,
        "principals": tuple(Principal(slug, "country", slug, Role.SOURCE) for slug in parties.split()),
        "date": None if days is None else _on(TOLD + timedelta(days=days)),
        "published": _on(TOLD),
    }
    return Telling(id=id_, paragraph=1, **own | other)  # type: ignore[arg-type]


def _came_of(plan: Telling, *told: Telling) -> list[str]:
    return [t.id for t in Outcomes(told).of(plan)]


def test_those_that_fit_come_the_earliest_first_whatever_their_order() -> None:
    plan = _telling("plan", None, status=EventStatus.PLANNED)
    told = [_telling("late", 40), _telling("fuller", 3, parties="ru tr us"), _telling("early", 3)]
    assert _came_of(plan, *told) == _came_of(plan, *reversed(told)) == ["fuller", "early", "late"]


@pytest.mark.parametrize(
    ("outcome", "fits"),
    [
        (_telling("x", 0), True),
        (_telling("x", -1), False),
        (_telling("x", 60), True),
        (_telling("x", 61), False),
        (_telling("x", None), False),
        (_telling("x", 5, parties="ru"), False),
        (_telling("x", 5, parties="ru us"), False),
        (_telling("x", 5, type=EventType.AIRSTRIKE), False),
        (_telling("x", 5, status=EventStatus.DENIED), False),
        (_telling("x", 5, article="of plan"), False),
    ],
)
def test_a_plan_without_a_day_comes_true_within_two_months(outcome: Telling, fits: bool) -> None:
    assert bool(_came_of(_telling("plan", None, status=EventStatus.PLANNED), outcome)) is fits


def test_persons_stand_for_their_states() -> None:
    persons = tuple(Principal(f"minister of {c}", "person", c, Role.SOURCE) for c in ("ru", "tr"))
    plan = _telling("plan", None, status=EventStatus.PLANNED)
    assert _came_of(plan, _telling("x", 2, principals=persons)) == ["x"]


def test_a_plan_told_on_no_known_day_comes_true_in_nothing() -> None:
    assert (
        _came_of(_telling("plan", None, status=EventStatus.PLANNED, published=None), _telling("x", 2)) == []
    )
