from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from app.domain.text import ParagraphKind
from app.models.base import Base, owner


class ParagraphRow(Base):
    """A line of the body or a heading; ``n`` counts body paragraphs from 1, headings have none."""

    __tablename__ = "paragraphs"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = owner("articles.id")
    n: Mapped[int | None]
    kind: Mapped[ParagraphKind]
    start: Mapped[int]
    end: Mapped[int]
