"""Words within a given edit distance: letters inserted, left out, changed or swapped. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

_ARABIC: Final = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"


def one_away(word: str) -> Iterator[str]:
    """Every folded word that one change makes of this one; a few hundred, most of them no words."""
    letters = _LATIN if word.isascii() else _ARABIC
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in letters)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters if letter != tail[0])
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]


def near(word: str, others: Iterable[str]) -> list[str]:
    """Those of the other words that are nearly this one, the nearest first: one change in a short
    word, two in a longer one."""
    most = 1 if len(word) < 6 else 2
    found = sorted((distance(word, other, most), other) for other in others if other != word)
    return [other for away, other in found if away <= most]


def distance(one: str, other: str, most: int) -> int:
    """Changes from one word to the other (Damerau-Levenshtein, no stretch changed twice); more than
    ``most`` are not counted to their end."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]
