from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class BlockKeyRow(Base):
    """Where matching looks for a record: a key (``contact|ru@``) on a day it may be near.

    ``app.ingest.storing.keys`` says which they are: of a telling by its parties and the kind of day it tells,
    of a statement by runs of its words and by whom it speaks of. ``day`` is a proleptic ordinal, 0 where none
    is known.
    """

    __tablename__ = "block_keys"
    __table_args__ = (
        sa.CheckConstraint("(statement_id IS NULL) <> (telling_id IS NULL)", name="one_record"),
        sa.Index("ix_block_keys_key_day", "key", "day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(200))
    day: Mapped[int]
    telling_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("tellings.id", ondelete="CASCADE"), index=True
    )
    statement_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("statements.id", ondelete="CASCADE"), index=True
    )
