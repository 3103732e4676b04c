"""How an article relates to what is stored, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import Extraction
from app.domain.text import Document, RawArticle
from app.ingest.storing.reprint import Imprint, is_reprint, reprinted
from app.ingest.storing.rows import article_key
from app.models import ActorRow, ArticleRow, CopyRow

#: Hundredths of a text.
ALL: Final = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """``own`` is stored under the article's key, ``twin`` has the very same text under another; ``holder``
    has it too, in another paper, and must leave the ids of the text to this article."""

    own: ArticleRow | None
    twin: ArticleRow | None
    holder: ArticleRow | None = None


def standing(session: Session, document: Document | RawArticle) -> Standing:
    own = session.scalar(sa.select(ArticleRow).where(ArticleRow.key == article_key(document)))
    twin = session.scalar(sa.select(ArticleRow).where(ArticleRow.sha256 == document.sha256))
    return Standing(own, twin if twin is not own else None)


def told_apart(session: Session, reading: Extraction, found: Standing) -> tuple[Extraction, Standing]:
    """A text that other papers or addresses have too becomes a reprint, or the one that has it by now does,
    by the order of their keys; where one of its twins is told apart from it by nothing, that is its twin."""
    document = reading.document
    if found.twin is None:
        return reading, found
    for twin, imprint in twins(session, found.twin):
        if twin is not found.own and not is_reprint(Imprint.of(document), imprint):
            return reading, Standing(found.own, twin)
    key = article_key(document)
    if key < found.twin.key:
        return reading, Standing(found.own, None, found.twin)
    return reprinted(reading, key), Standing(found.own, None)


def twins(session: Session, first: ArticleRow) -> Sequence[tuple[ArticleRow, Imprint]]:
    """All articles with the very text of one, itself before the others, each with who printed it."""
    copies = sa.select(CopyRow.copy_id).where(CopyRow.article_id == first.id, CopyRow.shared == ALL)
    rows = session.execute(
        sa.select(ArticleRow, ActorRow.slug)
        .outerjoin(ActorRow, ActorRow.id == ArticleRow.outlet_id)
        .where(sa.or_(ArticleRow.id == first.id, ArticleRow.id.in_(copies)), ArticleRow.text == first.text)
        .order_by(ArticleRow.id != first.id, ArticleRow.id)
    )
    return [(row[0], Imprint(row[1], row[0].url)) for row in rows]
