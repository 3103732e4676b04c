"""Pairs quotation marks within a paragraph.

News mixes marks freely: straight ones that look the same at both ends, curly ones closed by an
opening one (“سبوتنيك“), guillemets, missing marks. The direction of a mark is judged by its
surroundings first, then by its shape, then by what is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

_FAMILIES = ("«»‹›", '“”„‟"″', "‘’‚'")
_FAMILY = {mark: k for k, marks in enumerate(_FAMILIES) for mark in marks}
_OPENING = frozenset("«‹“„‟‘‚")
_CLOSING = frozenset("»›”’")
_BEFORE_OPENING = frozenset("([{<-–—ـ:،؛,/…")
_AFTER_CLOSING = frozenset(".،؛:؟!)]}>,;?-–—/…")
#: Particles written onto the next word, so that a mark may open right after them.
_PARTICLES = frozenset("وفبلك")


#: How many marks may be open at once, and how many ahead are looked at: reading stays linear.
_DEEPEST = 20
_AHEAD = 40
_STRAIGHT = frozenset("\"'")


class Side(Enum):
    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Mark:
    at: int
    char: str
    side: Side

    @property
    def family(self) -> int:
        return _FAMILY[self.char]


@dataclass(frozen=True, slots=True)
class Pair:
    """Offsets of the two marks; ``close`` is None where the closing one is missing."""

    open: int
    close: int | None


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs in order of their opening marks, and closing marks without an opening one."""

    pairs: tuple[Pair, ...]
    strays: tuple[int, ...]


def marks_in(text: str) -> list[Mark]:
    """All quotation marks of a paragraph with the side their surroundings or shape tell."""
    return [
        Mark(at, char, _side(text, at))
        for at, char in enumerate(text)
        if char in _FAMILY and not _is_apostrophe(text, at)
    ]


def _is_apostrophe(text: str, at: int) -> bool:
    """Inside a Latin word, or minutes after a number."""
    if text[at] not in "'’‘":
        return False
    left, right = text[at - 1 : at], text[at + 1 : at + 2]
    return (left.isalnum() and left.isascii()) and (right.isalnum() or left.isdigit())


def _side(text: str, at: int) -> Side:
    left = text[at - 1] if at else " "
    right = text[at + 1] if at + 1 < len(text) else " "
    free_left = left.isspace() or left in _BEFORE_OPENING or left in _OPENING or _is_particle(text, at - 1)
    free_right = right.isspace() or right in _AFTER_CLOSING or right in _CLOSING
    if free_left is not free_right:
        return Side.OPENS if free_left else Side.CLOSES
    if text[at] in _OPENING:
        return Side.OPENS
    return Side.CLOSES if text[at] in _CLOSING else Side.EITHER


def _is_particle(text: str, at: int) -> bool:
    """True for a lone و ف ب ل ك, or «لـ» with a connecting stroke, before the mark."""
    if text[at] == "ـ":
        at -= 1
    return at >= 0 and text[at] in _PARTICLES and (at == 0 or not text[at - 1].isalnum())


def pair_marks(text: str) -> Pairing:
    """Match opening and closing marks; nested pairs are kept, an unmatched inner opening is dropped."""
    marks = marks_in(text)
    stack: list[Mark] = []
    pairs: list[Pair] = []
    strays: list[int] = []
    for k, mark in enumerate(marks):
        partner = _partner(stack, mark)
        if partner is not None and mark.side is not Side.OPENS and mark.at > stack[partner].at + 1:
            pairs.append(Pair(stack[partner].at, mark.at))
            del stack[partner:]
        elif mark.side is Side.CLOSES:
            strays.append(mark.at)
        else:
            if partner is not None and not _nests(marks, k):
                closes = _closes_after_all(marks, k)
                pairs.append(Pair(stack[partner].at, mark.at if closes else None))
                del stack[partner:]
                if closes:
                    continue
            stack.append(mark)
            del stack[:-_DEEPEST]
    if stack:
        pairs.append(Pair(stack[0].at, None))
    return Pairing(tuple(sorted(pairs, key=lambda p: p.open)), tuple(strays))


def _partner(stack: list[Mark], mark: Mark) -> int | None:
    """The innermost open mark of the same family."""
    return next((k for k in reversed(range(len(stack))) if stack[k].family == mark.family), None)


def _closes_after_all(marks: list[Mark], k: int) -> bool:
    """«"وظيفة شاغرة "بسبب»: a straight mark on the wrong side of its space, where no closing one follows."""
    following = (m for m in marks[k + 1 : k + _AHEAD] if m.family == marks[k].family)
    after = next(following, None)
    return marks[k].char in _STRAIGHT and (after is None or after.side is Side.OPENS)


def _nests(marks: list[Mark], k: int) -> bool:
    """True when two closing marks come before the next opening one: a quotation in a quotation."""
    closing = 0
    for mark in marks[k + 1 : k + _AHEAD]:
        if mark.family != marks[k].family:
            continue
        if mark.side is Side.OPENS:
            return False
        closing += 1
        if closing == 2:
            return True
    return False
