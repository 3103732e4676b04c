from __future__ import annotations

import pytest

from app.errors import TableError
from app.languages.ar.normalise import fold
from app.languages.ar.speech import load_speech
from app.web import verbs_in_english
from app.web.verbs_in_english import in_english


@pytest.mark.parametrize(
    ("lemma", "words", "english"),
    [
        ("نفى", "ونفت", "denied"),
        ("قال", "قائلا", "said"),
        ("استبعد", "ولم يستبعد", "did not rule out"),
        ("شكك", "لا يشكك", "did not cast doubt"),
        ("وفق", "بحسب", "according to"),
        ("وفق", "ووفقا لـ", "according to"),
        ("وفق", "ونقلا عن", "citing"),
        ("وفق", "على حد زعمه", "as claimed by"),
        ("وفق", "على حد قوله", "in the words of"),
        ("طبخ", "طبخ", ""),
    ],
)
def test_words_of_saying_have_an_english(lemma: str, words: str, english: str) -> None:
    assert in_english(fold(lemma), words) == english


def test_every_word_of_saying_that_the_engine_knows_has_one() -> None:
    speech = load_speech()
    assert {lemma for lemma in (*speech.verbs, *speech.relay) if not in_english(lemma, lemma)} == set()


def test_a_bad_table_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs_in_english, "_TABLE", "colours.py")
    with pytest.raises(TableError, match="its head"):
        verbs_in_english._verbs.__wrapped__()
