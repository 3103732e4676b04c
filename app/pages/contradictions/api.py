"""Contradictions for programs: a thin layer over the select of the page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import Field

from app.pages.contradictions import select
from app.pages.contradictions.query import PARAMETERS, ContradictionsQuery
from app.pages.contradictions.records import Pair, Side
from app.web.api.freshness import Fresh
from app.web.api.models import Listing, Medium, Model, Named
from app.web.api.paging import LIMIT, limit_of, listing
from app.web.api.parameters import LIST, ONE, described
from app.web.i18n import gettext_noop as _
from app.web.named import names_of
from app.web.site import Reading

router = APIRouter(tags=["sources"])


class Account(Model):
    """One of two accounts: a statement, or an event as an article tells it (then with `event`)."""

    id: str
    event: str | None
    headline_ar: str = Field(description="Of the event; empty for a statement.")
    headline_en: str
    date: str | None
    speaker: Named | None
    speaker_named: bool
    chain: list[Medium]
    article: str
    published: str | None
    paragraph: int
    sentence: int
    start: int
    end: int
    text: str


class Contradiction(Model):
    """Two accounts that cannot both hold; of a denial `one` is what is denied and `other` the denial."""

    id: int
    kind: str = Field(description="denial_of or differs.")
    reasons: list[str] = Field(description="Why the two were paired.")
    one: Account
    other: Account


class Contradictions(Listing[Contradiction]):
    """A page of contradictions."""


def _asked(request: Request) -> tuple[ContradictionsQuery, int]:
    limit, given = limit_of(request.query_params.multi_items(), PARAMETERS)
    return ContradictionsQuery.parse(given), limit


@router.get(
    "/contradictions",
    summary=_("Contradictions"),
    description=_(
        "Denials beside what they deny, and accounts of one event that differ, as they were found."
    ),
    responses=LIST,
    openapi_extra=described((*PARAMETERS, LIMIT)),
)
def contradictions(
    request: Request,
    response: Response,
    asked: Annotated[tuple[ContradictionsQuery, int], Depends(_asked)],
    session: Reading,
    _tag: Fresh,
) -> Contradictions:
    query, limit = asked
    facts = select.load(session, query, limit)
    total = facts.counts[query.why] if query.why else facts.total
    back = None if facts.before is None else str(facts.before or "")
    after = str(facts.after) if facts.after else None
    return listing(
        Contradictions, request, response, [_pair(p) for p in facts.pairs], total, after=after, before=back
    )


@router.get(
    "/contradictions/{id}",
    summary=_("One contradiction"),
    description=_("A pair by its number, which is valid until one of its articles is read again."),
    responses=ONE,
)
def contradiction(
    id: Annotated[int, Path(description=_("Number, as the list gives it."), ge=1, lt=2**31)],
    session: Reading,
    _tag: Fresh,
) -> Contradiction:
    return _pair(select.one(session, id))


def _pair(pair: Pair) -> Contradiction:
    return Contradiction(
        id=pair.id,
        kind=pair.kind,
        reasons=list(pair.reasons),
        one=_account(pair.one),
        other=_account(pair.other),
    )


def _account(side: Side) -> Account:
    return Account(
        id=side.record,
        event=side.event,
        headline_ar=side.headline_ar,
        headline_en=side.headline_en,
        date=side.edtf,
        speaker=Named.model_validate(names_of(side.chain.speaker)) if side.chain.speaker else None,
        speaker_named=side.chain.named,
        chain=[Medium(slug=link.medium.slug, cue=link.cue) for link in side.chain.links],
        article=side.source.article,
        published=side.source.published,
        paragraph=side.paragraph,
        sentence=side.sentence,
        start=side.start,
        end=side.start + len(side.text),
        text=side.text,
    )
