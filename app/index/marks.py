"""Where the words of a query occur in a text, in its original letters. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from app.index.text import Sought
from app.index.words import places

Stretch = tuple[int, int]
Placed = Sequence[tuple[str, int, int]]


def marks(text: str, sought: Iterable[Sought], *, exact: bool = False) -> tuple[Stretch, ...]:
    """The stretches of ``text`` in which something sought stands, in order."""
    words = list(places(text, exact=exact))
    return tuple(sorted({stretch for each in sought for stretch in _of(each, words, exact=exact)}))


def held(text: str, sought: Iterable[Sought], *, exact: bool = False) -> int:
    """How many of the things sought stand in a text."""
    words = list(places(text, exact=exact))
    return sum(any(_of(each, words, exact=exact)) for each in sought)


def _of(each: Sought, words: Placed, *, exact: bool) -> Iterator[Stretch]:
    prefix = each.wanted.prefix
    for size, forms in _by_size(each, exact):
        for at in range(len(words) - size + 1):
            here = words[at : at + size]
            if _stands(tuple(word for word, _, _ in here), forms, prefix=prefix):
                yield here[0][1], here[-1][2]


@lru_cache(maxsize=256)
def _by_size(each: Sought, exact: bool) -> tuple[tuple[int, frozenset[tuple[str, ...]]], ...]:
    """What is looked for, by the number of its words."""
    forms = {each.wanted.words} if exact else {each.wanted.words, *each.forms}
    return tuple(
        (size, frozenset(form for form in forms if len(form) == size))
        for size in sorted({len(form) for form in forms})
    )


def _stands(here: tuple[str, ...], forms: frozenset[tuple[str, ...]], *, prefix: bool) -> bool:
    if here in forms:
        return True
    return prefix and any(here[:-1] == form[:-1] and here[-1].startswith(form[-1]) for form in forms)
