from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, owner


class SentenceRow(Base):
    """A sentence of a body paragraph; ``n`` counts from 1 within its paragraph."""

    __tablename__ = "sentences"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = owner("articles.id")
    paragraph: Mapped[int]
    n: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
