"""Loads a page of the list of articles: latest first and undated last, or in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.text import ParagraphKind
from app.models import (
    ActorRow,
    ArticleRow,
    ParagraphRow,
)
from app.pages.article.query_list import USUAL, ArticlesQuery
from app.pages.article.records import Card, Listing
from app.pages.article.select_order import OWNERS, in_order
from app.web.named import Named

#: Articles on a page.
PAGE: Final = 50
#: Articles of a file that are read at once.
BATCH: Final = 500
#: Characters of the opening that a card may show.
OPENING: Final = 220

_DAY = sa.func.coalesce(ArticleRow.published_earliest, date.min)


def load(session: Session, query: ArticlesQuery, limit: int = PAGE, lang: str = "en") -> Listing:
    """The page after the article with id ``after``; from the beginning when that is gone. Titles and names
    are put in order as they are written in ``lang``."""
    total = session.scalar(sa.select(sa.func.count()).select_from(ArticleRow)) or 0
    if query.sort != USUAL:
        return _ordered(session, query, limit, lang, total)
    place = _place(session, query.after) if query.after else None
    ids = list(session.scalars(_page(place, limit)))
    cards = _cards(session, ids[:limit])
    following = cards[-1].id if len(ids) > limit else None
    return Listing(cards, total, following, _before(session, place, limit) if place else None)


def _ordered(session: Session, query: ArticlesQuery, limit: int, lang: str, total: int) -> Listing:
    order = in_order(session, query.sort, lang)
    last = session.scalar(sa.select(ArticleRow.id).where(ArticleRow.public_id == (query.after or "")))
    begin = order.index(last) + 1 if last is not None else 0
    cards = _cards(session, order[begin : begin + limit])
    before = None
    if begin:
        earlier = order[begin - limit - 1] if begin > limit else None
        public_id = sa.select(ArticleRow.public_id).where(ArticleRow.id == earlier)
        before = session.scalar(public_id) or ""
    return Listing(cards, total, cards[-1].id if begin + limit < len(order) else None, before)


def everything(session: Session, query: ArticlesQuery, lang: str = "en") -> Iterator[Card]:
    """All articles in the order asked for, read in batches."""
    order = in_order(session, query.sort, lang)
    for start in range(0, len(order), BATCH):
        yield from _cards(session, order[start : start + BATCH])


def _cards(session: Session, ids: Sequence[int]) -> tuple[Card, ...]:
    """The articles of these rows, in this order."""
    wanted = (
        sa.select(ArticleRow, ActorRow)
        .outerjoin(ActorRow, ActorRow.id == ArticleRow.outlet_id)
        .options(sa.orm.defer(ArticleRow.text))
        .where(ArticleRow.id.in_(ids))
    )
    rows = {row.id: (row, outlet) for row, outlet in session.execute(wanted)}
    openings = _openings(session, ids)
    counts = [_counts(session, owner, ids) for owner in OWNERS.values()]
    return tuple(
        _card(*rows[id_], openings.get(id_, ""), tuple(count.get(id_, 0) for count in counts)) for id_ in ids
    )


def _place(session: Session, public_id: str) -> tuple[Any, int] | None:
    row = session.execute(sa.select(_DAY, ArticleRow.id).where(ArticleRow.public_id == public_id)).first()
    return (row[0], row[1]) if row else None


def _before(session: Session, place: tuple[Any, int], limit: int) -> str:
    """The id after which the page before begins, empty where that is the first."""
    day, id_ = place
    earlier = sa.or_(day < _DAY, sa.and_(day == _DAY, ArticleRow.id < id_))
    nearest = sa.select(ArticleRow.public_id).where(earlier).order_by(_DAY, ArticleRow.id.desc())
    return session.scalar(nearest.offset(limit - 1).limit(1)) or ""


def _page(place: tuple[Any, int] | None, limit: int) -> sa.Select[int]:
    """Rows of the page, and one more if there is another; the latest published first."""
    found = sa.select(ArticleRow.id).order_by(_DAY.desc(), ArticleRow.id).limit(limit + 1)
    if place is None:
        return found
    day, id_ = place
    return found.where(sa.or_(day > _DAY, sa.and_(day == _DAY, ArticleRow.id > id_)))


def _openings(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """How the body of each article begins."""
    length = sa.case(
        (ParagraphRow.end - ParagraphRow.start < OPENING, ParagraphRow.end - ParagraphRow.start),
        else_=OPENING,
    )
    rows = session.execute(
        sa.select(ParagraphRow.article_id, sa.func.substr(ArticleRow.text, ParagraphRow.start + 1, length))
        .join(ArticleRow, ArticleRow.id == ParagraphRow.article_id)
        .where(
            ParagraphRow.article_id.in_(ids), ParagraphRow.n == 1, ParagraphRow.kind != ParagraphKind.HEADING
        )
    )
    return {row[0]: row[1] for row in rows}


def _counts(session: Session, owner: Any, ids: Sequence[int]) -> dict[int, int]:
    rows = session.execute(sa.select(owner, sa.func.count()).where(owner.in_(ids)).group_by(owner))
    return {row[0]: row[1] for row in rows}


def _card(row: ArticleRow, outlet: ActorRow | None, opening: str, counts: tuple[int, ...]) -> Card:
    events, statements, actors = counts
    return Card(
        id=row.public_id,
        title=row.title,
        language=row.language,
        file_name=row.file_name,
        opening=opening if len(opening) < OPENING else opening.rpartition(" ")[0] + "…",
        outlet=Named(outlet.slug, outlet.name_ar, outlet.name_en) if outlet else None,
        byline=row.byline,
        published=row.published_edtf,
        basis=row.published_basis.value,
        events=events,
        statements=statements,
        actors=actors,
    )
