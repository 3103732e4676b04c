"""An event in full for programs: a thin layer over the select of the page."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter
from pydantic import Field

from app.pages.event import select
from app.pages.event.data import as_json
from app.web.api.freshness import Fresh
from app.web.api.models import Correction, Medium, Model, Named
from app.web.api.parameters import ONE, RecordId
from app.web.i18n import gettext_noop as _
from app.web.site import Reading

router = APIRouter(tags=["records"])


class Plover(Model):
    """Codes of the Political Language Ontology for Verifiable Event Records, null where it has none."""

    event: str | None = Field(examples=["CONSULT"])
    mode: str | None
    context: str | None


class Cameo(Model):
    """Code of Conflict and Mediation Event Observations, null where it has none."""

    code: str | None = Field(examples=["046"])
    name: str | None


class When(Model):
    """A date with its bounds, both inclusive; null where a side is open."""

    edtf: str | None = Field(examples=["2015-10-05"])
    earliest: dt.date | None
    latest: dt.date | None
    text: str | None = Field(description="The article's own words.")
    certainty: str


class Office(Model):
    """An office held on the day, known from tables and not from the article, hence `inferred`."""

    name_ar: str
    name_en: str
    since: str = Field(alias="from")
    to: str | None
    inferred: bool


class Participant(Named):
    """An actor's part in the event."""

    kind: str
    role: str
    offices: list[Office]


class Telling(Model):
    """The event as one article tells it: `start` and `end` bound the clause in the article's text."""

    id: str
    article: str
    outlet: str | None
    published: str | None
    paragraph: int
    sentence: int
    start: int
    end: int
    text: str
    status: str
    date: str | None
    date_text: str | None
    chain: list[Medium]
    origin: str
    claimed_by: str | None = Field(description="Id of the statement it stands in.")
    same_text_in: list[str] = Field(description="Articles that tell it in the same text: no other origin.")


class Said(Model):
    """A statement about the event."""

    id: str
    article: str
    paragraph: int
    sentence: int
    speaker: str
    named: bool
    modality: str
    quote: str
    said: str | None
    chain: list[Medium]


class Link(Model):
    """Another event, and how this one is tied to it."""

    relation: str
    event: str
    reasons: list[str]


class Against(Model):
    """An account that cannot hold beside this one."""

    id: int = Field(description="Number of the pair, as in `/contradictions`.")
    kind: str = Field(description="denial_of or differs.")
    reasons: list[str] = Field(description="Why the two were paired.")
    other: str = Field(description="Id of the statement or of the telling on the other side.")
    event: str | None = Field(description="The event that is told there, null for a statement.")
    beside: str | None = Field(
        description="Of two statements that judge the event, the one that `other` is not."
    )


class EventInFull(Model):
    """An event with everything that is known of it."""

    id: str
    type: str
    plover: Plover
    cameo: Cameo
    status: str
    headline_ar: str
    headline_en: str
    date: When
    place: Named | None
    participants: list[Participant]
    independent_sources: int
    best_origin: str
    tellings: list[Telling]
    statements: list[Said]
    set_right: list[Correction] = Field(description="What people set right in it, over the rules.")
    denials: list[Said]
    contradictions: list[Against]
    links: list[Link]


@router.get(
    "/events/{id}",
    summary=_("One event"),
    description=_(
        "An event by its id or by that of a telling: as every article tells it, with spans, chains and links."
    ),
    responses=ONE,
)
def event(id: RecordId, session: Reading, _tag: Fresh) -> EventInFull:
    return EventInFull.model_validate(as_json(select.load(session, id)))
