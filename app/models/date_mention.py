from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.time import TimeKind
from app.models.base import Base, owner


class DateMentionRow(Base):
    """An expression of time, its value if it has one, and what it was counted from."""

    __tablename__ = "date_mentions"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = owner("articles.id")
    paragraph: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    kind: Mapped[TimeKind]
    edtf: Mapped[str | None] = mapped_column(sa.String(80))
    earliest: Mapped[date | None]
    latest: Mapped[date | None]
    rule: Mapped[str] = mapped_column(sa.String(120))
    anchor: Mapped[str | None]
