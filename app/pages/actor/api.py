"""Actors for programs: a thin layer over the selects of the pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from app.pages.actor import select, select_list
from app.pages.actor.data import as_json, entry_as_json
from app.pages.actor.query import PARAMETERS, ActorsQuery
from app.web.api.freshness import Fresh
from app.web.api.models import Listing, Model, Named
from app.web.api.paging import LIMIT, limit_of, listing
from app.web.api.parameters import LIST, ONE, RecordId, described
from app.web.i18n import gettext_noop as _
from app.web.site import Reading

router = APIRouter(tags=["sources"])


class Actor(Named):
    """A person, state, body, outlet or unnamed source, and how often it is met."""

    kind: str = Field(examples=["country"])
    country: str | None = Field(description="Slug of its state.")
    known: bool = Field(description="Whether a table of knowledge has it.")
    mentions: int
    articles: int
    events: int
    statements: int
    first: str | None = Field(description="Date of its first event or statement, as EDTF.")
    last: str | None


class Actors(Listing[Actor]):
    """A page of actors."""


class Spelling(Model):
    """How articles name it, and how often."""

    text: str
    how: str
    count: int


class Term(Model):
    """An office held; dates are EDTF. `verified` is false where only general knowledge stands behind them."""

    id: str = Field(examples=["us.president"])
    name_ar: str
    name_en: str
    since: str = Field(alias="from")
    to: str | None
    verified: bool


class Happening(Model):
    """An event that it has a part in."""

    id: str
    type: str
    status: str
    headline_ar: str
    headline_en: str
    date: str | None
    role: str


class Company(Named):
    """Another actor, how many events the two share, and the last of them."""

    count: int
    last: str | None
    last_event: str


class Quoted(Model):
    """A statement by the actor, or one that names it."""

    id: str
    article: str
    paragraph: int
    sentence: int
    speaker: str
    named: bool
    content: str
    quote: str
    modality: str
    date: str | None


class ActorInFull(Named):
    """An actor with all that is known of it. Lists hold the latest, the counts beside them are of all."""

    kind: str
    country: str | None
    wikidata: str | None = Field(examples=["Q159"])
    known: bool
    affiliation: str | None
    articles: int
    mentions: int
    spellings: list[Spelling]
    offices: list[Term]
    event_count: int
    events: list[Happening]
    company: list[Company]
    statement_count: int
    statements: list[Quoted]
    about_count: int
    about: list[Quoted]


def _asked(request: Request) -> tuple[ActorsQuery, int]:
    limit, given = limit_of(request.query_params.multi_items(), PARAMETERS)
    return ActorsQuery.parse(given), limit


@router.get(
    "/actors",
    summary=_("Actors"),
    description=_("Actors, the most often named first unless another order is asked for."),
    responses=LIST,
    openapi_extra=described((*PARAMETERS, LIMIT)),
)
def actors(
    request: Request,
    response: Response,
    asked: Annotated[tuple[ActorsQuery, int], Depends(_asked)],
    session: Reading,
    _tag: Fresh,
) -> Actors:
    query, limit = asked
    found = select_list.load(session, query, limit)
    items = [Actor.model_validate(entry_as_json(entry)) for entry in found.entries]
    return listing(Actors, request, response, items, found.found, after=found.after, before=found.before)


@router.get(
    "/actors/{slug}",
    summary=_("One actor"),
    description=_("An actor by its slug: names, offices, events, company, statements."),
    responses=ONE,
)
def actor(slug: RecordId, session: Reading, _tag: Fresh) -> ActorInFull:
    return ActorInFull.model_validate(as_json(select.load(session, slug)))
