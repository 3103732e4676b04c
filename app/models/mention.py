from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.records import MentionHow
from app.models.actor import ActorRow
from app.models.base import Base, owner


class MentionRow(Base):
    """Words that stand for an actor; ``office`` is the office id where a title was read."""

    __tablename__ = "mentions"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = owner("articles.id")
    actor_id: Mapped[int] = owner("actors.id")
    paragraph: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    how: Mapped[MentionHow]
    office: Mapped[str | None] = mapped_column(sa.String(80))

    actor: Mapped[ActorRow] = relationship(lazy="raise_on_sql")
