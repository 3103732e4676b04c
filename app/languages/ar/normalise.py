"""Folding: the twin of a text on which all matching runs, with a map back to the original.

Folding maps أإآٱ to ا, ى to ي, ة to ه, Arabic-Indic digits to ASCII, curly and angled quotation
marks to ``"``, and drops vowel signs, tatweel and invisible direction marks. Spans found on the
twin are carried back with :meth:`Folded.original`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_DROP = (
    {chr(c) for c in range(0x0610, 0x061B)}
    | {chr(c) for c in range(0x064B, 0x0660)}
    | {"\u0670", "\u0640", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\ufeff", "\u061c"}
    | {chr(c) for c in range(0x202A, 0x202F)}
    | {chr(c) for c in range(0x2066, 0x206A)}
)
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
#: A character that is none, in place of what is dropped: one pass folds and keeps the offsets.
_GONE = "\uffff"
_MARKED = {**_MAP, **dict.fromkeys(map(ord, _DROP), _GONE)}


def fold_table() -> bytes:
    """What folding does to each character, to tell apart what was made under one rule or another."""
    return repr(sorted(_MAP.items())).encode()


def fold_text(text: str) -> str:
    """The folded form of any text; nothing is kept of it, as :func:`fold` keeps words."""
    return text.translate(_MAP)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The folded form of a word or short phrase; length may shrink, never grow."""
    return text.translate(_MAP)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``offsets[k]`` is where its k-th character stands in the original."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Folded:
        marked = text.translate(_MARKED)
        if _GONE not in marked:
            return cls(marked, tuple(range(len(text) + 1)))
        return cls(marked.replace(_GONE, ""), (*(k for k, c in enumerate(marked) if c != _GONE), len(text)))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original for ``[start, end)`` of the twin (marks after the end stay out)."""
        if start >= end:
            at = self.offsets[start]
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1
