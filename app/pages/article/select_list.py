"""Reads a page of the list of articles, latest published first, undated last."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.text import ParagraphKind
from app.models import (
    ActorRow,
    AppearanceRow,
    ArticleRow,
    ParagraphRow,
    StatementRow,
    TellingRow,
)
from app.pages.article.records import Card, Listing
from app.web.named import Named

#: Articles on a page.
PAGE: Final = 50
#: Characters of the opening that a card may show.
OPENING: Final = 220

_DAY = sa.func.coalesce(ArticleRow.published_earliest, date.min)


def load(session: Session, after: str | None, limit: int = PAGE) -> Listing:
    """The page after the article with id ``after``; from the beginning when that is gone."""
    place = _place(session, after) if after else None
    rows = session.execute(_page(place, limit)).all()
    ids = [row.id for row, _ in rows[:limit]]
    openings = _openings(session, ids)
    counts = [_counts(session, owner, ids) for owner in _OWNERS]
    cards = tuple(
        _card(row, outlet, openings.get(row.id, ""), tuple(count.get(row.id, 0) for count in counts))
        for row, outlet in rows[:limit]
    )
    total = session.scalar(sa.select(sa.func.count()).select_from(ArticleRow)) or 0
    following = cards[-1].id if len(rows) > limit else None
    return Listing(cards, total, following, _before(session, place, limit) if place else None)


_OWNERS: Final = (TellingRow.article_id, StatementRow.article_id, AppearanceRow.article_id)


def _place(session: Session, public_id: str) -> tuple[Any, int] | None:
    row = session.execute(sa.select(_DAY, ArticleRow.id).where(ArticleRow.public_id == public_id)).first()
    return (row[0], row[1]) if row else None


def _before(session: Session, place: tuple[Any, int], limit: int) -> str:
    """The id after which the page before begins, empty where that is the first."""
    day, id_ = place
    earlier = sa.or_(day < _DAY, sa.and_(day == _DAY, ArticleRow.id < id_))
    nearest = sa.select(ArticleRow.public_id).where(earlier).order_by(_DAY, ArticleRow.id.desc())
    return session.scalar(nearest.offset(limit - 1).limit(1)) or ""


def _page(place: tuple[Any, int] | None, limit: int) -> sa.Select[ArticleRow, ActorRow]:
    found = (
        sa.select(ArticleRow, ActorRow)
        .outerjoin(ActorRow, ActorRow.id == ArticleRow.outlet_id)
        .options(sa.orm.defer(ArticleRow.text))
        .order_by(_DAY.desc(), ArticleRow.id)
        .limit(limit + 1)
    )
    if place is None:
        return found
    day, id_ = place
    return found.where(sa.or_(day > _DAY, sa.and_(day == _DAY, ArticleRow.id > id_)))


def _openings(session: Session, ids: list[int]) -> dict[int, str]:
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


def _counts(session: Session, owner: Any, ids: list[int]) -> dict[int, int]:
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
