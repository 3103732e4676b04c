"""How an article stands to what is stored, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.text import Document, RawArticle
from app.ingest.store_rows import article_key
from app.models import ArticleRow


@dataclass(frozen=True, slots=True)
class Standing:
    """``own`` is stored under the article's key, ``twin`` has the very same text under another."""

    own: ArticleRow | None
    twin: ArticleRow | None


def standing(session: Session, document: Document | RawArticle) -> Standing:
    own = session.scalar(sa.select(ArticleRow).where(ArticleRow.key == article_key(document)))
    twin = session.scalar(sa.select(ArticleRow).where(ArticleRow.sha256 == document.sha256))
    return Standing(own, twin if twin is not own else None)
