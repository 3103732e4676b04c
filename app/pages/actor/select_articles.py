"""The articles of an actor: those that name it and, for a medium, those it published."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import AppearanceRow, ArticleRow, MentionRow
from app.pages.actor.records import Naming, Paper

#: So many articles are shown of each kind; the lists of events and statements lead to the rest.
LATEST: Final = 12
NAMING: Final = 6
_PAPER: Final = (
    ArticleRow.public_id, ArticleRow.title, ArticleRow.file_name, ArticleRow.language,
    ArticleRow.published_edtf,
)  # fmt: skip


def brought_out(session: Session, outlet: int) -> tuple[tuple[Paper, ...], int]:
    """The latest articles of a medium first, those of unknown day at the end; and the number of all."""
    total = session.scalar(sa.select(sa.func.count()).where(ArticleRow.outlet_id == outlet)) or 0
    if not total:
        return (), 0
    rows = session.execute(
        sa.select(*_PAPER)
        .where(ArticleRow.outlet_id == outlet)
        .order_by(sa.nulls_last(ArticleRow.published_earliest.desc()), ArticleRow.id)
        .limit(LATEST)
    )
    return tuple(_paper(*row) for row in rows), total


def naming(session: Session, actor: int) -> tuple[Naming, ...]:
    """The articles that name an actor most often, each with the paragraph where it first does."""
    first = (
        sa.select(sa.func.min(MentionRow.paragraph))
        .where(MentionRow.actor_id == actor, MentionRow.article_id == AppearanceRow.article_id)
        .scalar_subquery()
    )
    rows = session.execute(
        sa.select(*_PAPER, AppearanceRow.mentions, first)
        .join(ArticleRow, ArticleRow.id == AppearanceRow.article_id)
        .where(AppearanceRow.actor_id == actor)
        .order_by(AppearanceRow.mentions.desc(), AppearanceRow.article_id)
        .limit(NAMING)
    )
    return tuple(Naming(_paper(*paper), mentions, paragraph) for *paper, mentions, paragraph in rows)


def _paper(id_: str, title: str | None, file_name: str, language: str, published: Any) -> Paper:
    return Paper(id_, title or file_name, language, published)
