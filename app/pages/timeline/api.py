"""Events, and the counts of a view, for programs: a thin layer over the selects of the page."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from app.errors import QueryError
from app.pages.timeline import select, select_counts
from app.pages.timeline.data import as_json
from app.pages.timeline.query import PARAMETERS, TimelineQuery
from app.web.api.freshness import Fresh
from app.web.api.models import Count, Listing, Model, Named, NamedCount
from app.web.api.paging import listing
from app.web.api.parameters import LIST, described
from app.web.asked import MOST_VALUES
from app.web.filters import choice, read
from app.web.i18n import gettext_noop as _
from app.web.named import names_of
from app.web.site import Reading

router = APIRouter(tags=["records"])

_INTERVAL: Final = choice("interval", select_counts.INTERVALS, default="month")
_OF_EVENTS: Final = tuple(
    choice("kind", ("event",)) if parameter.name == "kind" else parameter for parameter in PARAMETERS
)
#: A count has no pages.
_OF_COUNTS: Final = tuple(each for each in PARAMETERS if each.name not in ("after", "limit", "order"))


class Party(Named):
    """An actor's part in a record."""

    role: str = Field(examples=["participant"])
    lane: str | None = Field(description="Slug of the state whose lane shows it.")


class Record(Model):
    """An event in short; its own address has everything."""

    id: str
    kind: str
    type: str = Field(examples=["talks"])
    status: str = Field(examples=["occurred"])
    date: str | None = Field(description="EDTF.", examples=["2015-09-21", "2015-10~", "../2015-10-05"])
    earliest: dt.date | None = Field(description="First day that the date allows; null where it is open.")
    latest: dt.date | None = Field(description="Last day that the date allows; null where it is open.")
    certainty: str = Field(description="day, month, year, approximate or undated.")
    date_text: str | None = Field(description="The article's own words for the date.")
    headline_ar: str
    headline_en: str
    content: str | None = Field(description="The words of a statement; null for an event.")
    place: Named | None
    actors: list[Party]
    independent_sources: int
    outlets: list[Named]
    article: str | None = Field(description="Id of the first article that tells it.")
    published: dt.date | None = Field(description="Day of the first article that tells it.")


class Records(Listing[Record]):
    """A page of events and statements."""


class Facets(Model):
    """The values of each filter that anything would be found under, with how much."""

    total: int
    state: list[NamedCount]
    actor: list[NamedCount] = Field(description="The 300 busiest.")
    outlet: list[NamedCount]
    kind: list[Count]
    type: list[Count]
    status: list[Count]
    modality: list[Count]
    certainty: list[Count]
    evidence: list[Count]


class Stretch(Model):
    """A day, month or year, with the records that stand in it (an approximate date on the day it names)."""

    date: str = Field(description="EDTF level 0.", examples=["2015-09"])
    events: int
    statements: int


class Histogram(Model):
    """Numbers of records by stretch of time; stretches without any are left out."""

    total: int
    undated: int = Field(description="Records that stand in no stretch.")
    stretches: list[Stretch]


def _events(request: Request) -> TimelineQuery:
    given = request.query_params.multi_items()
    for name, value in given:
        if name == "kind" and value not in ("", "event"):
            raise QueryError(name, value, ("event",))
    return TimelineQuery.parse(given).with_(kind="event", after=dict(given).get("after") or None)


def _counted(request: Request) -> TimelineQuery:
    given = [pair for pair in request.query_params.multi_items() if pair[0] != _INTERVAL.name]
    read(_OF_COUNTS, given)
    return TimelineQuery.parse(given)


def _interval(request: Request) -> str:
    given = request.query_params.multi_items()
    values = read((_INTERVAL,), [pair for pair in given if pair[0] == _INTERVAL.name])
    return values.get(_INTERVAL.name, ("month",))[0]


@router.get(
    "/events",
    summary=_("Events"),
    description=_("The events of a view in order, the undated last."),
    responses=LIST,
    openapi_extra=described(_OF_EVENTS, MOST_VALUES),
)
def events(
    request: Request,
    response: Response,
    query: Annotated[TimelineQuery, Depends(_events)],
    session: Reading,
    _tag: Fresh,
) -> Records:
    page, records = select.page_of(session, query)
    items = [Record.model_validate(as_json(record)) for record in records]
    return listing(Records, request, response, items, page.total, after=page.after, before=page.before)


@router.get(
    "/facets",
    summary=_("Counts by filter"),
    description=_(
        "How many records of a view of events and statements each value of each filter would leave."
    ),
    responses=LIST,
    openapi_extra=described(_OF_COUNTS, MOST_VALUES),
)
def facets(query: Annotated[TimelineQuery, Depends(_counted)], session: Reading, _tag: Fresh) -> Facets:
    total, found = select_counts.choices(session, query)
    named: dict[str, Any] = {
        name: [NamedCount.model_validate(names_of(each) | {"count": each.count}) for each in having]
        for name, having in (("state", found.states), ("actor", found.actors), ("outlet", found.outlets))
    }
    counted: dict[str, Any] = {
        name: [Count(value=value, count=count) for value, count in values.items()]
        for name, values in found.choices.items()
    }
    return Facets(total=total, **named, **counted)


@router.get(
    "/histogram",
    summary=_("Counts over time"),
    description=_("How many events and statements of a view begin in each day, month or year."),
    responses=LIST,
    openapi_extra=described((*_OF_COUNTS, _INTERVAL), MOST_VALUES),
)
def histogram(
    query: Annotated[TimelineQuery, Depends(_counted)],
    interval: Annotated[str, Depends(_interval)],
    session: Reading,
    _tag: Fresh,
) -> Histogram:
    found = select_counts.histogram(session, query, interval)
    stretches = [Stretch(date=s.date, events=s.events, statements=s.statements) for s in found.stretches]
    return Histogram(total=found.total, undated=found.undated, stretches=stretches)
