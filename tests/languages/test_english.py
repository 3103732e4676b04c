from __future__ import annotations

import pytest

from app.domain.records import ActorKind
from app.languages.english import bracketed, is_plural, saying, unbracketed, with_article

PERSON, OFFICE, MEDIA = ActorKind.PERSON, ActorKind.OFFICE, ActorKind.MEDIA
SOURCE = ActorKind.SOURCE
BODY, GROUP, STATE = ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.COUNTRY


@pytest.mark.parametrize(
    ("name", "arabic", "kind", "denied", "sentence"),
    [
        ("White House", "البيت الأبيض", OFFICE, False, "The White House says"),
        ("White House", "البيت الأبيض", OFFICE, True, "The White House denies"),
        ("Somebody King", "فلان", PERSON, False, "Somebody King says"),
        ("United States", "الولايات المتحدة", STATE, False, "The United States says"),
        ("Jordan", "الأردن", STATE, True, "Jordan denies"),
        ("Houthis", "الحوثيون", GROUP, False, "The Houthis say"),
        ("gunmen", "مسلحون", GROUP, True, "Gunmen deny"),
        ("rebels", "المتمردون", GROUP, False, "The rebels say"),
        ("Armed Forces of a State", "القوات", ActorKind.MILITARY, False, "The Armed Forces of a State say"),
        ("officer at the Northern Forces", "ضابط", SOURCE, False, "An officer at the Northern Forces says"),
        ("US official", "مسؤول أميركي", SOURCE, True, "A US official denies"),
        ("UN envoy", "مبعوث أممي", SOURCE, False, "A UN envoy says"),
        ("NGO worker", "عاملة إغاثة", SOURCE, False, "An NGO worker says"),
        ("European diplomat", "دبلوماسي أوروبي", SOURCE, False, "A European diplomat says"),
        ("sources close to the talks", "مصادر", SOURCE, False, "Sources close to the talks say"),
        ("two Syrian sources", "مصدران", SOURCE, False, "Two Syrian sources say"),
        ("news source", "مصدر", SOURCE, False, "A news source says"),
        ("correspondent", "المراسل", SOURCE, False, "The correspondent says"),
        ("Hua", "هوا", SOURCE, False, "Hua says"),
        ("Ministry of Water (Yemen)", "الوزارة", BODY, False, "The Ministry of Water says"),
        ("a senior officer", "ضابط كبير", ActorKind.SOURCE, False, "A senior officer says"),
        ("Reuters", "رويترز", MEDIA, False, "Reuters says"),
        ("", "اسم", PERSON, False, ""),
    ],
)  # fmt: skip
def test_who_says_or_denies(name: str, arabic: str, kind: ActorKind, denied: bool, sentence: str) -> None:
    assert saying(name, arabic, kind, denied=denied) == sentence


def test_brackets_are_taken_off_where_a_sentence_goes_on() -> None:
    assert bracketed("Tripoli (Libya)") == ("Tripoli", "Libya")
    assert bracketed("Tripoli") is None
    assert unbracketed("Council (Sudan)") == "Council"
    assert with_article("Council (Sudan)", "المجلس", BODY) == "the Council"
    assert not is_plural("Council (Sudan)", BODY)
