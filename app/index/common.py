"""Words that stand in many records, each with the set of their keys, kept in memory as sets of actors are.

A word of nearly all records takes a third of a second to be looked up among a million of them. Whatever is
filed under a key keeps its words until the index is rebuilt (``app.index.write``), so a set once read stays
right: only records that came later are asked for the word, and whoever uses a set drops the keys that are no
more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from time import sleep
from typing import Final
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app.index.gather import gathered
from app.index.keys import keys_of, month_of_key
from app.index.read import Keys, Reader, at_or_after
from app.index.tables import ENTRIES
from app.models import IndexEntryRow
from app.models.search import Words, is_one_of, keys_with

#: So many records are looked at to find the common words, and a word is common in one of ``ONE_IN``.
SAMPLE: Final = 2_000
ONE_IN: Final = 20
#: Fewer records are searched at once in any case.
FEW: Final = 5_000
#: So many words are kept at most, in so many bytes, the most common first.
MOST: Final = 100
MOST_BYTES: Final = 24_000_000
#: So many actors have their sets read beforehand, for a word may name many.
ACTORS: Final = 1_000
#: Sets are read in pieces of so many records, so that no page waits long for one.
PIECE: Final = 25_000
#: Seconds of rest after each piece: who reads a page meanwhile takes turns with this thread.
REST: Final = 0.02
#: With later records in more months than these a set is read anew.
MONTHS: Final = 60


@dataclass(frozen=True, slots=True)
class _Kept:
    """The records that have a word, among those ``seen``."""

    having: Keys
    seen: Keys


@dataclass(slots=True)
class _Common:
    """The common words of one database since its index was last rebuilt."""

    epoch: int
    words: dict[str, _Kept] = field(default_factory=dict)


_held: WeakKeyDictionary[Engine, _Common] = WeakKeyDictionary()


def prepare(reader: Reader) -> None:
    """Read the sets of the busiest actors and of the common words, with rests: half a minute for a million
    records, a third of it work."""
    reader.sets("actor", (each.value for each in reader.values("actor", ACTORS)))
    common = _Common(reader.index.epoch)
    room = MOST_BYTES
    for word in _most_common(reader):
        having = Keys()
        for low, high in _pieces(reader.all):
            having.update(_asked(reader, word, low, high))
            sleep(REST)
        having.run_optimize()
        room -= len(having.serialize())
        if room < 0:
            break
        common.words[word] = _Kept(having, reader.all)
    _held[_engine(reader)] = common


def has_common(reader: Reader, words: Words) -> bool:
    """True where one of the sequences is a common word."""
    return not words.prefix and any(_is_common(reader, each) for each in words.sequences)


def keys_of_words(reader: Reader, words: Words) -> Keys:
    """Keys of the records that have one of these sequences of words, some of them no more."""
    common = [] if words.prefix else [each for each in words.sequences if _is_common(reader, each)]
    others = [each for each in words.sequences if each not in common]
    found = Keys(keys_with(reader.session.connection(), [Words(others, words.prefix)]))
    for (word,) in common:
        found |= _having(reader, word)
    return found


def _is_common(reader: Reader, sequence: Iterable[str]) -> bool:
    word, *more = sequence
    return not more and word in _common(reader).words


def _common(reader: Reader) -> _Common:
    common = _held.get(_engine(reader))
    return common if common and common.epoch == reader.index.epoch else _Common(reader.index.epoch)


def _engine(reader: Reader) -> Engine:
    return reader.session.connection().engine


def _having(reader: Reader, word: str) -> Keys:
    """The set of a common word, with the records that came since it was read."""
    words = _common(reader).words
    kept = words[word]
    later = reader.all - kept.seen if reader.all is not kept.seen else None
    if later:
        having = kept.having.copy()
        for low, high in _by_month(later):
            having.update(_asked(reader, word, low, high))
        kept = words[word] = _Kept(having, kept.seen | reader.all)
    return kept.having


def _asked(reader: Reader, word: str, low: int, high: int) -> list[int]:
    return keys_with(reader.session.connection(), [Words([[word]])], within=(low, high))


def _pieces(keys: Keys) -> Iterator[tuple[int, int]]:
    """First and last key of some after some of the keys."""
    for start in range(0, len(keys), PIECE):
        yield keys[start], keys[min(start + PIECE, len(keys)) - 1]


def _by_month(keys: Keys) -> Iterator[tuple[int, int]]:
    """First and last of the keys of each month: what comes later has the last keys of its month."""
    found = []
    first: int | None = keys.min()
    while first is not None:
        end = keys_of(month_of_key(first))[1]
        found.append((first, keys[keys.rank(end - 1) - 1]))
        first = at_or_after(keys, end)
    yield from found if len(found) <= MONTHS else [(keys.min(), keys.max())]


def _most_common(reader: Reader) -> list[str]:
    """The common words, the most common first, as a sample of the records has them."""
    every = reader.all
    if len(every) <= FEW:
        return []
    step = max(1, len(every) // SAMPLE)
    keys = [every[n] for n in range(0, len(every), step)]
    rows = reader.session.execute(
        sa.select(ENTRIES.c.event_id, ENTRIES.c.statement_id).where(is_one_of(IndexEntryRow.key, keys))
    ).all()
    events, statements = ({row[n] for row in rows if row[n] is not None} for n in (0, 1))
    seen = Counter(
        chain.from_iterable(
            set(chain.from_iterable(each.fields)) for each in gathered(reader.session, events, statements)
        )
    )
    return [word for word, count in seen.most_common(MOST) if count * ONE_IN >= len(keys)]
