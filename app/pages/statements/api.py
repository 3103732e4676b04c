"""Statements for programs: a thin layer over the selects of the page."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from app.pages.statements import select
from app.pages.statements.data import as_json
from app.pages.statements.query import PARAMETERS, StatementsQuery
from app.web.api.freshness import Fresh
from app.web.api.models import Listing, Model, Named
from app.web.api.paging import listing
from app.web.api.parameters import LIST, ONE, RecordId, described
from app.web.asked import MOST_VALUES
from app.web.i18n import gettext_noop as _
from app.web.site import Reading

router = APIRouter(tags=["records"])


class Source(Named):
    """A medium that the words came through, the outermost first."""

    cue: str | None = Field(description="The words of the article that say so.")


class Told(Model):
    """An event that the statement tells of, or denies."""

    id: str
    denied: bool


class Statement(Model):
    """One act of saying, as one article has it."""

    id: str
    date: str | None = Field(description="Day it was said, as EDTF.", examples=["2015-09-21"])
    earliest: dt.date | None
    latest: dt.date | None
    date_text: str | None
    speaker: Named
    speaker_named: bool = Field(description="False for a source that the article does not name.")
    verb: str = Field(examples=["وقال"])
    lemma: str = Field(examples=["قال"])
    quote: str = Field(description="direct, indirect or mixed.")
    modality: str
    content: str
    chain: list[Source]
    article: str
    title: str | None
    published: str | None = Field(description="Day of publication, as EDTF.")
    paragraph: int
    sentence: int = Field(description="Number within the paragraph, from 1.")
    events: list[Told]


class Statements(Listing[Statement]):
    """A page of statements."""


def _asked(request: Request) -> StatementsQuery:
    return StatementsQuery.parse(request.query_params.multi_items())


@router.get(
    "/statements",
    summary=_("Statements"),
    description=_("Who said what, in order of the day, the undated last."),
    responses=LIST,
    openapi_extra=described(PARAMETERS, MOST_VALUES),
)
def statements(
    request: Request,
    response: Response,
    query: Annotated[StatementsQuery, Depends(_asked)],
    session: Reading,
    _tag: Fresh,
) -> Statements:
    page, listed = select.page_of(session, query)
    items = [Statement.model_validate(as_json(said)) for said in listed]
    return listing(Statements, request, response, items, page.total, after=page.after, before=page.before)


@router.get(
    "/statements/{id}", summary=_("One statement"), description=_("A statement by its id."), responses=ONE
)
def statement(id: RecordId, session: Reading, _tag: Fresh) -> Statement:
    return Statement.model_validate(as_json(select.one(session, id)))
