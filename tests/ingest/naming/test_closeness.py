"""Whom unnamed sources stand near."""

from __future__ import annotations

import pytest

from tests.support.invariants import read


@pytest.mark.parametrize(
    ("words", "name_en"),
    [
        ("مصادر مقربة من المفاوضات", "sources close to the negotiations"),
        ("مصدر مقرب من حزب الله", "source close to Hezbollah"),
        ("مسؤولان مطلعان على الملف النووي", "two officials familiar with the nuclear file"),
        ("مصدر مقرب من الرئيس التركي رجب طيب أردوغان", "source close to Recep Tayyip Erdoğan"),
        ("مصدر دبلوماسي مطلع على سير المفاوضات", "informed diplomatic source"),
        ("مصادر مقربة", "close sources"),
        ("مصدر مطلع في وزارة الدفاع الروسية", "informed source at the Russian Ministry of Defence"),
    ],
)
def test_a_source_is_told_by_whom_it_is_close_to(words: str, name_en: str) -> None:
    (statement,) = read(f"أكدت رويترز نقلا عن {words} أن الوفد سيصل قريبا.", None).statements
    assert (statement.speaker.name_en, statement.speaker.named) == (name_en, False)


def test_whom_a_source_is_close_to_does_not_speak() -> None:
    found = read("وقال مصدر مقرب من الرئيس التركي رجب طيب أردوغان إن الوفد وصل.", None)
    assert [s.speaker.name_en for s in found.statements] == ["source close to Recep Tayyip Erdoğan"]
    assert "recep-tayyip-erdogan" in {actor.slug for actor in found.actors}


def test_a_phrase_ends_before_the_verb_and_the_medium() -> None:
    found = read("وقال مصدر مطلع على المفاوضات لوكالة رويترز إن الوفد وصل.", None)
    assert [s.speaker.name_ar for s in found.statements] == ["مصدر مطلع على المفاوضات"]
