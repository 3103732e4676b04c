from __future__ import annotations

from app.domain.text import Span
from app.ingest.evaluation.scores import Score, around


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


def test_words_are_shown_in_their_surroundings() -> None:
    text = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة"
    at = text.index("أربعة")
    span = Span.of(text, at, at + len("أربعة"))
    assert around(text, span, 8) == "…ن ثلاثة [أربعة] خمسة ست…"
    assert around(text, Span.of(text, 0, 4)) == f"[واحد]{text[4:]}"
