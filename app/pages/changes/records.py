"""The records that the list of changes shows: what its select returns and its view takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.web.history import Step
from app.web.named import Named


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands in its article now."""

    paragraph: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Line:
    """What a run did with one article; ``title`` and ``outlet`` are None where it is no more.

    ``records`` are those of the change asked for, at most as many as a page shows; ``more`` counts
    the others.
    """

    id: int
    article: str | None
    title: str | None
    outlet: Named | None
    file: str
    result: str
    detail: str | None
    counts: Mapping[str, int]
    records: tuple[Step, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Run:
    """``results`` counts articles by what became of them, ``counts`` records by change; ``lines`` are
    the first of those that are no repetition."""

    id: int
    started: datetime
    finished: datetime | None
    rules: str
    results: Mapping[str, int]
    counts: Mapping[str, int]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """``after`` is where the page ends, None where nothing follows; ``places`` of statements that are
    still there, by id, ``events`` the ids of tellings that are; ``names`` of actors by slug."""

    runs: tuple[Run, ...]
    total: int
    after: int | None
    places: Mapping[str, Place]
    events: frozenset[str]
    names: Mapping[str, Named]
