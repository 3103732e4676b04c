from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, owner


class DiscardedRow(Base):
    """A block of the text that is kept but not mined, with the reason."""

    __tablename__ = "discarded"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = owner("articles.id")
    reason: Mapped[str] = mapped_column(sa.String(40))
    start: Mapped[int]
    end: Mapped[int]
