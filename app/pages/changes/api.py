"""What is new, for programs: a thin layer over the select of the page."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import Field

from app.pages.changes import select
from app.pages.changes.data import as_json
from app.pages.changes.query import MOST, PARAMETERS, ChangesQuery
from app.web.api.freshness import Fresh
from app.web.api.models import Listing, Model
from app.web.api.paging import listing
from app.web.api.parameters import LIST, ONE, described
from app.web.filters import read
from app.web.i18n import gettext_noop as _
from app.web.site import Reading

router = APIRouter(tags=["sources"])

#: A run has an address of its own.
_OF_RUNS: Final = tuple(each for each in PARAMETERS if each.name != "run")


class Step(Model):
    """A record that changed; `before` and `after` hold its fields, null where it was not or is no more."""

    change: str = Field(examples=["re-dated"])
    record: str = Field(description="event (as one article tells it) or statement.")
    id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Line(Model):
    """What a run did with one article; `more` counts the changes that are not listed."""

    article: str | None
    file: str
    result: str
    detail: str | None
    records: dict[str, int]
    changes: list[Step]
    more: int


class Run(Model):
    """A run of the ingest: articles by what became of them, records by change, and the first few articles."""

    id: int
    started: dt.datetime
    finished: dt.datetime | None
    rules_version: str
    articles: dict[str, int]
    records: dict[str, int]
    lines: list[Line]


class Runs(Listing[Run]):
    """A page of runs of the ingest."""


def _asked(request: Request) -> ChangesQuery:
    given = request.query_params.multi_items()
    read(_OF_RUNS, given)
    return ChangesQuery.parse(given)


@router.get(
    "/changes",
    summary=_("What is new"),
    description=_("Runs of the ingest, the latest first, with what each added, changed, re-dated and lost."),
    responses=LIST,
    openapi_extra=described(_OF_RUNS),
)
def changes(
    request: Request,
    response: Response,
    query: Annotated[ChangesQuery, Depends(_asked)],
    session: Reading,
    _tag: Fresh,
) -> Runs:
    facts = select.load(session, query)
    total, back = select.count_and_before(session, query)
    before = None if back is None else str(back or "")
    after = None if facts.after is None else str(facts.after)
    items = [Run.model_validate(as_json(run)) for run in facts.runs]
    return listing(Runs, request, response, items, total, after=after, before=before)


@router.get(
    "/changes/{run}",
    summary=_("One run"),
    description=_("A run by its number, with up to a hundred of its articles."),
    responses=ONE,
)
def run(
    run: Annotated[int, Path(description=_("Number, as the list gives it."), ge=1, le=MOST)],
    session: Reading,
    _tag: Fresh,
) -> Run:
    facts = select.load(session, ChangesQuery(run=run, limit=100))
    return Run.model_validate(as_json(facts.runs[0]))
