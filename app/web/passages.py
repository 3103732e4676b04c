"""A passage divided into marked and unmarked pieces, for templates that never see offsets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    marked: bool


def pieces(text: str, marks: Iterable[tuple[int, int]], *, start: int = 0) -> tuple[Piece, ...]:
    """``text`` with the stretches ``marks`` marked; offsets count from ``start``, overlaps merge.

    The pieces joined are the text again; marks outside it are cut off.
    """
    cut: list[Piece] = []
    at = 0
    for first, last in sorted((max(0, a - start), min(len(text), b - start)) for a, b in marks):
        if last <= at or first >= last:
            continue
        if first > at:
            cut.append(Piece(text[at:first], False))
        begin = max(at, first)
        if cut and cut[-1].marked and begin == at:
            cut[-1] = Piece(cut[-1].text + text[begin:last], True)
        else:
            cut.append(Piece(text[begin:last], True))
        at = last
    if at < len(text):
        cut.append(Piece(text[at:], False))
    return tuple(cut)
