from __future__ import annotations

import pytest

from app.languages.ar.normalise import fold
from app.languages.ar.speech import load_speech
from app.languages.ar.spelled import spelled


@pytest.mark.parametrize(
    ("lemma", "full"), [("اكد", "أكّد"), ("نفي", "نفى"), ("اضاف", "أضاف"), ("قال", "قال"), ("كلمة", "كلمة")]
)
def test_a_lemma_has_its_letters_back(lemma: str, full: str) -> None:
    assert spelled(lemma) == full


def test_no_verb_of_saying_becomes_another() -> None:
    assert [verb for verb in load_speech().verbs if fold(spelled(verb)) != verb] == []
