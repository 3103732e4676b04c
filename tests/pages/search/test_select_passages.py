from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.pages.search.records import Marked
from app.pages.search.select_passages import LONGEST, excerpt


def test_an_excerpt_begins_with_the_first_sentence_that_has_a_mark() -> None:
    text = "First one. Second here. Third with it."
    places = [(1, (0, 10)), (2, (11, 23)), (3, (24, 38))]
    assert excerpt(Marked(text, ((11, 17),)), places) == (2, (11, 23))
    assert excerpt(Marked(text, ((11, 17), (36, 38))), places) == (2, (11, 38))
    assert excerpt(Marked(text), places)[0] == 1


@given(st.integers(0, 3000), st.lists(st.integers(1, 900), min_size=1, max_size=6))
def test_an_excerpt_shows_the_mark_and_is_not_long(at: int, lengths: list[int]) -> None:
    places, start = [], 0
    for n, length in enumerate(lengths, 1):
        places.append((n, (start, start + length)))
        start += length
    text = ("word " * 1200)[:start]
    mark = (min(at, start - 1), min(at + 4, start))
    number, (a, b) = excerpt(Marked(text, (mark,)), places)
    assert a <= mark[0] < b
    assert b - a <= LONGEST + 4
    assert number is not None
    assert places[number - 1][1][0] <= mark[0] or a == places[number - 1][1][0]


def test_a_paragraph_without_sentences_is_cut_around_the_mark() -> None:
    number, (a, b) = excerpt(Marked("word " * 500, ((1000, 1004),)), [])
    assert number is None
    assert a <= 1000
    assert b >= 1004
    assert b - a <= LONGEST
