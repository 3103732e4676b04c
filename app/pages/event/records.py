"""The records that the event page shows. Offsets count from the start of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.web.copied import Copied
from app.web.curated import Correction
from app.web.history import Arrival, Step
from app.web.marking import Stretch
from app.web.named import Link, Named


@dataclass(frozen=True, slots=True)
class Office:
    """An office a participant held on the day."""

    id: str
    name_ar: str
    name_en: str
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class Party:
    actor: Named
    kind: str
    role: str
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """The article a passage stands in."""

    article: str
    title: str | None
    language: str
    outlet: Named | None
    published: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A passage that tells the event: its sentence, the clause in it, and the words that carry it.

    ``claim`` is the id of the statement it stands in, ``speaker`` who made it. ``anchor`` says what
    the date was counted from.
    """

    id: str
    source: Source
    paragraph: int
    sentence: int
    start: int
    text: str
    clause: Stretch
    core: tuple[Stretch, ...]
    beside: tuple[Stretch, ...]
    chain: tuple[Link, ...]
    origin: str
    claim: str | None
    speaker: Named | None
    speaker_named: bool
    status: str
    edtf: str | None
    date_text: str | None
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement about the event, as one article has it."""

    id: str
    source: Source
    paragraph: int
    sentence: int
    start: int
    text: str
    marks: tuple[Stretch, ...]
    speaker: Named
    speaker_named: bool
    modality: str
    quote: str
    edtf: str | None
    chain: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Another event, for links; ``relation`` is how this one is tied to it."""

    id: str
    relation: str
    type: str
    status: str
    headline_ar: str
    headline_en: str
    edtf: str | None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A pair of accounts that cannot both hold, of which this event is one and ``other`` the other.

    ``id`` is its number in the list of contradictions. ``denied_here`` is True where this event is what is
    denied. ``event`` is the one that ``other`` tells, None where it is a statement. Where two sides judge
    this event in opposite ways, ``beside`` is what the one says and ``other`` what the other does.
    """

    id: int
    kind: str
    reasons: tuple[str, ...]
    denied_here: bool
    other: Telling | Said
    event: Other | None
    beside: Said | None = None


@dataclass(frozen=True, slots=True)
class Event:
    id: str
    type: str
    status: str
    headline_ar: str
    headline_en: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    date_text: str | None
    certainty: str
    evidence: str
    background: bool
    origins: int
    place: Named | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the page is made of, read from the tables in a fixed number of queries.

    ``arrivals`` and ``steps`` are what runs of the ingest did to its tellings, ``names`` those of the actors
    that the steps speak of, by slug, ``sources`` the articles of tellings that it lost. ``copies`` are the
    articles that have the text of one that tells it.
    """

    event: Event
    parties: tuple[Party, ...]
    tellings: tuple[Telling, ...]
    claims: tuple[Said, ...]
    conflicts: tuple[Conflict, ...]
    ties: tuple[Other, ...]
    earlier: tuple[Other, ...]
    later: tuple[Other, ...]
    arrivals: tuple[Arrival, ...] = ()
    steps: tuple[Step, ...] = ()
    sources: tuple[Source, ...] = ()
    names: Mapping[str, Named] = field(default_factory=dict)
    copies: Copied = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()

    @property
    def denials(self) -> tuple[Said, ...]:
        """The statements that deny the event, each once."""
        denying = [c.other for c in self.conflicts if c.denied_here and c.kind == "denial_of"]
        return tuple({said.id: said for said in denying if isinstance(said, Said)}.values())
