from __future__ import annotations

import pytest

from app.languages.ar.families import family


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("صاروخ", "صواريخ"), ("صواريخ", "صاروخ"), ("وزير", "وزيران"), ("دوله", "دول"),
        ("عقوبات", "عقوبه"), ("جنود", "جندي"), ("قال", "يقول"), ("غاره", "غارات"),
    ],
)  # fmt: skip
def test_forms_of_one_word_are_one_family(word: str, form: str) -> None:
    assert form in family(word)


@pytest.mark.parametrize(("word", "other"), [("صاروخ", "وزير"), ("وزير", "وزاره"), ("مدينه", "مدني")])
def test_words_that_are_only_near_are_not(word: str, other: str) -> None:
    assert other not in family(word)


@pytest.mark.parametrize("word", ["", "من", "xyz", "ظظظظظ", " ", "\n"])
def test_what_is_no_word_of_the_dictionary_has_none(word: str) -> None:
    assert family(word) == frozenset()
