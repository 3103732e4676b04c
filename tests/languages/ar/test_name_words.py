"""The word lists behind names, titles, bodies and sources load, and hold what their readers count on."""

from __future__ import annotations

import pytest

from app.domain.records import ActorKind
from app.languages.ar.bodies import load_bodies
from app.languages.ar.lexicon import is_plain_word, is_word
from app.languages.ar.names import given_names, load_names
from app.languages.ar.normalise import fold
from app.languages.ar.offices import load_offices
from app.languages.ar.romanise import romanise
from app.languages.ar.sources import load_sources


def test_all_lists_are_folded() -> None:
    names, offices = load_names(), load_offices()
    for words in (names.ordinary, names.never_name, names.place_cues, offices.modifiers, offices.honorifics):
        assert words
        assert {fold(word) for word in words} == words


def test_doubtful_names_are_given_names() -> None:
    assert load_names().doubtful_names <= given_names().keys()


@pytest.mark.parametrize(
    ("words", "rank", "gender", "number", "definite"),
    [
        (("وزير",), "minister", "m", "s", False),
        (("الوزيرة",), "minister", "f", "s", True),
        (("وزيرا",), "minister", "m", "d", False),
        (("الرئيسان",), "president", "m", "d", True),
        (("متحدثون",), "spokesperson", "m", "p", False),
        (("ولي", "العهد"), "crown_prince", "m", "s", True),
    ],
)
def test_ranks_are_inflected(
    words: tuple[str, ...], rank: str, gender: str, number: str, definite: bool
) -> None:
    found = load_offices().ranks[tuple(map(fold, words))]
    assert (found.rank.id, found.gender, found.number, found.definite) == (rank, gender, number, definite)


def test_a_construct_dual_takes_no_article() -> None:
    assert (fold("الرئيسي"),) not in load_offices().ranks


def test_portfolios_are_known_with_and_without_article_and_with_a_pronoun() -> None:
    portfolios = load_offices().portfolios
    assert {portfolios[(fold(w),)] for w in ("الخارجية", "خارجية", "خارجيتها")} == {"foreign"}


def test_heads_of_bodies_have_a_kind_and_a_rule() -> None:
    (head,) = load_bodies().heads[(fold("ميليشيا"),)]
    assert (head.kind, head.rule) == (ActorKind.ARMED_GROUP, "strong")


def test_descriptions_agree_in_gender() -> None:
    wanted = load_bodies().descriptions[fold("الصحيفة")]
    assert (wanted.gender, wanted.kinds) == ("f", frozenset({ActorKind.MEDIA}))


def test_sources_tell_number_and_what_they_are() -> None:
    heads = load_sources().heads
    assert heads[(fold("مصدرين"),)].number == "d"
    assert heads[tuple(fold("وسائل إعلام").split())].media


@pytest.mark.parametrize("word", ["معلومات", "وبالمعلومات", "للجيش", "مساء", "ستركز"])
def test_words_of_the_language_are_known_under_particles(word: str) -> None:
    assert is_word(fold(word))


@pytest.mark.parametrize("word", ["دروبينين", "كرينشتاين", "زونتكس"])
def test_foreign_names_are_no_words(word: str) -> None:
    assert not is_word(fold(word))
    assert not is_plain_word(fold(word))


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("محمد بن راشد العمري", "Mohammed bin Rashed al-Omari"),
        ("عبد الله", "Abdullah"),
        ("عبد الكريم حداد", "Abdul Karim Haddad"),
        ("سيرغي كوروبكين", "Sergei Kurubkin"),
        ("أبو خالد", "Abu Khaled"),
    ],
)
def test_names_are_romanised_in_ascii(name: str, latin: str) -> None:
    assert romanise(name) == latin
    assert latin.isascii()


@pytest.mark.parametrize(
    ("name", "english"),
    [
        # names of others, by their endings and by the table
        ("فيودور كراسنوف", "Krasnov"),
        ("ماريا كراسنوفا", "Krasnova"),
        ("أرام تولماسيان", "Tolmasyan"),
        ("بوريس دراشينكو", "Drashinko"),
        ("نيكوس بابادوبولوس", "Papadopoulos"),
        ("مارك كامبل", "Campbell"),
        ("أولا يوهانسون", "Johansson"),
        ("فلان ألكسييف", "Alksyev"),
        # Arabic words that end alike are none
        ("أحمد معروف", "Maruf"),
        ("سعيد شريف", "Sharif"),
        ("حسن عفيف", "Afif"),
        ("علي الريان", "al-Rayan"),
        ("خالد سفيان", "Sufyan"),
        ("سمير خروف", "Kharuf"),
    ],
)
def test_names_of_others_are_written_back(name: str, english: str) -> None:
    assert romanise(name).split(" ", 1)[1] == english


def test_numbers_stay_numbers() -> None:
    assert romanise("ال35") == "35"
