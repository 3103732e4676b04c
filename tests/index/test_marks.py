from __future__ import annotations

import pytest

from app.index.marks import held, marks
from app.index.text import Sought
from app.index.words import asked, sequences


def sought(question: str, *, exact: bool = False) -> list[Sought]:
    found = asked(question, exact=exact)
    forms = [frozenset({each.words} if exact else sequences(each)) for each in found]
    return [Sought(each, form, frozenset()) for each, form in zip(found, forms, strict=True)]


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        ("عاد إلى أنقرة.", "انقرة", ["أنقرة"]),
        ("قالت وروسيا مستعدّة", "روسيا مستعدة", ["وروسيا", "مستعدّة"]),
        ("زار وزيـر الدِّفاع المدينة", '"وزير الدفاع"', ["وزيـر الدِّفاع"]),
        ("الدفاع لا الوزير", '"وزير الدفاع"', []),
        ("استهدفت الغارة", "استهد*", ["استهدفت"]),
        ("في ٢٠١٥ و2016", "2015", ["٢٠١٥"]),
        ("", "كلمة", []),
    ],
)
def test_marks_stand_on_the_letters_of_the_text(text: str, question: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, sought(question))] == marked


def test_exact_marks_are_letter_by_letter() -> None:
    text = "أنقرة ثم انقرة"
    found = marks(text, sought("انقرة", exact=True), exact=True)
    assert found == ((len(text) - len("انقرة"), len(text)),)


def test_how_many_of_the_words_a_text_holds() -> None:
    assert held("زار الوزير موسكو", sought("وفد باريس")) == 0
    assert held("زار الوزير موسكو", sought("الوزير باريس موسكو")) == 2
