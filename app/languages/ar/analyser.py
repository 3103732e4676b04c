"""Readings of a word from camel-tools' analyser, on the best morphology database at hand.

The project ships a database of the verbs of news (``build_db``). Any other database in the ALMOR
format can take its place: pass its path to :func:`load_analyser`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from app.domain.text import Analysis
from app.languages.ar.camel import open_analyser
from app.languages.ar.normalise import fold

SHIPPED = Path(__file__).parent / "morphology_db" / "news" / "morphology.db"

Analyse = Callable[[str], tuple[Analysis, ...]]

_ARABIC_WORD = re.compile(r"[\u0621-\u064a]+")
_DAMMA = "\u064f"
_UNSET = frozenset({"-", "na", "0", None})


@lru_cache(maxsize=4)
def load_analyser(database: Path = SHIPPED) -> Analyse:
    """A function from a word as printed to its readings, remembered by word form.

    Raises FileNotFoundError when there is no database at that path.
    """
    if not database.is_file():
        raise FileNotFoundError(f"no morphology database at {database}")
    analyser = open_analyser(database)

    @lru_cache(maxsize=200_000)
    def analyse(word: str) -> tuple[Analysis, ...]:
        folded = fold(word)
        if not _ARABIC_WORD.fullmatch(folded):
            return ()
        readings = (_reading(word, features) for features in analyser.analyze(folded))
        return tuple(dict.fromkeys(reading for reading in readings if _fits(word, reading)))

    return analyse


def _reading(word: str, features: dict[str, str]) -> Analysis:
    prefixes = tuple(p for name in ("prc2", "prc1", "prc0") if (p := _value(features, name)))
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
        suffix=_value(features, "enc0"),
    )


def _fits(word: str, reading: Analysis) -> bool:
    """No word spelt with a final ة ends in a pronoun or is a finite verb, though ه is its folded twin."""
    return "ة" not in word[-2:] or (reading.suffix is None and reading.pos != "verb")


def _value(features: dict[str, str], name: str) -> str | None:
    value = features.get(name)
    return None if value in _UNSET else value


def _has_damma(word: str, letter: int) -> bool:
    """Whether the n-th letter carries the vowel u, which tells a past passive from its active."""
    at = -1
    for k, char in enumerate(word):
        if _ARABIC_WORD.fullmatch(char):
            at += 1
        if at == letter:
            return word[k + 1 : k + 2] == _DAMMA or word[k + 2 : k + 3] == _DAMMA
    return False
