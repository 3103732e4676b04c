"""Readings of a word from camel-tools' analyser, on the best morphology database at hand.

The project ships a database of the verbs of news (``build_db``). ``TASALSUL_MORPHOLOGY`` adds another in
the ALMOR format, which then reads the words that the first does not know: that of the Buckwalter tables,
converted on the user's machine (``buckwalter``), or a file of the user's own, as CAMeL publishes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.domain.text import Analysis
from app.errors import SettingsError
from app.languages.ar import buckwalter
from app.languages.ar.camel import NotADatabaseError, open_analyser
from app.languages.ar.normalise import fold
from app.settings import MORPHOLOGY, morphology

SHIPPED = Path(__file__).parent / "morphology_db" / "news" / "morphology.db"

Analyse = Callable[[str], tuple[Analysis, ...]]

_ARABIC_WORD = re.compile(r"[\u0621-\u064a]+")
_DAMMA = "\u064f"
_UNSET = frozenset({"-", "na", "0", None})
_CAMEL_CLITICS = {
    "wa": "و", "fa": "ف", "bi": "ب", "li": "ل", "la": "ل", "ka": "ك", "sa": "س", "Al": "ال",
    "1s": "ي", "1p": "نا", "2ms": "ك", "2fs": "ك", "2d": "كما", "2mp": "كم", "2fp": "كن",
    "3ms": "ه", "3fs": "ها", "3d": "هما", "3mp": "هم", "3fp": "هن",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """A morphology database by the name users see; ``path`` is where it is."""

    name: str
    path: Path


#: What reads the words unless another is asked for: the verbs of news, with their participles and nouns.
NEWS = Choice("news", SHIPPED)


def chosen() -> Choice:
    """The database that ``TASALSUL_MORPHOLOGY`` names; SettingsError where it is not to be had."""
    asked = morphology()
    if asked in ("", NEWS.name):
        return NEWS
    if asked == buckwalter.NAME:
        path = buckwalter.built()
        if path is None or not path.is_file():
            raise SettingsError(MORPHOLOGY, f"{asked!r} is not built yet: tasalsul morph build")
        return Choice(asked, path)
    path = Path(asked).expanduser()
    if not path.is_file():
        names = f"{NEWS.name!r}, {buckwalter.NAME!r}"
        raise SettingsError(MORPHOLOGY, f"{asked!r} is neither {names} nor a file")
    return Choice(path.name, path)


def analyser_in_use() -> Analyse:
    """The analyser of :func:`chosen`; SettingsError where its file is no database of its kind."""
    choice = chosen()
    try:
        return load_analyser(SHIPPED) if choice == NEWS else _broader(choice.path)
    except NotADatabaseError as error:
        raise SettingsError(MORPHOLOGY, f"{choice.path}: {error}") from error


@lru_cache(maxsize=4)
def _broader(path: Path) -> Analyse:
    """Verbs, participles and verbal nouns of news as ever; of all other words what the database knows.

    Not as verbs: every second noun can be read as some verb, and the rules ask for verbs they know.
    """
    news, all_words = load_analyser(SHIPPED), load_analyser(path)

    @lru_cache(maxsize=200_000)
    def analyse(word: str) -> tuple[Analysis, ...]:
        return news(word) or tuple(reading for reading in all_words(word) if reading.pos != "verb")

    return analyse


@lru_cache(maxsize=4)
def load_analyser(database: Path = SHIPPED) -> Analyse:
    """A function from a word as printed to its readings, remembered by word form.

    Raises FileNotFoundError when there is no database at that path, NotADatabaseError for another file.
    """
    if not database.is_file():
        raise FileNotFoundError(f"no morphology database at {database}")
    analyser = open_analyser(database)

    @lru_cache(maxsize=200_000)
    def analyse(word: str) -> tuple[Analysis, ...]:
        folded = fold(word)
        if not _ARABIC_WORD.fullmatch(folded):
            return ()
        readings = [_reading(word, features) for features in analyser.analyze(folded)]
        if folded.startswith("وو"):  # «ووصل»: "and he arrived" sooner than a passive «وُوصل»
            readings.sort(key=lambda reading: "و" not in reading.prefixes)
        readings.sort(key=_first_person)  # «مددت»: "she extended" sooner than "I stretched"
        return tuple(dict.fromkeys(reading for reading in readings if _fits(word, reading)))

    return analyse


def _first_person(reading: Analysis) -> bool:
    """One who speaks of himself; «أسقطنا» is "we brought down", not "he brought us down"."""
    return (reading.person, reading.number) == ("1", "s")


def _reading(word: str, features: dict[str, str]) -> Analysis:
    prefixes = tuple(p for name in ("prc2", "prc1", "prc0") if (p := _clitic(features, name)))
    aspect = _value(features, "asp")
    voice = _value(features, "vox")
    if aspect == "p" and _has_damma(word, sum(map(len, prefixes))):
        voice = "p"
    return Analysis(
        lemma=fold(features["lex"]),
        pos=features["pos"],
        aspect=aspect,
        person=_value(features, "per"),
        gender=_value(features, "gen"),
        number=_value(features, "num"),
        voice=voice,
        prefixes=prefixes,
        suffix=_clitic(features, "enc0"),
    )


def _fits(word: str, reading: Analysis) -> bool:
    """No word spelt with a final ة ends in a pronoun or is a finite verb, though ه is its folded twin."""
    return "ة" not in word[-2:] or (reading.suffix is None and reading.pos != "verb")


def _value(features: dict[str, str], name: str) -> str | None:
    value = features.get(name)
    return None if value in _UNSET else value


def _clitic(features: dict[str, str], name: str) -> str | None:
    """In Arabic letters; the databases of CAMeL write ``wa_conj``, ``Al_det``, ``3ms_dobj``."""
    value = _value(features, name)
    head, mark, _ = (value or "").partition("_")
    return _CAMEL_CLITICS.get(head) if mark else value


def _has_damma(word: str, letter: int) -> bool:
    """Whether the n-th letter carries the vowel u, which tells a past passive from its active."""
    at = -1
    for k, char in enumerate(word):
        if _ARABIC_WORD.fullmatch(char):
            at += 1
        if at == letter:
            return word[k + 1 : k + 2] == _DAMMA or word[k + 2 : k + 3] == _DAMMA
    return False
