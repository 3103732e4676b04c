from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.index.nearest import distance, near, one_away

WORDS = st.text("ابتثك", min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [
        ("", "", 0),
        ("كتاب", "كتب", 1),
        ("كتاب", "كاتب", 1),
        ("بوتين", "بوطين", 1),
        ("ab", "ba", 1),
        ("abc", "", 3),
    ],
)  # fmt: skip
def test_changes_from_word_to_word(one: str, other: str, changes: int) -> None:
    assert distance(one, other, 5) == distance(other, one, 5) == changes


@given(WORDS, WORDS)
def test_a_word_is_one_away_exactly_when_one_change_makes_it(one: str, other: str) -> None:
    assert (other in set(one_away(one)) - {one}) == (distance(one, other, 2) == 1)


@given(WORDS, WORDS, st.integers(0, 3))
def test_counting_stops_no_earlier_than_it_may(one: str, other: str, most: int) -> None:
    assert (distance(one, other, most) <= most) == (distance(one, other, 9) <= most)


def test_the_nearest_come_first_and_short_words_allow_less() -> None:
    assert near("نتنياهو", ["نتناهو", "نتناهوو", "بوتين"]) == ["نتناهو", "نتناهوو"]
    assert near("بيت", ["بنت", "بنات"]) == ["بنت"]
