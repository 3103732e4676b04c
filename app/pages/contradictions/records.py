"""The records that the list of contradictions shows. Offsets count from the start of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.web.marking import Stretch
from app.web.named import Link, Named


@dataclass(frozen=True, slots=True)
class Way:
    """The media outermost first, then who spoke; ``named`` is False for an anonymous source."""

    links: tuple[Link, ...]
    speaker: Named | None
    named: bool


@dataclass(frozen=True, slots=True)
class Source:
    """The article a passage stands in."""

    article: str
    language: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One account: a statement, or an event as an article tells it (then with ``event``)."""

    record: str
    source: Source
    paragraph: int
    sentence: int
    start: int
    text: str
    marks: tuple[Stretch, ...]
    chain: Way
    edtf: str | None
    event: str | None
    headline_ar: str
    headline_en: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts that cannot both hold. ``kind`` and ``reasons`` are those of the link; of a denial
    ``one`` is what is denied and ``other`` the denial."""

    id: int
    kind: str
    reasons: tuple[str, ...]
    one: Side
    other: Side


@dataclass(frozen=True, slots=True)
class Facts:
    """``counts`` by what accounts are opposed in; ``after`` where the next page begins, ``before``
    that before this one (0: the first, None: there is none)."""

    pairs: tuple[Pair, ...]
    counts: Mapping[str, int]
    total: int
    after: int | None
    before: int | None = None
