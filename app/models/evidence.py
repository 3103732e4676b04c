from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class EvidenceRole(StrEnum):
    """What the words do in the record they carry."""

    SOURCE = "source"
    VERB = "verb"
    CONTENT = "content"
    QUOTED = "quoted"
    TRIGGER = "trigger"
    DATE = "date"
    PLACE = "place"


class EvidenceRow(Base):
    """Words of the article that carry a statement or a telling (exactly one of the two)."""

    __tablename__ = "evidence"
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
    role: Mapped[EvidenceRole]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
