from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.web.marking import Mark, extent, segments

TEXT = "قال الوزير إن اللقاء عقد أمس في موسكو"


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_segments_joined_are_the_text_again(pairs: list[tuple[int, int]]) -> None:
    marks = [Mark(min(p), max(p), "event", str(n)) for n, p in enumerate(pairs)]
    cut = segments(TEXT, 0, len(TEXT), marks)
    assert "".join(s.text for s in cut) == TEXT
    assert all(s.text for s in cut)


@given(st.lists(st.tuples(st.integers(0, 36), st.integers(0, 36)), max_size=6))
def test_every_letter_knows_exactly_the_marks_over_it(pairs: list[tuple[int, int]]) -> None:
    marks = [Mark(min(p), max(p), "event", str(n)) for n, p in enumerate(pairs)]
    at = 0
    for segment in segments(TEXT, 0, len(TEXT), marks):
        for offset in range(at, at + len(segment.text)):
            assert set(segment.marks) == {m for m in marks if m.start <= offset < m.end}
        at += len(segment.text)


def test_a_part_of_the_text() -> None:
    cut = segments(TEXT, 4, 10, [Mark(0, 7, "actor", "x"), Mark(9, 30, "date")])
    assert "".join(s.text for s in cut) == TEXT[4:10]
    assert [s.has("actor") for s in cut] == [True, False, False]


def test_what_a_segment_tells_of_its_marks() -> None:
    (segment,) = segments(
        "نص", 0, 2, [Mark(0, 2, "event", "a"), Mark(0, 2, "event", "a"), Mark(0, 2, "actor", "b", "3")]
    )
    assert segment.ids("event") == ("a",)
    assert segment.ids("event", "actor") == ("a", "b")
    assert segment.value("actor") == "3"
    assert segment.value("date") is None


def test_extent_reaches_from_the_first_to_the_last_word_that_carries() -> None:
    assert extent([(10, 15), (30, 35)], [(20, 25)], (0, 50)) == (10, 35)
    assert extent([(10, 15)], [(2, 6), (40, 45)], (0, 50)) == (2, 45)


def test_extent_stays_in_its_clause() -> None:
    assert extent([(10, 15), (60, 65)], [(2, 6)], (8, 50)) == (10, 15)


def test_no_extent_without_a_core_in_the_clause() -> None:
    assert extent([(60, 65)], [(10, 12)], (0, 50)) is None
