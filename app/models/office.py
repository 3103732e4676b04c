from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class OfficeRow(Base):
    """An office of the knowledge tables (``us.president``); its holders are in ``holders``."""

    __tablename__ = "offices"

    id: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    country: Mapped[str | None] = mapped_column(sa.String(40))
    name_ar: Mapped[str]
    name_en: Mapped[str]
