from __future__ import annotations

from pathlib import Path

import pytest

from app import cache
from app.languages.ar import lexicon
from app.languages.ar.normalise import fold


@pytest.mark.parametrize("word", ["مدرسة", "والمدارس", "بيتهم", "للطلاب", "وزير", "اجتماع"])
def test_words_of_the_language_with_their_clitics(word: str) -> None:
    assert lexicon.is_word(fold(word))


@pytest.mark.parametrize("word", ["زاخاروفا", "شتاينماير", "قغصثض"])
def test_foreign_names_are_no_words(word: str) -> None:
    assert not lexicon.is_word(fold(word))


def test_the_kept_list_is_the_dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words whether unpacked just now, kept, or with no folder to keep them in."""
    unpacked = lexicon._dictionary.__wrapped__
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    first, again = unpacked(), unpacked()
    monkeypatch.setenv(cache.VARIABLE, "")
    assert first == again == unpacked()
    assert len(first) > 100_000
    assert not any(fold(word) != word for word in list(first)[:5000])
