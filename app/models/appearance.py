from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.records import ActorKind
from app.models.actor import ActorRow
from app.models.base import Base


class AppearanceRow(Base):
    """An actor in one article, as that article's reading describes it; ``mentions`` counts words.

    The actor's own row is chosen from these, so that neither order nor removal of articles matters.
    """

    __tablename__ = "appearances"
    __table_args__ = (sa.Index("ix_appearances_actor_id_mentions", "actor_id", "mentions"),)

    article_id: Mapped[int] = mapped_column(
        sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    actor_id: Mapped[int] = mapped_column(sa.ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[ActorKind]
    name_ar: Mapped[str]
    name_en: Mapped[str]
    country: Mapped[str | None] = mapped_column(sa.String(40))
    wikidata: Mapped[str | None] = mapped_column(sa.String(24))
    known: Mapped[bool]
    affiliation: Mapped[str | None] = mapped_column(sa.String(160))
    gender: Mapped[str | None] = mapped_column(sa.String(16))
    number: Mapped[str | None] = mapped_column(sa.String(16))
    mentions: Mapped[int]

    actor: Mapped[ActorRow] = relationship(lazy="raise_on_sql")
