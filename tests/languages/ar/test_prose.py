from __future__ import annotations

import pytest

from app.languages.ar.prose import asks, is_verb, opens_as_prose, prose_words


@pytest.mark.parametrize("word", ["قال", "وأكدت", "يعلن", "تعلن", "وسيعقد", "فقصفت"])
def test_verbs(word: str) -> None:
    assert is_verb(word)


@pytest.mark.parametrize("word", ["وزير", "مدينة", "الرئيس", "واشنطن"])
def test_other_words_are_no_verbs(word: str) -> None:
    assert not is_verb(word)


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("وأعلنت الشركة نتائجها", True),
        ("كما تشارك وفود أخرى", True),
        ("وفي باريس اجتمع الوزراء", True),
        ("من جهة أخرى", False),
        ("وزير المالية يزور العاصمة", False),
        ("وكالة الفضاء تطلق قمرا جديدا", False),
        ("2019", False),
        ("", False),
    ],
)
def test_prose_begins_with_a_verb_or_a_connective(line: str, prose: bool) -> None:
    assert opens_as_prose(line) is prose


@pytest.mark.parametrize(
    ("line", "is_question"),
    [
        ("لماذا ارتفعت الأسعار؟", True),
        ("قال: لماذا ارتفعت الأسعار؟", False),
        ("ما جرى أمس كان متوقعا.", False),
    ],
)
def test_asks(line: str, is_question: bool) -> None:
    assert asks(line) is is_question


def test_lists_are_folded_and_filled() -> None:
    assert "ان" in prose_words().speech_cues
    assert "صحيفه" in prose_words().named_kinds
