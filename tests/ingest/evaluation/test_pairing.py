from __future__ import annotations

import pytest

from app.domain.text import Span
from app.ingest.evaluation.pairing import jaccard, overlap, pair, plain

TEXT = "0123456789"


def test_the_best_pairs_go_first_and_none_is_used_twice() -> None:
    scores = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "y"): 0.8, ("b", "x"): 0.1, ("c", "y"): 0.0}
    assert pair("abc", "xy", lambda g, f: scores.get((g, f), 0.0)) == {0: 1, 1: 0}


def test_nothing_pairs_with_nothing() -> None:
    assert pair("ab", "", lambda g, f: 1.0) == {}


@pytest.mark.parametrize(
    ("one", "other", "of_shorter", "of_both"),
    [
        ((0, 4), (0, 4), 1.0, 1.0),
        ((0, 4), (2, 10), 0.5, 0.2),
        ((0, 2), (2, 4), 0.0, 0.0),
        ((0, 10), (4, 5), 1.0, 0.1),
    ],
)
def test_shared_characters(
    one: tuple[int, int], other: tuple[int, int], of_shorter: float, of_both: float
) -> None:
    a, b = Span.of(TEXT, *one), Span.of(TEXT, *other)
    assert (overlap(a, b), jaccard(a, b)) == (of_shorter, of_both)


def test_plain_leaves_marks_off() -> None:
    assert plain('تنظيمُ "الدولة"، (سوريا) – U.S.') == "تنظيم الدوله سوريا u s"
