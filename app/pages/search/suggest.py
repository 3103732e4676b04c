"""Suggestions when a query finds nothing: similar words, or fewer of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.index.names import names_of
from app.index.nearest import near, one_away
from app.index.read import Reader
from app.index.text import Sought, sought
from app.models.search import known_words
from app.pages.search.query import SearchQuery
from app.pages.search.records import Instead
from app.pages.search.select_filters import found

#: So many words of a question are looked at, and so many questions proposed.
LOOKED_AT: Final = 4
PROPOSED: Final = 6
#: So many words are tried for one that finds nothing.
TRIED: Final = 8


def instead(reader: Reader, query: SearchQuery) -> Iterator[Instead]:
    """Questions that find something under the same filters, the most promising first."""
    seen: set[str] = set()
    told = 0
    for kind, text, other in _questions(reader, query):
        if other.q in seen:
            continue
        seen.add(other.q or "")
        count = sum(found(reader, other).counts().values())
        if count:
            yield Instead(kind, other.q or "", text, count)
            told += 1
        if told == PROPOSED:
            return


def _questions(reader: Reader, query: SearchQuery) -> Iterator[tuple[str, str, SearchQuery]]:
    question = query.q or ""
    if query.exact:
        yield "folded", question, query.with_(exact=False)
        return
    wanted = sought(reader, question)
    unknown = [each for each in wanted if not each.forms and not each.slugs]
    for each in unknown[:LOOKED_AT]:
        for word in _nearly(reader, each):
            yield "word", word, query.with_(q=_written(wanted, each, word))
    if any(len(each.wanted.words) > 1 for each in wanted):
        yield "loose", question, query.with_(q=" ".join(w for each in wanted for w in each.wanted.words))
    if len(wanted) > 1:
        for each in (unknown or list(wanted))[:LOOKED_AT]:
            yield "fewer", " ".join(each.wanted.words), query.with_(q=_written(wanted, each, ""))


def _nearly(reader: Reader, each: Sought) -> list[str]:
    """Words of names, then words of texts, that a single word may have been meant for."""
    if len(each.wanted.words) > 1 or len(each.wanted.words[0]) < 3:
        return []
    word = each.wanted.words[0]
    names = near(word, names_of(reader).having)
    texts = sorted(known_words(reader.session.connection(), one_away(word)) - {word, *names})
    return [*names, *texts][:TRIED]


def _written(wanted: tuple[Sought, ...], changed: Sought, word: str) -> str:
    """The question with one of its words replaced, or left out."""
    return " ".join(filter(None, (word if each is changed else _own(each) for each in wanted)))


def _own(each: Sought) -> str:
    words = " ".join(each.wanted.words)
    if len(each.wanted.words) > 1:
        return f'"{words}"'
    return words + "*" if each.wanted.prefix else words
