"""Which language a text is in: by its script, its letters and its small words.

Arabic is told from the other languages in its letters by its article and small words, for some Arabic
outlets write Persian letters throughout, and Persian has forms without a letter of its own.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from app.languages.ar.normalise import fold, unjoined

UNKNOWN = "und"
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC_LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9]")
#: The article, alone or after a particle, and the commonest particles and pronouns, folded.
_ARABIC_WORD = re.compile(
    r"[وف]?(?:[بك]?ال\w{2,}|لل\w{2,}|(?:في|من|علي|الي|عن|ان|انه|انها|مع|التي|الذي|هذا|هذه|ذلك|بعد|قبل|بين|لم|لن|قد|لا))"
)
#: Of letters, that are Arabic in a text worth reading; pages bring much Latin furniture.
_LEAST_ARABIC = 0.25
#: Of words: in Arabic news every third has the article, in Persian hardly one in fifty looks so.
_ARABIC_WORDS, _FOREIGN_LETTERS, _FOREIGN_WORDS = 0.1, 0.01, 0.08
#: So much of a text is looked at.
_READ = 20_000


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A language in Arabic letters: those that are its own, and its small words."""

    letters: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Table:
    scripts: Mapping[str, re.Pattern[str]]
    neighbours: Mapping[str, _Neighbour]
    latin: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def _table() -> _Table:
    raw = tomllib.loads(files("app.languages").joinpath("identify.toml").read_text("utf-8"))
    return _Table(
        {code: re.compile(f"[{''.join(ranges)}]") for code, ranges in raw["scripts"].items()},
        {
            code: _Neighbour(frozenset(row["letters"]), frozenset(row["words"].split()))
            for code, row in raw["arabic_script"].items()
        },
        {code: frozenset(words.split()) for code, words in raw["latin"].items()},
    )


def language_of(text: str) -> str:
    """The code of the language: ``ar``, another that is told by its look, or ``und``."""
    text = unjoined(text[:_READ])
    letters = len(_LETTER.findall(text))
    if not letters:
        return UNKNOWN
    if len(_ARABIC_LETTER.findall(text)) >= _LEAST_ARABIC * letters:
        return _in_arabic_letters(text, letters)
    script, count = max(
        ((code, len(script.findall(text))) for code, script in _table().scripts.items()), key=lambda c: c[1]
    )
    return script if count > letters / 2 else _in_latin_letters(_WORD.findall(text.lower()))


def _in_arabic_letters(text: str, letters: int) -> str:
    words = [word for word in _WORD.findall(text) if _ARABIC_LETTER.match(word)]
    if sum(_ARABIC_WORD.fullmatch(fold(word)) is not None for word in words) >= _ARABIC_WORDS * len(words):
        return "ar"
    found = Counter(text)
    strange = {code: sum(found[c] for c in n.letters) for code, n in _table().neighbours.items()}
    spoken = {code: sum(w in n.words for w in words) for code, n in _table().neighbours.items()}
    code = max(strange, key=lambda c: (spoken[c] + strange[c], c))
    foreign = strange[code] > _FOREIGN_LETTERS * letters or spoken[code] > _FOREIGN_WORDS * len(words)
    return code if foreign else "ar"


def _in_latin_letters(words: Sequence[str]) -> str:
    counts = {code: sum(word in small for word in words) for code, small in _table().latin.items()}
    code = max(counts, key=lambda c: counts[c])
    return code if counts[code] >= 0.05 * len(words) and counts[code] >= 2 else UNKNOWN
