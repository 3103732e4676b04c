from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.web.passages import Piece, pieces


def test_marks_are_cut_out_counting_from_the_start() -> None:
    assert pieces("abcdef", [(12, 14)], start=10) == (
        Piece("ab", False),
        Piece("cd", True),
        Piece("ef", False),
    )


def test_marks_that_meet_or_overlap_become_one() -> None:
    assert pieces("abcdef", [(1, 3), (2, 4), (4, 5)]) == (
        Piece("a", False),
        Piece("bcde", True),
        Piece("f", False),
    )


def test_marks_outside_the_text_are_cut_off() -> None:
    assert pieces("abc", [(-5, 1), (2, 99), (40, 50)]) == (
        Piece("a", True),
        Piece("b", False),
        Piece("c", True),
    )
    assert pieces("", [(0, 3)]) == ()


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=6))
def test_the_pieces_joined_are_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    cut = pieces(text, marks)
    assert "".join(piece.text for piece in cut) == text
    assert all(piece.text for piece in cut)
    marked = {i for a, b in marks for i in range(max(a, 0), min(b, len(text)))}
    flags = [piece.marked for piece in cut for _ in piece.text]
    assert {i for i, flag in enumerate(flags) if flag} == marked
