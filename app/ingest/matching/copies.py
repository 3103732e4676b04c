"""Is one article a copy of another: the same wire text under another head, cut, by another byline?

What is compared are runs of four folded words (shingles) of the narration: what stands in quotation
marks is left out, for two reporters may quote one speech. Of the shorter text at least half must stand
in the other. Candidates are found by min-hashing (Broder 1997) in bands (Indyk and Motwani 1998): the
whole body and its opening each give some keys, and two texts are compared only where they share a key.
A text cut to its first paragraphs has its opening in common with the whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from struct import unpack
from typing import Final

from app.languages.ar.normalise import fold_text

#: Words of a run, and runs that a text must at least have to be told from a chance likeness.
RUN: Final = 4
LEAST: Final = 30
#: Words of two equal bodies that are no coincidence: «more to follow» is shorter.
FEWEST: Final = 8
#: Share of the shorter text's runs that stand in the other.
COPIED: Final = 0.5
#: Runs that make up the opening.
OPENING: Final = 80
#: Bands of the whole and as many of the opening, of so many least values each. Texts that have a share
#: s of all their runs in common meet in one with probability 1 - (1 - s³)¹²: 0.99 at 0.7, 0.02 at 0.12.
BANDS: Final = 12
ROWS: Final = 3
#: So many numbers are compared with a mask one by one.
FEW: Final = 12


def _numbers(texts: Iterable[bytes]) -> tuple[int, ...]:
    """Numbers of 64 bits that any machine at any time makes of the words."""
    digests = b"".join([blake2b(text, digest_size=8).digest() for text in texts])
    return unpack(f">{len(digests) // 8}Q", digests)


def _number(text: str) -> int:
    return _numbers([text.encode(errors="surrogatepass")])[0]


_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"[^"\n]*"')
#: The order of numbers by their exclusive or with a random one is a random permutation of them.
_MASKS: Final = tuple(_number(f"mask {n}") for n in range(2 * BANDS * ROWS))


def shingles(paragraphs: Iterable[str]) -> tuple[int, ...]:
    """Every run of the narration once, in order, as a number of 64 bits; none crosses a paragraph."""
    found: dict[int, None] = {}
    for paragraph in paragraphs:
        told = " ".join(_WORD.findall(_QUOTED.sub(" ", fold_text(paragraph))))
        words = told.encode(errors="surrogatepass").split()
        runs = zip(*(islice(words, n, None) for n in range(RUN)), strict=False)
        found |= dict.fromkeys(_numbers(map(b" ".join, runs)))
    return tuple(found)


def keys(runs: Sequence[int]) -> tuple[int, ...]:
    """Where a text is looked for, as signed numbers of 64 bits; none for one that is too short."""
    if len(runs) < LEAST:
        return ()
    half = BANDS * ROWS
    return tuple(sorted({*_bands(runs, _MASKS[:half]), *_bands(runs[:OPENING], _MASKS[half:])}))


def whole(paragraphs: Sequence[str]) -> int | None:
    """A key that only the very same words have, quotations and all; None for too few to say anything."""
    words = [_WORD.findall(fold_text(paragraph)) for paragraph in paragraphs]
    if sum(map(len, words)) < FEWEST:
        return None
    return _number("\n".join(map(" ".join, words))) - (1 << 63)


def shared(runs: Collection[int], others: Collection[int]) -> tuple[float, float]:
    """Which share of each of two texts stands in the other."""
    common = len(set(runs) & set(others))
    return (common / len(runs), common / len(others)) if common else (0.0, 0.0)


def is_copy(runs: Collection[int], others: Collection[int]) -> bool:
    return min(len(runs), len(others)) >= LEAST and max(shared(runs, others)) >= COPIED


def _bands(runs: Sequence[int], masks: Sequence[int]) -> Iterator[int]:
    ordered = sorted(runs)
    least = [_least(ordered, mask) for mask in masks]
    for n in range(0, len(least), ROWS):
        key = _number(f"{masks[n]} {least[n : n + ROWS]}")
        yield key - (1 << 63)


def _least(ordered: Sequence[int], mask: int) -> int:
    """The least exclusive or of the mask with any of some numbers in order.

    Numbers that begin as the mask does stand together, so they are halved bit by bit until few are left.
    """
    first, end = 0, len(ordered)
    begun, bit = 0, 1 << 63
    while bit and end - first > FEW:
        border = begun | bit
        middle = bisect_left(ordered, border, first, end)
        if (mask & bit and middle < end) or middle == first:
            first, begun = middle, border
        else:
            end = middle
        bit >>= 1
    return min(map(mask.__xor__, ordered[first:end]))
