"""What a medium brought out: its latest articles, and how many there are."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import ArticleRow
from app.pages.actor.records import Paper

#: So many articles are shown; the lists of events and statements lead to the rest.
LATEST: Final = 12


def brought_out(session: Session, outlet: int) -> tuple[tuple[Paper, ...], int]:
    """The latest articles first, those of unknown day at the end; and the number of all."""
    total = session.scalar(sa.select(sa.func.count()).where(ArticleRow.outlet_id == outlet)) or 0
    if not total:
        return (), 0
    rows = session.execute(
        sa.select(
            ArticleRow.public_id, ArticleRow.title, ArticleRow.file_name, ArticleRow.language,
            ArticleRow.published_edtf,
        )
        .where(ArticleRow.outlet_id == outlet)
        .order_by(sa.nulls_last(ArticleRow.published_earliest.desc()), ArticleRow.id)
        .limit(LATEST)
    )  # fmt: skip
    papers = tuple(Paper(id_, title or name, language, day) for id_, title, name, language, day in rows)
    return papers, total
