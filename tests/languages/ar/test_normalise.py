"""Folding and its way back, for what is seen, what is hidden and what stands for several letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.languages.ar.normalise import Folded, fold, fold_text, unjoined


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أحمد إلى آخر ٱلقرآن", "احمد الي اخر القران"),
        ("مُدَرِّسَةٌ", "مدرسه"),
        ("٢٠١۵", "2015"),
        ("«نعم» “لا”", '"نعم" "لا"'),
        ("مـــوسكو", "موسكو"),
        ("ﻻﻓﺮﻭﻑ", "لافروف"),
        ("ﷲ", "الله"),
        ("ﺍﻷﺣﺪ", "الاحد"),
        ("الا\u00adثنين", "الاثنين"),
        ("\u202bموسكو\u202c", "موسكو"),
        ("تر\u0001كيا", "تركيا"),
        ("سطر\nآخر\tهنا", "سطر\nاخر\tهنا"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == fold_text(text) == Folded.of(text).text == folded


@given(
    st.text(st.one_of(st.characters(max_codepoint=0xFFFD), st.sampled_from("ﻻﷲأ\u00ad\u064e")), max_size=60)
)
def test_the_twin_keeps_its_way_back(text: str) -> None:
    twin = Folded.of(text)
    assert twin.text == fold_text(text)
    assert len(twin.offsets) == len(twin.text) + 1
    assert list(twin.offsets) == sorted(twin.offsets)
    for k, letter in enumerate(twin.text):
        start, end = twin.original(k, k + 1)
        assert 0 <= start < end <= len(text)
        assert letter in fold_text(text[start:end])


def test_a_joined_form_is_carried_back_whole() -> None:
    text = "قال ﻻﻓﺮﻭﻑ ذلك"
    twin = Folded.of(text)
    at = twin.text.index("لافروف")
    start, end = twin.original(at, at + 6)
    assert text[start:end] == "ﻻﻓﺮﻭﻑ"


def test_unjoined_leaves_plain_letters_as_they_are() -> None:
    assert unjoined("أﻻ آ") == "ألا آ"
