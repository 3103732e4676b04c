from __future__ import annotations

from app.ingest.evaluation.scores import Score


def test_precision_recall_and_f1() -> None:
    score = Score.of(4, 5, missed=["a"], false=["b", "c"])
    assert (score.precision, score.recall) == (0.6, 0.75)
    assert round(score.f1, 4) == 0.6667


def test_sums_are_of_counts_not_of_rates() -> None:
    total = Score.of(1, 1, [], []) + Score.of(3, 3, ["a", "b", "c"], ["d", "e", "f"])
    assert (total.precision, total.recall, total.f1) == (0.25, 0.25, 0.25)
    assert total.missed == ("a", "b", "c")


def test_a_rate_is_right_of_asked() -> None:
    score = Score.rate([(True, "a"), (False, "b")])
    assert (score.gold, score.found, score.f1, score.missed) == (2, 2, 0.5, ("b",))


def test_nothing_wanted_and_nothing_found_is_no_fault() -> None:
    empty = Score.of(0, 0, [], [])
    assert (empty.precision, empty.recall, empty.f1) == (1.0, 1.0, 1.0)
    assert Score.of(2, 0, ["a", "b"], []).f1 == 0.0
