from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, owner


class CurationRow(Base):
    """What an entry of ``overrides.toml`` did to a record of an article.

    ``record`` is actor, event (a telling) or statement, ``public_id`` its id or slug, ``entry`` the table
    of the file, ``fields`` the keys it sets, divided by blanks. A record that was hidden stands here alone.
    """

    __tablename__ = "curations"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = owner("articles.id")
    entry: Mapped[str] = mapped_column(index=True)
    record: Mapped[str] = mapped_column(sa.String(16))
    public_id: Mapped[str] = mapped_column(sa.String(160), index=True)
    fields: Mapped[str]
    note_ar: Mapped[str | None]
    note_en: Mapped[str | None]
