from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from app.models.index import Wide


class BandRow(Base):
    """Where an article is looked for by those that may be its copies (``app.ingest.matching.copies``).

    Beside the keys of its runs it has one of all its words. An article of a few words stands under 0
    alone, where nobody looks: one that stands nowhere was stored before this was kept, and is looked
    at by the next ingest.
    """

    __tablename__ = "bands"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[int] = mapped_column(Wide, primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(
        sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class CopyRow(Base):
    """An article and one that has the same text, a row for each of the two sides.

    ``shared`` says how much of the article's own narration stands in the copy, in hundredths.
    """

    __tablename__ = "copies"

    article_id: Mapped[int] = mapped_column(
        sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    copy_id: Mapped[int] = mapped_column(
        sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    shared: Mapped[int]
