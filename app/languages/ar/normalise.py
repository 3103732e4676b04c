"""Folding: the twin of a text on which all matching runs, with a map back to the original.

Folding maps أإآٱ to ا, ى to ي, ة to ه, Arabic-Indic digits to ASCII, curly and angled quotation
marks to ``"``, presentation forms to the letters they show, and drops vowel signs, tatweel and what
is invisible: direction marks, soft hyphens, control characters. Spans found on the twin are carried
back with :meth:`Folded.original`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

#: Vowel signs and other marks over and under letters, as a class of a regular expression.
MARKS = "\u0610-\u061a\u064b-\u065f\u0670"
#: What is not seen and stands for nothing, inside a word or between words; blanks are not among it.
HIDDEN = (
    "\u0640\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_DROP = re.findall(f"[{MARKS}{HIDDEN}]", "".join(map(chr, range(0x10000))))
#: Letters as old typesetting drew them, alone or joined («ﻻ» for «لا»).
_PRESENTED = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))
_MAP = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        **{chr(0x0660 + d): str(d) for d in range(10)},
        **{chr(0x06F0 + d): str(d) for d in range(10)},
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        "\u00a0": " ",
        "\u202f": " ",
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys(_DROP),
    }
)
_FORMS = {
    code: "".join(form.split())
    for code in _PRESENTED
    if (form := unicodedata.normalize("NFKC", chr(code))) != chr(code)
}
_LETTERS = {code: letters.translate(_MAP) for code, letters in _FORMS.items()}
_MAP |= _LETTERS
#: Those that stand for several letters make the twin longer than the text.
_JOINED = re.compile(f"[{''.join(chr(code) for code, letters in _LETTERS.items() if len(letters) != 1)}]")
#: A character that is none, in place of what is dropped: one pass folds and keeps the offsets.
_GONE = "\uffff"
_MARKED = {**_MAP, **dict.fromkeys(map(ord, _DROP), _GONE)}


def fold_table() -> bytes:
    """What folding does to each character, to tell apart what was made under one rule or another."""
    return repr(sorted(_MAP.items())).encode()


def fold_text(text: str) -> str:
    """The folded form of any text; nothing is kept of it, as :func:`fold` keeps words."""
    return text.translate(_MAP)


def unjoined(text: str) -> str:
    """The text with presentation forms as plain letters, otherwise as it is; offsets may move."""
    return text.translate(_FORMS)


def untagged(name: str) -> str:
    """A name as it would stand without the marks of a hashtag: «سعد الحريري» for «#سعد_الحريري»."""
    return name.replace("#", "").replace("_", " ")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The folded form of a word or short phrase; only joined presentation forms make it longer."""
    return text.translate(_MAP)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``offsets[k]`` is where its k-th character stands in the original."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Folded:
        if _JOINED.search(text):
            return cls._letter_by_letter(text)
        marked = text.translate(_MARKED)
        if _GONE not in marked:
            return cls(marked, tuple(range(len(text) + 1)))
        return cls(marked.replace(_GONE, ""), (*(k for k, c in enumerate(marked) if c != _GONE), len(text)))

    @classmethod
    def _letter_by_letter(cls, text: str) -> Folded:
        """For the rare text in which one character becomes two."""
        pairs = [(letter, at) for at, char in enumerate(text) for letter in char.translate(_MAP)]
        return cls("".join(letter for letter, _ in pairs), (*(at for _, at in pairs), len(text)))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original for ``[start, end)`` of the twin (marks after the end stay out)."""
        if start >= end:
            at = self.offsets[start]
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1
