"""The records that the pages of actors show: what their selects return and their views take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.web.curated import Correction
from app.web.named import Named


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """When a record stands: the ordinal of its day, how many days it may be off, its date as EDTF."""

    day: int
    width: int
    edtf: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the list, with its counts; ``id`` is its row in the tables, ``first`` and ``last`` tell
    when its first and last event or statement stand, None where none has a day."""

    id: int
    actor: Named
    kind: str
    country: str | None
    known: bool
    mentions: int
    articles: int
    events: int = 0
    statements: int = 0
    first: Moment | None = None
    last: Moment | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by, and how many actors have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the list; ``found`` counts all that the filters leave, ``after`` begins the next page.

    ``before`` begins the page before, empty where that is the first, None where there is none.
    """

    entries: tuple[Entry, ...]
    found: int
    total: int
    kinds: tuple[Choice, ...]
    countries: tuple[Choice, ...]
    after: str | None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    text: str
    how: str
    count: int


@dataclass(frozen=True, slots=True)
class Term:
    """A person in an office; ``since`` and ``until`` are EDTF, ``first`` and ``last`` the days they begin on
    (None: not over when the tables were written). ``verified`` is False where only general knowledge stands
    behind the dates."""

    office: Named
    person: Named
    since: str
    until: str | None
    first: date
    last: date | None
    verified: bool


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """An office with who held it; ``known`` are the slugs of those that some article names."""

    office: Named
    country: str | None
    terms: tuple[Term, ...]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in which the actor has a part; ``day`` is the ordinal it stands on, None if undated."""

    id: str
    type: str
    status: str
    headline_ar: str
    headline_en: str
    edtf: str | None
    day: int | None
    role: str


@dataclass(frozen=True, slots=True)
class Company:
    """Another actor, how many events it shares with this one, and the last of them."""

    actor: Named
    kind: str
    count: int
    last: str | None
    last_event: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors, and by their numbers (the lower first) in how many events two of them take part together."""

    actors: tuple[Named, ...]
    shared: Mapping[tuple[int, int], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement by the actor, or one that names it."""

    id: str
    article: str
    paragraph: int
    sentence: int
    speaker: Named
    speaker_named: bool
    content: str
    language: str
    quote: str
    modality: str
    edtf: str | None
    outlet: Named | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """An article; ``published`` is EDTF, None where it is not known."""

    id: str
    title: str
    language: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Naming:
    """An article that names the actor, how often, and in which paragraph first (None: in its title)."""

    paper: Paper
    mentions: int
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Actor:
    named: Named
    kind: str
    country: str | None
    wikidata: str | None
    known: bool
    affiliation: Named | None
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the page is made of. Lists are cut; the counts beside them are of everything.

    ``terms`` are the offices that a person held, ``holders`` those who held what is itself an office,
    ``papers`` the articles that a medium brought out, ``naming`` those that name the actor most often.
    """

    actor: Actor
    spellings: tuple[Spelling, ...]
    terms: tuple[Term, ...]
    events: tuple[Happening, ...]
    event_count: int
    undated: int
    days: tuple[tuple[int, int], ...]
    company: tuple[Company, ...]
    said: tuple[Quoted, ...]
    said_count: int
    about: tuple[Quoted, ...]
    about_count: int
    outlets: tuple[tuple[Named, int], ...]
    matrix: Matrix | None = None
    holders: OfficeFacts | None = None
    corrections: tuple[Correction, ...] = ()
    papers: tuple[Paper, ...] = ()
    paper_count: int = 0
    naming: tuple[Naming, ...] = ()
