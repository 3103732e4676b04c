from __future__ import annotations

import pytest

from app.ingest.evaluation.layers import BODY, CALENDAR, PUBLISHED, SPANS
from app.ingest.evaluation.scores import Score
from tests.support.floors import digest, measured, raised, read_floors

FLOORS = read_floors()[1]


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return measured()


def test_floors_belong_to_these_annotations() -> None:
    assert read_floors()[0] == digest(), "annotations have changed: python -m tests.support.floors"


@pytest.mark.parametrize("layer", FLOORS)
def test_no_layer_falls_below_its_floor(scores: dict[str, Score], layer: str) -> None:
    score = scores[layer]
    assert score.f1 >= FLOORS[layer], "\n".join(["missed:", *score.missed, "false:", *score.false])


def test_every_layer_has_a_floor(scores: dict[str, Score]) -> None:
    assert list(FLOORS) == list(scores)


@pytest.mark.parametrize("layer", [BODY, PUBLISHED, CALENDAR, SPANS])
def test_what_must_be_whole_is_pinned_whole(layer: str) -> None:
    assert FLOORS[layer] == 1.0


def test_floors_only_rise() -> None:
    scores = {"a": Score.of(3, 3, ["x"], ["y"]), "b": Score.of(1, 1, [], [])}
    assert raised(scores, {"a": 0.9, "b": 0.5}) == {"a": 0.9, "b": 1.0}
    assert raised(scores, {}) == {"a": 0.666, "b": 1.0}
