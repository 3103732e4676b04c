from __future__ import annotations

import pytest

from app.domain.text import Span, Token
from app.ingest.naming.trie import Trie, forms, words_of
from app.languages.ar.normalise import fold


def _tokens(text: str) -> list[Token]:
    return [Token(i, 1, 1, Span(i, i + 1, w), fold(w)) for i, w in enumerate(text.split())]


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("روسيا", {"روسيا"}),
        ("وروسيا", {"وروسيا", "روسيا"}),
        ("فبروسيا", {"فبروسيا", "بروسيا", "روسيا"}),
        ("للجيش", {"للجيش", "الجيش", "لجيش"}),
        ("بن", {"بن"}),
    ],
)
def test_forms_take_proclitics_off(word: str, readings: set[str]) -> None:
    assert {f.word for f in forms(word)} == readings


def test_a_fused_article_is_not_cut_off() -> None:
    fused = next(f for f in forms("وللجيش") if f.word == "الجيش")
    assert (fused.cut, fused.prefix) == (1, "ول")


def test_the_longest_phrase_wins() -> None:
    trie: Trie[str] = Trie()
    trie.add(words_of("حزب الله"), "party")
    trie.add(words_of("حزب الله العراقي"), "other")
    tokens = _tokens("قال حزب الله العراقي")
    hit = trie.longest(tokens, 1, 4)
    assert hit is not None
    assert (hit.start, hit.end, hit.value) == (1, 4, "other")
    assert trie.longest(tokens, 1, 3) == (1, 3, forms("حزب")[0], "party", None)


def test_marks_inside_a_phrase_are_stepped_over() -> None:
    trie: Trie[str] = Trie()
    trie.add(("تنظيم", "الدوله"), "group")
    hit = trie.longest(_tokens('تنظيم " الدولة "'), 0, 4)
    assert hit is not None
    assert hit.end == 3


def test_a_phrase_does_not_begin_or_end_in_the_middle_of_another() -> None:
    trie: Trie[str] = Trie()
    trie.add(("مجلس", "الامن"), "council")
    assert trie.longest(_tokens("مجلس الإدارة"), 0, 2) is None
    assert trie.find(("مجلس",)) is None
    assert trie.find(("مجلس", "الامن")) == ("council", None)


def test_classes_stand_for_any_word_of_theirs() -> None:
    trie: Trie[str] = Trie(lambda word: (("COUNTRY", "EG"),) if word == "المصري" else ())
    trie.add(("الجيش", "COUNTRY"), "army")
    hit = trie.longest(_tokens("الجيش المصري"), 0, 2)
    assert hit is not None
    assert hit.code == "EG"


def test_a_class_may_have_members_of_several_words() -> None:
    trie: Trie[str] = Trie(phrases=[(("جنوب", "افريقيا"), "LAND", "ZA")])
    trie.add(("حكومه", "LAND"), "state")
    trie.add(("حكومه", "LAND", "الجديده"), "new")
    hit = trie.longest(_tokens("حكومة جنوب أفريقيا الجديدة"), 0, 4)
    assert hit is not None
    assert (hit.end, hit.value, hit.code) == (4, "new", "ZA")
    assert trie.longest(_tokens("حكومة جنوب"), 0, 2) is None
