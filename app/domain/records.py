"""What an article says: actors, statements, events, and the whole as an extraction."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.text import Document, Quotation, Sentence, Span, Token
from app.domain.time import DateMention, DateSpan


class ActorKind(StrEnum):
    PERSON = "person"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    MEDIA = "media"
    MILITARY = "military"
    OFFICE = "office"
    SOURCE = "source"


class MentionHow(StrEnum):
    NAME = "name"
    ALIAS = "alias"
    OFFICE = "office"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor. ``office`` is the office id if a title was read.

    ``phrase`` is the whole noun phrase, title and name together, if it is longer than the name.
    """

    slug: str
    paragraph: int
    span: Span
    how: MentionHow
    office: str | None = None
    phrase: Span | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts, speaks, is spoken to or is named as a party, with all its mentions.

    ``known`` is False for names and descriptions that no table holds. ``affiliation`` is the
    slug of the body or country an anonymous source or unknown person is said to belong to.
    """

    slug: str
    kind: ActorKind
    name_ar: str
    name_en: str
    country: str | None = None
    wikidata: str | None = None
    known: bool = True
    affiliation: str | None = None
    gender: str | None = None
    number: str | None = None
    mentions: tuple[Mention, ...] = ()


class Sign(StrEnum):
    """What made words a candidate for an actor."""

    TABLE = "table"
    PERSON = "person"
    TITLE = "title"
    BODY = "body"
    SOURCE = "source"
    DESCRIPTION = "description"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may stand for an actor, before they are resolved over the whole article.

    ``readings`` are the actors the words can mean (stubs without mentions), ``offices`` the ids of
    the titles read with them, ``head`` the folded noun of a title or description. A candidate that
    is not ``sure`` counts only if its actor is named elsewhere in the article; one that stands in a
    ``place`` ("في سوريا") says where, not who. ``first`` and ``stop`` are token numbers.
    """

    paragraph: int
    span: Span
    phrase: Span
    first: int
    stop: int
    sign: Sign
    how: MentionHow
    readings: tuple[Actor, ...] = ()
    offices: tuple[str, ...] = ()
    head: str = ""
    country: str | None = None
    gender: str | None = None
    number: str | None = None
    sure: bool = True
    place: bool = False


class QuoteKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Modality(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"
    HEDGED = "hedged"
    OFFERED = "offered"
    DEMANDED = "demanded"
    EXPECTED = "expected"


class ChainRole(StrEnum):
    PUBLISHER = "publisher"
    RELAY = "relay"


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A medium the words came through, outermost (the publisher) first; ``cue`` says so."""

    role: ChainRole
    slug: str
    name_ar: str
    name_en: str
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke, as far as the engine can tell. ``inferred_by`` is the coreference rule, None if stated."""

    slug: str
    name_ar: str
    name_en: str
    named: bool
    inferred_by: str | None = None


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A date together with the words it rests on and the rule that chose them."""

    value: DateSpan
    text: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying with content. ``span`` covers source, cue and content."""

    id: str
    paragraph: int
    span: Span
    speaker: Speaker
    source: Span | None
    verb: Span
    lemma: str
    quote: QuoteKind
    content: Span
    quoted: tuple[Span, ...]
    modality: Modality
    chain: tuple[ChainLink, ...]
    said: DatedWords | None
    rule: str


class EventType(StrEnum):
    MEETING = "meeting"
    PHONE_CALL = "phone_call"
    TALKS = "talks"
    AGREEMENT = "agreement"
    PROPOSAL = "proposal"
    INVITATION = "invitation"
    VISIT = "visit"
    AIRSTRIKE = "airstrike"
    MISSILE_STRIKE = "missile_strike"
    SHOOTDOWN = "shootdown"
    AIRSPACE_VIOLATION = "airspace_violation"
    DIPLOMATIC_PROTEST = "diplomatic_protest"
    SUMMONING = "summoning"
    DEPLOYMENT = "deployment"
    WITHDRAWAL = "withdrawal"
    ARMS_SUPPLY = "arms_supply"
    CEASEFIRE = "ceasefire"
    EXERCISE = "exercise"
    SANCTION = "sanction"
    ACCUSATION = "accusation"
    THREAT = "threat"
    REPORT = "report"
    ELECTION = "election"
    INVASION = "invasion"
    COORDINATION = "coordination"
    SEVERED_TIES = "severed_ties"
    HUMANITARIAN_AID = "humanitarian_aid"
    DENIAL = "denial"
    OTHER = "other"


class EventStatus(StrEnum):
    OCCURRED = "occurred"
    PLANNED = "planned"
    ONGOING = "ongoing"
    HYPOTHETICAL = "hypothetical"
    REPORTED = "reported"
    DENIED = "denied"


class Role(StrEnum):
    SOURCE = "source"
    TARGET = "target"
    PARTICIPANT = "participant"
    PLACE_OWNER = "place_owner"


@dataclass(frozen=True, slots=True)
class Participant:
    slug: str
    role: Role


@dataclass(frozen=True, slots=True)
class Place:
    slug: str
    name_ar: str
    name_en: str
    country: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, is planned, proposed, denied or going on, as one article tells it.

    ``span`` is the sentence or clause; ``claimed_by`` is the id of the statement it stands in.
    ``part_of`` is the event it happened in («اتفقا خلاله»), ``precedes`` are the events that the
    text says came after it («جاءت المحادثات عقب اجتماع»); both are ids of this article. Corrections by
    people: ``curated`` names fields that no other telling overrules, ``joined`` and ``apart`` are events of
    any article that are declared the same, or different.
    """

    id: str
    paragraph: int
    span: Span
    type: EventType
    trigger: Span
    headline_ar: str
    headline_en: str
    participants: tuple[Participant, ...]
    date: DatedWords | None
    place: Place | None
    status: EventStatus
    chain: tuple[ChainLink, ...]
    rule: str
    background: bool = False
    claimed_by: str | None = None
    part_of: str | None = None
    precedes: tuple[str, ...] = ()
    curated: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article on its way through the stages; each stage fills one field and changes no other."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    tokens: tuple[Token, ...] = ()
    dates: tuple[DateMention, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """The finished reading of one article, ready to be stored or printed."""

    document: Document
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    rules_version: str = field(default="")
