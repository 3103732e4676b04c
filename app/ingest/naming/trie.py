"""Finds phrases of a table in a row of tokens, handling the clitics of Arabic.

A phrase is stored as its folded tokens. Before its first token, the text may have the proclitics
و ف ب ل ك; where ل has fused with the article (للجيش), the fused form counts as the word itself.
Quotation marks and brackets inside a phrase are skipped (تنظيم "الدولة").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from app.domain.text import Token

T = TypeVar("T")

#: An underline joins the words of a hashtag and belongs to none of them.
_WORDS = re.compile(r"[^\W_]+")
MARKS = frozenset("\"'()[]«»“”+")


class Form(NamedTuple):
    """A reading of a token: its folded word and how many letters of proclitics were taken off.

    ``prefix`` holds these letters; a ل fused with the article is in ``prefix`` but not cut off.
    """

    word: str
    cut: int
    prefix: str


@lru_cache(maxsize=100_000)
def forms(fold: str) -> tuple[Form, ...]:
    """The readings of a folded token, the whole word first, then with proclitics taken off."""
    found = [Form(fold, 0, "")]
    if len(fold) > 3 and fold[0] in "وف":
        found.append(Form(fold[1:], 1, fold[0]))
    for form in tuple(found):
        word = form.word
        if len(word) > 4 and word.startswith("لل"):
            found.append(Form("ال" + word[2:], form.cut, form.prefix + "ل"))
        if len(word) > 3 and word[0] in "بلك":
            found.append(Form(word[1:], form.cut + 1, form.prefix + word[0]))
    return tuple(found)


def words_of(folded: str) -> tuple[str, ...]:
    """The words of a folded phrase, marks left out."""
    return tuple(_WORDS.findall(folded))


class Hit(NamedTuple, Generic[T]):
    """A phrase of the table at tokens ``[start, end)``; ``code`` is the country of its adjective."""

    start: int
    end: int
    form: Form
    value: T
    code: str | None


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    value: T | None = None


class Trie(Generic[T]):
    """Phrases by their tokens.

    ``classify`` maps a token to class names that a phrase may use, each with what the token says
    there (a country's code); ``phrases`` are members of a class that have several words.
    """

    def __init__(
        self,
        classify: Callable[[str], tuple[tuple[str, str], ...]] = lambda _: (),
        phrases: Iterable[tuple[tuple[str, ...], str, str]] = (),
    ) -> None:
        self._root: _Node[T] = _Node()
        self._classify = classify
        self._phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for words, label, code in phrases:
            self._phrases.setdefault(words[0], []).append((words[1:], label, code))

    def add(self, words: Sequence[str], value: T) -> None:
        """Store a phrase; the first value stored for a phrase stays."""
        node = self._root
        for word in words:
            child = node.next.get(word)
            if child is None:
                child = node.next[word] = _Node()
            node = child
        if node.value is None:
            node.value = value

    def longest(self, tokens: Sequence[Token], at: int, stop: int) -> Hit[T] | None:
        """The longest phrase that begins at token ``at`` and ends before ``stop``.

        Of a word of three letters a proclitic is taken off only before more words («لبي بي سي»).
        """
        best: Hit[T] | None = None
        word = tokens[at].fold
        short = (Form(word[1:], 1, word[0]),) if len(word) == 3 and word[0] in "وبل" else ()
        for form in (*forms(word), *short):
            for end, value, code in self._walk(self._root, form.word, tokens, at, stop, None):
                if (best is None or end > best.end) and (end > at + 1 or form not in short):
                    best = Hit(at, end, form, value, code)
        return best

    def find(self, words: Sequence[str]) -> tuple[T, str | None] | None:
        """The value of a whole phrase with the country its class names stood for."""
        nodes: list[tuple[_Node[T], str | None]] = [(self._root, None)]
        for word in words:
            labels = ((word, None), *self._classify(word))
            nodes = [(n.next[name], code or c) for n, c in nodes for name, code in labels if name in n.next]
        return next(((n.value, code) for n, code in nodes if n.value is not None), None)

    def _walk(
        self, node: _Node[T], word: str, tokens: Sequence[Token], at: int, stop: int, code: str | None
    ) -> Iterator[tuple[int, T, str | None]]:
        for label, found, end in self._labels(word, tokens, at, stop):
            child = node.next.get(label)
            if child is None:
                continue
            seen = found or code
            if child.value is not None:
                yield end, child.value, seen
            if child.next:
                after = self._skip(tokens, end, stop)
                if after < stop:
                    yield from self._walk(child, tokens[after].fold, tokens, after, stop, seen)

    def _labels(
        self, word: str, tokens: Sequence[Token], at: int, stop: int
    ) -> Iterator[tuple[str, str | None, int]]:
        """The word itself and the classes of it, or of a phrase from it on, with where they end."""
        yield word, None, at + 1
        for label, code in self._classify(word):
            yield label, code, at + 1
        for rest, label, code in self._phrases.get(word, ()):
            end = at + 1 + len(rest)
            if end <= stop and all(tokens[at + 1 + k].fold == w for k, w in enumerate(rest)):
                yield label, code, end

    @staticmethod
    def _skip(tokens: Sequence[Token], at: int, stop: int) -> int:
        while at < stop and tokens[at].fold in MARKS:
            at += 1
        return at
