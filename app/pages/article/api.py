"""Articles for programs: a thin layer over the selects of the pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from app.pages.article import select, select_list
from app.pages.article.data import as_json, card_as_json
from app.pages.article.query_list import PARAMETERS, ArticlesQuery
from app.web.api.freshness import Fresh
from app.web.api.models import Correction, Listing, Medium, Model, Named, Words
from app.web.api.paging import LIMIT, limit_of, listing
from app.web.api.parameters import LIST, ONE, RecordId, described
from app.web.i18n import gettext_noop as _
from app.web.site import Reading

router = APIRouter(tags=["sources"])


class Article(Model):
    """An article in short; its own address has its text and every finding."""

    id: str
    title: str | None
    language: str = Field(examples=["ar"])
    outlet: Named | None
    byline: str | None
    published: str | None = Field(description="EDTF.")
    basis: str = Field(description="How the date is known: supplied, stated, inferred or unknown.")
    opening: str
    events: int
    statements: int
    actors: int


class Articles(Listing[Article]):
    """A page of articles."""


class Published(Model):
    """Day of publication (EDTF), how it is known, and the words that say it."""

    edtf: str | None
    basis: str
    evidence: str | None


class Paragraph(Words):
    """A paragraph, numbered from 1, or a heading without a number."""

    n: int | None
    kind: str


class Discarded(Words):
    """A stretch that is no part of the story, and why."""

    reason: str


class DateFound(Words):
    """An expression of time: its value if it has one, and what it was counted from."""

    paragraph: int
    edtf: str | None
    anchor: str | None


class ActorFound(Named):
    """An actor and where it is named."""

    kind: str
    known: bool
    mentions: list[Words]


class StatementFound(Model):
    """Who said what, and where."""

    id: str
    paragraph: int
    sentence: int
    speaker: str
    named: bool
    verb: Words
    content: Words
    quoted: list[Words]
    quote: str
    modality: str
    said: str | None
    chain: list[Medium]


class EventFound(Words):
    """An event as the article tells it; `words` carry it, `event` is the id of the event itself."""

    id: str
    event: str
    paragraph: int
    sentence: int
    type: str
    status: str
    headline_ar: str
    headline_en: str
    date: str | None
    participants: list[str]
    words: list[Words]


class SameText(Model):
    """Another article with the same text, and how much of this one's narration stands in it (0 to 1)."""

    article: str
    title: str
    outlet: str | None
    published: str | None
    shared: float


class ArticleInFull(Model):
    """An article, its text, and every finding with the words it rests on."""

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    language: str
    published: Published
    same_text_in: list[SameText]
    text: str
    paragraphs: list[Paragraph]
    discarded: list[Discarded]
    dates: list[DateFound]
    actors: list[ActorFound]
    statements: list[StatementFound]
    events: list[EventFound]
    set_right: list[Correction] = Field(description="What people set right in it, over the rules.")


def _asked(request: Request) -> tuple[ArticlesQuery, int]:
    limit, given = limit_of(request.query_params.multi_items(), PARAMETERS)
    return ArticlesQuery.parse(given), limit


@router.get(
    "/articles",
    summary=_("Articles"),
    description=_("Articles, the latest first unless another order is asked for."),
    responses=LIST,
    openapi_extra=described((*PARAMETERS, LIMIT)),
)
def articles(
    request: Request,
    response: Response,
    asked: Annotated[tuple[ArticlesQuery, int], Depends(_asked)],
    session: Reading,
    _tag: Fresh,
) -> Articles:
    found = select_list.load(session, *asked)
    items = [Article.model_validate(card_as_json(card)) for card in found.cards]
    return listing(Articles, request, response, items, found.total, after=found.after, before=found.before)


@router.get(
    "/articles/{id}",
    summary=_("One article"),
    description=_("An article by its id, with its text and findings."),
    responses=ONE,
)
def article(id: RecordId, session: Reading, _tag: Fresh) -> ArticleInFull:
    return ArticleInFull.model_validate(as_json(select.load(session, id)))
