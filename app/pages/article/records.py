"""The records that the article page shows. Offsets count from the start of the text."""

from __future__ import annotations

from dataclasses import dataclass

from app.web.copied import Copy
from app.web.curated import Correction
from app.web.marking import Stretch
from app.web.named import Named


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    title: str | None
    byline: str | None
    url: str | None
    language: str
    file_name: str
    outlet: Named | None
    published: str | None
    basis: str
    evidence: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (``n`` counts from 1) or a heading (``n`` is None)."""

    n: int | None
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SentencePlace:
    paragraph: int
    n: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unused:
    """A block of the text that is not mined, with its reason."""

    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateFound:
    """An expression of time; ``edtf`` is None for durations and words that cannot be placed."""

    paragraph: int
    start: int
    end: int
    text: str
    kind: str
    edtf: str | None
    anchor: str | None


@dataclass(frozen=True, slots=True)
class ActorFound:
    """An actor with the spellings seen in this article and how often, and where they stand."""

    actor: Named
    kind: str
    known: bool
    mentions: tuple[Stretch, ...]
    spellings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A medium the words came through, with the words that say so."""

    medium: Named
    cue: str | None


@dataclass(frozen=True, slots=True)
class StatementFound:
    id: str
    paragraph: int
    sentence: int
    speaker: Named
    named: bool
    quote: str
    modality: str
    edtf: str | None
    date_text: str | None
    verb: Stretch
    content: Stretch
    quoted: tuple[Stretch, ...]
    chain: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EventFound:
    """A telling: ``id`` is its own, ``event`` the id of the event it tells, ``dated_elsewhere`` the date that
    this has by other tellings where the telling itself has none."""

    id: str
    event: str
    paragraph: int
    sentence: int
    type: str
    status: str
    headline_ar: str
    headline_en: str
    edtf: str | None
    date_text: str | None
    clause: Stretch
    core: tuple[Stretch, ...]
    parties: tuple[Named, ...]
    sources: int
    dated_elsewhere: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the page is made of, read from the tables in a fixed number of queries."""

    article: Article
    lines: tuple[Line, ...]
    sentences: tuple[SentencePlace, ...]
    unused: tuple[Unused, ...]
    dates: tuple[DateFound, ...]
    actors: tuple[ActorFound, ...]
    statements: tuple[StatementFound, ...]
    events: tuple[EventFound, ...]
    copies: tuple[Copy, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """An article in the list, with its counts."""

    id: str
    title: str | None
    language: str
    file_name: str
    opening: str
    outlet: Named | None
    byline: str | None
    published: str | None
    basis: str
    events: int
    statements: int
    actors: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the list; ``after`` begins the next one, None at the end. ``total`` counts all.

    ``before`` begins the page before, empty where that is the first, None where there is none.
    """

    cards: tuple[Card, ...]
    total: int
    after: str | None
    before: str | None = None
