"""Under which keys, on which days, matching finds a telling or a statement again.

A state of which the papers are full takes part in thousands of events within two months. So a telling stands
under its keys apart by what its days let it be one with: one of a known day by that day, and by the day it
was published on for those without one; a plan also as a plan. What must have two parties in common is looked
for under keys of two, of which none is that frequent. Statements that repeat each other share runs
of words, of which each stands under some, the same for the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations
from zlib import crc32

from app.domain.codes import FAMILY_OF
from app.domain.links import Saying, Telling
from app.domain.time import DateSpan
from app.ingest.matching.compare import RECIPROCAL, block_keys, is_precise
from app.ingest.matching.outcomes import is_plan
from app.ingest.matching.ties import runs
from app.ingest.storing.rows import Values, sort_day

#: One in so many of its runs of words a statement stands under, and the first in any case.
_SAMPLE = 3


class Side(StrEnum):
    """How a telling stands under a key; the letter ends the key."""

    DAY = "@"
    TOLD = "+"
    VAGUE = "~"
    PLAN = "?"


def telling_keys(telling: Telling) -> Iterator[Values]:
    pairs, single = pair_keys(telling), block_keys(telling)
    for side, day in _sides(telling):
        keys = pairs | single if _stands_singly(telling, side) else pairs
        yield from ({"key": key + side, "day": day} for key in sorted(keys))


def pair_keys(telling: Telling) -> frozenset[str]:
    """Keys that two tellings share which have a block key of two parties in common, and hardly any others."""
    by_family: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(block_keys(telling)):
        by_family[key.partition("|")[0]].append(key)
    return frozenset(
        f"{family}|{crc32(' '.join(pair).encode()):08x}"
        for family, keys in by_family.items()
        for pair in combinations(keys, 2)
    )


def _stands_singly(telling: Telling, side: Side) -> bool:
    """Where one party in common may be enough: a contact and its plan need two."""
    reciprocal = FAMILY_OF[telling.type] in RECIPROCAL
    return side in (Side.DAY, Side.VAGUE) or (side is Side.TOLD and not reciprocal)


def saying_keys(saying: Saying) -> Iterator[Values]:
    """Runs of the speaker's words; the same parties for a denial; the state for judgements."""
    keys = repeats(saying) | {f"about|{party}" for party in saying.about}
    if saying.denies:
        keys |= {f"denies|{party}" for party in saying.about}
    if saying.judges and saying.country:
        keys.add(f"judges|{saying.country.lower()}")
    return ({"key": key, "day": day} for key in sorted(keys) for day in sorted(saying_days(saying)))


def repeats(saying: Saying) -> set[str]:
    """Of statements with the same words all are equal, of those that share many, some are."""
    found = sorted(crc32(" ".join((saying.speaker, *run)).encode()) for run in runs(saying.words))
    return {f"repeats|{mark:08x}" for n, mark in enumerate(found) if n == 0 or mark % _SAMPLE == 0}


def telling_days(telling: Telling) -> set[int]:
    """The days a telling may be looked for: that of the event and that of publication; else 0."""
    return _days(telling.date or telling.window, telling.published)


def saying_days(saying: Saying) -> set[int]:
    """That of speaking and that of publication; else 0."""
    return _days(saying.said, saying.published)


def _days(*spans: DateSpan | None) -> set[int]:
    return {day for span in spans if (day := sort_day(span)) is not None} or {0}


def day_of(telling: Telling) -> int | None:
    """The day of its event where that is known to a day or two."""
    return sort_day(telling.date) if telling.date is not None and is_precise(telling.date) else None


def _sides(telling: Telling) -> Iterator[tuple[Side, int]]:
    days, day = sorted(telling_days(telling)), day_of(telling)
    if day is None:
        yield from ((Side.VAGUE, each) for each in days)
    else:
        yield Side.DAY, day
        yield Side.TOLD, sort_day(telling.published) or 0
    if is_plan(telling):
        yield from ((Side.PLAN, each) for each in days)
