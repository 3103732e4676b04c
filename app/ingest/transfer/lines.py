"""The lines of an export, declared once for writing and for checking.

::

    header    format, version, which corpus, how many lines of each kind follow
    article   an article with all that rests on it, in order of public id
    event     an event that several tellings tell; one told once is its telling and has no line
    link      a tie between two records, named by their public ids

Offsets are code points of ``article.text``, the end exclusive. What follows from other fields (words,
public ids of articles, counts, block keys) is not written. Records name each other by id or slug.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, NotRequired

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

from app.domain import edtf
from app.domain.links import LinkKind
from app.domain.records import (
    ActorKind,
    ChainRole,
    EventStatus,
    EventType,
    MentionHow,
    Modality,
    QuoteKind,
    Role,
)
from app.domain.text import Basis, ParagraphKind
from app.domain.time import TimeKind
from app.models import EvidenceRole

VERSION: Final = 1


@lru_cache(maxsize=20_000)
def _dated(value: str) -> str:
    if edtf.is_valid(value):
        return value
    raise ValueError(f"{value!r} is no date of EDTF")


_Edtf = Annotated[str, Field(max_length=80), AfterValidator(_dated)]
_Count = Annotated[int, Field(ge=0, le=2**31 - 1)]
_Slug = Annotated[str, Field(min_length=1, max_length=160)]
_Id = Annotated[str, Field(min_length=1, max_length=64)]
_Rule = Annotated[str, Field(max_length=120)]
_EvidenceKind = Literal["named", "institution", "anonymous", "reports"]
_Certainty = Literal["day", "month", "year", "approximate", "undated"]
_closed = with_config(ConfigDict(extra="forbid", strict=True))


@_closed
class Stretch(TypedDict):
    start: _Count
    end: _Count


class ParagraphPart(Stretch):
    n: _Count | None
    kind: ParagraphKind


class DiscardedPart(Stretch):
    reason: Annotated[str, Field(max_length=40)]


class SentencePart(Stretch):
    paragraph: _Count
    n: _Count


class DatePart(Stretch):
    paragraph: _Count
    kind: TimeKind
    edtf: _Edtf | None
    earliest: date | None
    latest: date | None
    rule: _Rule
    anchor: str | None


class MentionPart(Stretch):
    paragraph: _Count
    how: MentionHow
    office: str | None


@_closed
class ActorPart(TypedDict):
    """An actor as this article describes it."""

    slug: _Slug
    kind: ActorKind
    name_ar: str
    name_en: str
    country: str | None
    wikidata: str | None
    known: bool
    affiliation: str | None
    gender: str | None
    number: str | None
    mentions: list[MentionPart]


class EvidencePart(Stretch):
    role: EvidenceRole


@_closed
class ChainPart(TypedDict):
    """A link of the chain, outermost first; ``cue`` is None for the publisher."""

    role: ChainRole
    actor: _Slug
    cue: Stretch | None


@_closed
class PartyPart(TypedDict):
    actor: _Slug
    role: Role


class DatedPart(TypedDict):
    edtf: _Edtf | None
    earliest: date | None
    latest: date | None
    date_text: str | None
    date_rule: _Rule | None


class PlacedPart(TypedDict):
    place_slug: str | None
    place_ar: str | None
    place_en: str | None
    place_country: str | None


class RecordPart(Stretch, DatedPart):
    """What statements and tellings share; ``profile`` is what matching compares, as JSON."""

    id: _Id
    paragraph: _Count
    sentence: _Count
    evidence_kind: _EvidenceKind
    rule: _Rule
    evidence: list[EvidencePart]
    chain: list[ChainPart]
    profile: dict[str, Any]


class StatementPart(RecordPart):
    speaker: _Slug
    speaker_named: bool
    inferred_by: str | None
    verb: str
    lemma: str
    quote: QuoteKind
    modality: Modality
    content: str


class TellingPart(RecordPart, PlacedPart):
    """``claimed_by`` is the id of the statement it stands in, if any."""

    type: EventType
    status: EventStatus
    headline_ar: str
    headline_en: str
    background: bool
    claimed_by: _Id | None
    origin: _Slug
    participants: list[PartyPart]


@_closed
class CurationPart(TypedDict):
    """What people set right in a record, and by which table of their file; left out where nothing was."""

    entry: str
    record: Literal["actor", "event", "statement"]
    id: _Slug
    fields: str
    note_ar: str | None
    note_en: str | None


@_closed
class HeaderLine(TypedDict):
    """``corpus`` is a hash of all articles: equal for exports of equal articles."""

    record: Literal["header"]
    format: Literal["tasalsul"]
    version: Literal[1]
    corpus: Annotated[str, Field(min_length=1, max_length=24)]
    articles: _Count
    events: _Count
    links: _Count


@_closed
class ArticleLine(TypedDict):
    """``title`` may come from outside the text and then has no ``title_at``; ``outlet`` is a slug."""

    record: Literal["article"]
    key: Annotated[str, Field(min_length=1)]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    fingerprint: Annotated[str, Field(max_length=64)]
    rules_version: Annotated[str, Field(max_length=40)]
    file_name: str
    given_id: str | None
    language: Annotated[str, Field(max_length=16)]
    title: str | None
    title_at: Stretch | None
    byline: str | None
    url: str | None
    outlet: _Slug | None
    published_edtf: _Edtf | None
    published_basis: Basis
    published_evidence: str | None
    text: str
    paragraphs: list[ParagraphPart]
    discarded: list[DiscardedPart]
    sentences: list[SentencePart]
    dates: list[DatePart]
    actors: list[ActorPart]
    statements: list[StatementPart]
    tellings: list[TellingPart]
    curations: NotRequired[list[CurationPart]]


@_closed
class EventLine(DatedPart, PlacedPart):
    """``id`` is that of one of the ``tellings``; participants in order of position."""

    record: Literal["event"]
    id: _Id
    tellings: Annotated[list[_Id], Field(min_length=2)]
    type: EventType
    status: EventStatus
    headline_ar: str
    headline_en: str
    certainty: _Certainty
    evidence_kind: _EvidenceKind
    background: bool
    tellings_count: _Count
    origins_count: _Count
    participants: list[PartyPart]


@_closed
class End(TypedDict):
    """One side of a link: ``event`` stands for a telling."""

    record: Literal["event", "statement"]
    id: _Id


@_closed
class LinkLine(TypedDict):
    record: Literal["link"]
    kind: LinkKind
    source: End
    target: End
    reasons: str


Line = HeaderLine | ArticleLine | EventLine | LinkLine

_LINE: TypeAdapter[Line] = TypeAdapter(Annotated[Line, Field(discriminator="record")])


class LineError(ValueError):
    """``number`` is that of the line, from 1; the message names the field."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(reason)
        self.number = number


def encode(line: Line) -> bytes:
    """One line of UTF-8 JSON with its line end."""
    return _LINE.dump_json(line) + b"\n"


def decode(raw: bytes) -> Line:
    """A checked line; raises ValueError that names the first field that will not do."""
    try:
        return _LINE.validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(map(str, first["loc"][1:])) or "line"
        raise ValueError(f"{where}: {first['msg']}") from error
