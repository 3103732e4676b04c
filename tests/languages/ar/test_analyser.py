"""The verb database: its table, the file made of it, and readings of words with all their parts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.text import Analysis
from app.languages.ar import build_db
from app.languages.ar.analyser import SHIPPED, load_analyser
from app.languages.ar.normalise import fold

analyse = load_analyser()


def reading(word: str, pos: str = "verb") -> Analysis:
    return next(a for a in analyse(word) if a.pos == pos)


def test_the_shipped_file_is_what_the_table_makes() -> None:
    assert SHIPPED.read_text("utf-8") == build_db.database(build_db.read_verbs())


def test_the_table_is_broad_and_has_no_row_twice() -> None:
    rows = [line.split("\t") for line in build_db.SOURCE.read_text("utf-8").splitlines()[1:]]
    assert len(rows) >= 550
    assert len({(row[0], row[2]) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("word", "lemma", "gender", "number"),
    [
        ("قال", "قال", "m", "s"),
        ("وقالت", "قال", "f", "s"),
        ("فقالوا", "قال", "m", "p"),
        ("وأضافا", "أضاف", "m", "d"),
        ("واضافت", "أضاف", "f", "s"),
        ("نفى", "نفى", "m", "s"),
        ("نفت", "نفى", "f", "s"),
        ("ونفوا", "نفى", "m", "p"),
        ("دعا", "دعا", "m", "s"),
        ("دعت", "دعا", "f", "s"),
        ("دعوا", "دعا", "m", "p"),
        ("حثت", "حثّ", "f", "s"),
        ("التقيا", "التقى", "m", "d"),
        ("أجرتا", "أجرى", "f", "d"),
        ("اعلنت", "أعلن", "f", "s"),
        ("استهدف", "استهدف", "m", "s"),
    ],
)
def test_past(word: str, lemma: str, gender: str, number: str) -> None:
    found = reading(word)
    assert (found.lemma, found.aspect, found.person) == (fold(lemma).replace("\u0651", ""), "p", "3")
    assert (found.gender, found.number) == (gender, number)


@pytest.mark.parametrize(
    ("word", "lemma", "person", "number", "prefixes"),
    [
        ("يقول", "قال", "3", "s", ()),
        ("ويقولون", "قال", "3", "p", ("و",)),
        ("سيعلن", "أعلن", "3", "s", ("س",)),
        ("وسنواصل", "واصل", "1", "p", ("و", "س")),
        ("ليؤكد", "أكد", "3", "s", ("ل",)),
        ("تنفي", "نفى", "3", "s", ()),
        ("ينفون", "نفى", "3", "p", ()),
        ("تدعوان", "دعا", "3", "d", ()),
        ("يريان", "رأى", "3", "d", ()),
        ("نعتقد", "اعتقد", "1", "p", ()),
    ],
)
def test_present(word: str, lemma: str, person: str, number: str, prefixes: tuple[str, ...]) -> None:
    found = reading(word)
    assert (found.lemma, found.aspect, found.person, found.number) == (fold(lemma), "i", person, number)
    assert found.prefixes == prefixes


@pytest.mark.parametrize(
    ("word", "lemma", "suffix"),
    [("نقلته", "نقل", "ه"), ("أبلغوها", "أبلغ", "ها"), ("وصفتهما", "وصف", "هما"), ("يراها", "رأى", "ها")],
)
def test_object_pronouns(word: str, lemma: str, suffix: str) -> None:
    found = reading(word)
    assert (found.lemma, found.suffix) == (fold(lemma), suffix)


@pytest.mark.parametrize(
    ("word", "lemma"), [("قيل", "قال"), ("أُفيد", "أفاد"), ("نُقل", "نقل"), ("وذُكر", "ذكر"), ("قوبلت", "قابل")]
)
def test_passive_by_its_form_or_its_vowel(word: str, lemma: str) -> None:
    assert any(a.voice == "p" and a.lemma == fold(lemma) for a in analyse(word))


@pytest.mark.parametrize(
    ("word", "lemma", "gender", "number"),
    [
        ("مضيفا", "أضاف", "m", "s"),
        ("مشيرة", "أشار", "f", "s"),
        ("مؤكدًا", "أكد", "m", "s"),
        ("قائلا", "قال", "m", "s"),
        ("لافتة", "لفت", "f", "s"),
        ("محذرين", "حذر", "m", "p"),
        ("مدعيا", "ادعى", "m", "s"),
    ],
)
def test_participles(word: str, lemma: str, gender: str, number: str) -> None:
    found = reading(word, "participle")
    assert (found.lemma, found.gender, found.number) == (fold(lemma), gender, number)


@pytest.mark.parametrize(
    ("word", "lemma", "suffix", "prefixes"),
    [
        ("قوله", "قال", "ه", ()),
        ("قولهما", "قال", "هما", ()),
        ("بالإعلان", "أعلن", None, ("ب", "ال")),
        ("إعرابها", "أعرب", "ها", ()),
        ("إشارته", "أشار", "ه", ()),
        ("لنفي", "نفى", None, ("ل",)),
    ],
)
def test_verbal_nouns(word: str, lemma: str, suffix: str | None, prefixes: tuple[str, ...]) -> None:
    found = reading(word, "verbal_noun")
    assert (found.lemma, found.suffix, found.prefixes) == (fold(lemma), suffix, prefixes)


@pytest.mark.parametrize(
    "word", ["", "2015", "...", "Reuters", "موسكو", "الطاولة", "وزارة", "ق\u0640", "\u200f"]
)
def test_other_words_have_no_verb(word: str) -> None:
    assert not any(a.pos == "verb" for a in analyse(word))


def test_a_final_ta_marbuta_is_no_pronoun() -> None:
    assert all(a.suffix is None for a in analyse("مواصلة"))


def test_a_missing_database_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        load_analyser(Path("nowhere"))


def test_an_unwritable_home_and_no_network_do_no_harm(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.touch()  # a file where a folder would have to be made
    environment = {**os.environ, "HOME": str(home)}
    environment.pop("CAMELTOOLS_DATA", None)
    program = "from app.languages.ar.analyser import load_analyser as l; print(l()('قال')[0].lemma)"
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        cwd=root,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().strip() == "قال"


def test_a_broken_row_is_named(tmp_path: Path) -> None:
    header = build_db.SOURCE.read_text("utf-8").splitlines()[0]
    table = tmp_path / "verbs.tsv"
    table.write_text(f"{header}\nقال\t\tيقول\t\t\t\t\n", "utf-8")
    with pytest.raises(ValueError, match=r"verbs\.tsv:2"):
        build_db.read_verbs(table)


@pytest.mark.parametrize(("word", "person", "suffix"), [("مددت", "3", None), ("أسقطنا", "1", None)])
def test_one_who_speaks_of_himself_is_the_last_reading(word: str, person: str, suffix: str | None) -> None:
    first = reading(word)
    assert (first.person, first.suffix) == (person, suffix)
