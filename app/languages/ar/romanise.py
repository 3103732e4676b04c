"""Arabic names in Latin letters, for slugs and English labels of persons no table knows.

Simple news-agency style: no diacritics, vowels supplied between consonants, listed given names as
they are usually written.
"""

from __future__ import annotations

from app.languages.ar.names import given_names
from app.languages.ar.normalise import fold

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "", "ؤ": "o", "ئ": "e", "ڤ": "v", "پ": "p",
    "چ": "ch", "گ": "g", "ژ": "zh",
}  # fmt: skip
_VOWELS = frozenset("اوي")


def romanise(name: str) -> str:
    """``نيكولاي بوجدانوفسكي`` becomes ``Nikolai Bujdanufski``; never empty for Arabic letters."""
    return " ".join(filter(None, (_word(fold(part)) for part in name.split()))).strip()


def _word(word: str) -> str:
    listed = given_names().get(word)
    if listed:
        return listed.name_en
    if word in ("بن", "ابن"):
        return "bin"
    if word.startswith("ال") and len(word) > 4:
        return "al-" + _word(word[2:])
    return _letters(word).capitalize()


def _letters(word: str) -> str:
    out: list[str] = []
    last = len(word) - 1
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at] if at else "", word[at + 1 : at + 2]
        if letter == "ه" and at == last and at > 1 and before not in _VOWELS:
            out.append("a")
        elif letter in "وي" and at and before not in _VOWELS:
            out.append("u" if letter == "و" else "i")
        elif letter in _LETTERS:
            out.append(_LETTERS[letter])
            if letter not in _VOWELS and after and after not in _VOWELS | {"ه", "ع"} and after in _LETTERS and at == 0:
                out.append("a")
        else:
            out.append(letter)
    return "".join(out)
