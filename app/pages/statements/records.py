"""The records that the list of statements shows. Offsets count from the start of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.web.curated import Correction
from app.web.marking import Mark
from app.web.named import Link, Named


@dataclass(frozen=True, slots=True)
class Told:
    """An event that the statement tells of, or denies."""

    id: str
    headline_ar: str
    headline_en: str
    edtf: str | None
    denied: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """``text`` is the passage around it, from ``start``; ``marks`` are of the layers ``content``,
    ``quoted`` and ``verb``. ``speaker_named`` is False for an anonymous source."""

    id: str
    speaker: Named
    speaker_named: bool
    verb: str
    lemma: str
    quote: str
    modality: str
    content: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    date_text: str | None
    article: str
    title: str | None
    language: str
    outlet: Named | None
    published: str | None
    paragraph: int
    sentence: int
    start: int
    text: str
    marks: tuple[Mark, ...]
    chain: tuple[Link, ...]
    events: tuple[Told, ...]
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A value of a filter, and how many statements fit it and all other filters."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facts:
    """``names`` are those of the speakers and outlets among ``facets``, by slug; ``after`` is the
    place where the page ends, None where nothing follows."""

    found: int
    total: int
    facets: Mapping[str, tuple[Count, ...]]
    names: Mapping[str, Named]
    listed: tuple[Statement, ...]
    after: str | None
