from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.records import ChainRole
from app.models.actor import ActorRow
from app.models.base import Base


class ChainLinkRow(Base):
    """A medium a statement or telling came through; position 0 is the publisher, the outermost.

    ``cue_*`` are the words that say so («نقلت رويترز عن»), NULL for the publisher.
    """

    __tablename__ = "chain_links"
    __table_args__ = (
        sa.CheckConstraint("(statement_id IS NULL) <> (telling_id IS NULL)", name="one_record"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("statements.id", ondelete="CASCADE"), index=True
    )
    telling_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("tellings.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    role: Mapped[ChainRole]
    actor_id: Mapped[int] = mapped_column(sa.ForeignKey("actors.id"), index=True)
    cue_start: Mapped[int | None]
    cue_end: Mapped[int | None]
    cue_text: Mapped[str | None]

    actor: Mapped[ActorRow] = relationship(lazy="raise_on_sql")
