"""What the index knows of a record: a term for each value of each facet. Pure.

=============  =====================================================================
facet          values
=============  =====================================================================
``all``        ``-``, for every record
``kind``       ``event``, ``statement``
``type``       of an event             ``status``     of an event
``modality``   of a statement          ``certainty``  quality of the date
``evidence``   best origin behind it   ``place``      slug
``outlet``     slugs of the papers that tell it
``actor``      slugs of its parties, of a statement its speaker
``state``      slugs of the states in whose lanes its parties stand; ``-``: one stands in none
``parties``    how many it has
``company``    ``ru:2``, ``ru:3`` …: it has that many parties of one state, or more
``day``        ordinal of its date     ``published``  month of its first publication
=============  =====================================================================
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.index.keys import month_of, reach

Term = tuple[str, str]
NONE: Final = "-"
EVENT: Final = "event"
STATEMENT: Final = "statement"
ALL: Final[Term] = ("all", NONE)


@dataclass(frozen=True, slots=True)
class Party:
    """An actor; ``state`` is the slug of the state whose lane shows it, None where none does."""

    slug: str
    state: str | None


@dataclass(frozen=True, slots=True)
class When:
    """Ordinals as in ``IndexEntryRow``: the day, the bounds, the first publication."""

    day: int
    first: int | None
    last: int | None
    published: int

    @classmethod
    def of(cls, day: int | None, earliest: date | None, latest: date | None, published: date | None) -> When:
        """An open side counts only as far as it is known: «since 2015» is no event of 2021."""
        first, last = earliest or latest, latest or earliest
        return cls(
            day or 0,
            first.toordinal() if first else None,
            last.toordinal() if last else None,
            published.toordinal() if published else 0,
        )

    @property
    def reach(self) -> int:
        return reach(self.day, self.first, self.last)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A record on its way into the index; ``fields`` are the words of each of its texts."""

    kind: str
    id: int
    when: When
    terms: frozenset[Term]
    fields: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> int:
        """A hash of the words, of 64 bits with a sign, as databases have them."""
        words = "\n".join(map(" ".join, self.fields)).encode()
        return int.from_bytes(hashlib.blake2b(words, digest_size=8).digest(), "big", signed=True)


def terms(
    own: Iterable[Term], when: When, parties: Iterable[Party], outlets: Iterable[str]
) -> frozenset[Term]:
    """All terms of a record; ``own`` are those of its own columns."""
    found = set(own)
    found.add(ALL)
    found.add(("published", str(month_of(when.published))))
    if when.day:
        found.add(("day", str(when.day)))
    found.update(("outlet", slug) for slug in outlets)
    found.update(_of_parties(list(parties)))
    return frozenset(found)


def _of_parties(parties: list[Party]) -> Iterator[Term]:
    yield "parties", str(len(parties))
    if not parties:
        yield "state", NONE
    crowds: Counter[str] = Counter()
    for party in parties:
        yield "actor", party.slug
        yield "state", party.state or NONE
        if party.state:
            crowds[party.state] += 1
            if crowds[party.state] > 1:
                yield "company", f"{party.state}:{crowds[party.state]}"


def certainty(edtf: str | None, day: int | None, earliest: date | None, latest: date | None) -> str:
    """The quality of a statement's date: day, month, year, approximate or undated."""
    if day is None:
        return "undated"
    if earliest is None or latest is None or set(edtf or "") & set("~?%"):
        return "approximate"
    if earliest == latest:
        return "day"
    return "year" if len(edtf or "") == 4 else "month"
