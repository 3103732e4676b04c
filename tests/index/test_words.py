from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.index.words import (
    Wanted,
    asked,
    in_letters,
    sequences,
    spelled_alike,
    stands_in,
    tokens,
    too_short,
)
from app.languages.ar.normalise import fold_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال الرَّئيسُ إنّ أنقرة مستعدّة.", ["قال", "الرييس", "ان", "انقره", "مستعده"]),
        ("Talks: Russia, Israel — S-300", ["talks", "russia", "israel", "s", "300"]),
        ("في ٢٠١٥", ["في", "2015"]),
        ("snake_case «x»", ["snake", "case", "x"]),
        ("", []),
    ],
)
def test_words_are_folded_runs_of_letters_and_digits(text: str, words: list[str]) -> None:
    folded = [word.replace("ئ", "ي") for word in tokens(text)]
    assert folded == words


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("بوتين نتنياهو", [Wanted(("بوتين",)), Wanted(("نتنياهو",))]),
        ('"وزير الدفاع" زار', [Wanted(("وزير", "الدفاع"), quoted=True), Wanted(("زار",))]),
        ("«وزير الدفاع»", [Wanted(("وزير", "الدفاع"), quoted=True)]),
        ('"لم تغلق', [Wanted(("لم", "تغلق"), quoted=True)]),
        ("قاهر*", [Wanted(("قاهر",), prefix=True)]),
        ("S-300", [Wanted(("s", "300"))]),
        ('"" ( * ) NEAR/2 ^', [Wanted(("near", "2"))]),
        ("word word", [Wanted(("word",))]),
    ],
)
def test_questions(question: str, wanted: list[Wanted]) -> None:
    assert list(asked(question)) == wanted


def test_an_exact_question_keeps_its_letters() -> None:
    assert asked("الأسد Putin", exact=True) == (Wanted(("الأسد",)), Wanted(("Putin",)))


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("روسيا", "وروسيا"), ("روسيا", "بروسيا"), ("روسيا", "فلروسيا"), ("حكومه", "الحكومه"),
        ("حكومه", "وللحكومه"), ("حكومه", "حكومتها"), ("جيش", "بجيشهم"), ("يزور", "سيزور"),
        ("الاسد", "والاسد"), ("الاسد", "للاسد"), ("الاسد", "وبالاسد"),
    ],
)  # fmt: skip
def test_a_word_is_found_with_what_is_written_on_to_it(word: str, form: str) -> None:
    assert (form,) in sequences(Wanted((word,)))


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("وزير", "زير"), ("الاسد", "اسد"), ("بيت", "ت"), ("روسيا", "روس"), ("حكومه", "حكومهها"),
        ("putin", "وputin"), ("من", "منها"), ("قلم", "سقلم"),
    ],
)  # fmt: skip
def test_and_not_as_another_word(word: str, form: str) -> None:
    assert (form,) not in sequences(Wanted((word,)))


def test_a_phrase_takes_particles_only_before_its_first_word() -> None:
    found = sequences(Wanted(("وزير", "الدفاع"), quoted=True))
    assert ("لوزير", "الدفاع") in found
    assert ("وزيرها", "الدفاع") not in found
    assert all(form[1] == "الدفاع" for form in found)


def test_spellings_of_one_name() -> None:
    assert list(spelled_alike("نتنياهو", ["نتانياهو", "بنيامين", "نتنياهو", "نتن"])) == ["نتانياهو"]
    assert list(spelled_alike("بو", ["بي"])) == []


@given(st.text(max_size=40))
def test_any_question_is_harmless(question: str) -> None:
    for wanted in asked(question):
        assert wanted.words
        for words in sequences(wanted):
            assert all(word.isalnum() for word in words)


@given(st.text() | st.text(alphabet="أبةى ًـ\u200e_-٣x", max_size=20))
def test_words_are_those_of_the_folded_text(text: str) -> None:
    assert tokens(text) == re.findall(r"[^\W_]+", fold_text(text).casefold())


@given(st.text(alphabet="اب جد", max_size=20))
def test_a_text_holds_its_own_words(text: str) -> None:
    words = tokens(text)
    assert all(stands_in(wanted, words) for wanted in asked(text))


@given(
    st.lists(st.sampled_from(["سلام", "السلام", "ab", "a", "١٢", "سلا"]), min_size=1, max_size=3),
    st.booleans(),
    st.lists(st.sampled_from(["سلام", "السلام", " ", "_", "-", "ab", "a", "١٢", "، ", "سلا"]), max_size=8),
)
def test_a_text_is_matched_as_its_words_are(words: list[str], prefix: bool, pieces: list[str]) -> None:
    wanted, text = Wanted(tuple(words), prefix=prefix), "".join(pieces)
    assert bool(in_letters(wanted).search(text)) == stands_in(wanted, tokens(text, exact=True))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("ال*", ("ال*",)), ("م*", ("م*",)), ("الم*", ("الم*",)), ("المد*", ()), ("مد*", ()), ("be*", ()),
        ("كلمة س* أخرى", ("س*",)), ("كلمة", ()), ("*", ("*",)),
    ],
)  # fmt: skip
def test_beginnings_of_too_few_letters_are_named(question: str, words: tuple[str, ...]) -> None:
    assert too_short(question) == words
