from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class LinkRow(Base):
    """A tie between two records, told at the level of tellings and statements so that it
    survives any regrouping of tellings into events; each side is one of the two.

    ``kind`` is a word of ``app.domain.links``; ``reasons`` are
    its short codes why the two were linked, separated by blanks.
    """

    __tablename__ = "links"
    __table_args__ = (
        sa.CheckConstraint("(from_telling_id IS NULL) <> (from_statement_id IS NULL)", name="one_from"),
        sa.CheckConstraint("(to_telling_id IS NULL) <> (to_statement_id IS NULL)", name="one_to"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(32))
    from_telling_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("tellings.id", ondelete="CASCADE"), index=True
    )
    from_statement_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("statements.id", ondelete="CASCADE"), index=True
    )
    to_telling_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("tellings.id", ondelete="CASCADE"), index=True
    )
    to_statement_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("statements.id", ondelete="CASCADE"), index=True
    )
    reasons: Mapped[str]
