from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.records import MentionHow
from app.models.base import Base


class AliasRow(Base):
    """A spelling seen for an actor, as what, and how often over all articles (a sum over mentions).

    Pronouns are no spellings and are left out.
    """

    __tablename__ = "aliases"

    actor_id: Mapped[int] = mapped_column(sa.ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True)
    text: Mapped[str] = mapped_column(primary_key=True)
    how: Mapped[MentionHow] = mapped_column(primary_key=True)
    count: Mapped[int]
