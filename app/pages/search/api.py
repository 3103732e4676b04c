"""Search for programs: a thin layer over the select of the page."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from app.pages.search import select
from app.pages.search.exports import as_json
from app.pages.search.query import PARAMETERS, SearchQuery
from app.web.api.freshness import Fresh
from app.web.api.models import Model, Named
from app.web.api.parameters import LIST, described
from app.web.asked import MOST_VALUES
from app.web.i18n import gettext_noop as _
from app.web.site import Reading
from app.web.urls import query_string

router = APIRouter(tags=["records"])

T = TypeVar("T")


class Marked(Model):
    """A text with what was found in it: stretches of code points, the end excluded."""

    text: str
    marks: list[list[int]] = Field(examples=[[[0, 5]]])


class Where(Model):
    """The article that a hit stands in, and its place there."""

    article: str
    title: str | None
    outlet: Named | None
    published: str | None = Field(description="EDTF.")
    paragraph: int | None
    sentence: int | None


class EventHit(Model):
    """An event; `told` is the telling that holds most of what is sought."""

    id: str
    type: str
    status: str
    date: str | None
    headline_ar: Marked
    headline_en: Marked
    participants: list[Named]
    told: Marked
    source: Where


class StatementHit(Model):
    """A statement, with its words."""

    id: str
    speaker: Named
    verb: str
    modality: str
    date: str | None
    said: Marked
    source: Where


class PassageHit(Model):
    """A paragraph, or as much of it as shows what was found."""

    excerpt: Marked
    source: Where


class ArticleHit(Model):
    """An article by its title, or by a heading."""

    title: Marked
    heading: Marked | None
    source: Where


class ActorHit(Named):
    """An actor; `spelling` is how articles write it where neither name shows what was sought."""

    kind: str
    records: int = Field(description="Events and statements that it has part in and that fit the filters.")
    spelling: Marked | None


class Hits(Model, Generic[T]):
    """What was found of one kind."""

    count: int = Field(description="How many there are, on all pages together.")
    hits: list[T]
    next: str | None = Field(description="Address of what follows, of this kind alone.")


class ActorHits(Hits[ActorHit]):
    """Actors found."""


class EventHits(Hits[EventHit]):
    """Events found."""


class StatementHits(Hits[StatementHit]):
    """Statements found."""


class PassageHits(Hits[PassageHit]):
    """Paragraphs found."""


class ArticleHits(Hits[ArticleHit]):
    """Articles found by a title."""


class Kinds(Model):
    """What was found, by kind; null where a kind has nothing, or was not asked for."""

    actor: ActorHits | None = None
    event: EventHits | None = None
    statement: StatementHits | None = None
    passage: PassageHits | None = None
    article: ArticleHits | None = None


class Instead(Model):
    """Another question that finds something: another word, fewer words, words apart, or letters folded."""

    kind: str = Field(description="word, fewer, loose or folded.")
    q: str
    count: int


class Without(Model):
    """A filter that stands in the way, and how much would be found without it."""

    filter: str
    count: int


class Search(Model):
    """What was found. Of all kinds together a few each; of one kind (`kind`) a page."""

    counts: dict[str, int] = Field(description="How much was found of each kind.")
    whole: bool = Field(
        description="False where an exact question has too many texts to read: only the first were."
    )
    found: Kinds
    instead: list[Instead] = Field(description="What to ask where nothing is found.")
    without_filter: list[Without]


def _asked(request: Request) -> SearchQuery:
    return SearchQuery.parse(request.query_params.multi_items())


@router.get(
    "/search",
    summary=_("Search"),
    description=_(
        "Actors, events, statements, passages and articles by words and names, in any spelling and form."
    ),
    responses=LIST,
    openapi_extra=described(PARAMETERS, MOST_VALUES),
)
def search(
    request: Request,
    response: Response,
    query: Annotated[SearchQuery, Depends(_asked)],
    session: Reading,
    _tag: Fresh,
) -> Search:
    told = as_json(select.load(session, query), query)
    path, groups = request.url.path, _groups(told)
    for kind, group in groups.items():
        after = group.pop("after")
        following = query.with_(kind=kind, after=after)
        group["next"] = path + query_string(following.pairs) if after else None
    links = {"first": path + query_string(query.with_().pairs)}
    if query.kind and (more := groups.get(query.kind, {}).get("next")):
        links["next"] = more
    response.headers["Link"] = ", ".join(f'<{address}>; rel="{name}"' for name, address in links.items())
    return Search.model_validate({name: told[name] for name in Search.model_fields})


def _groups(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    groups: dict[str, dict[str, Any]] = told["found"]
    return groups
