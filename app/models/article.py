from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.text import Basis
from app.models.base import Base

if TYPE_CHECKING:
    from app.models.actor import ActorRow


class ArticleRow(Base):
    """An article: its unchanged text and what is known of it.

    ``key`` says which article it is when the text changes (address, else given id, else file
    name); ``public_id`` is a hash of it and stands in addresses. ``sha256`` is the hash of the text; of a
    text whose ids the article of another paper has, of both (``app.ingest.storing.reprint``). ``fingerprint``
    is a hash of the whole reading: equal fingerprints mean there is nothing to store. ``input_print`` is
    one of what was read and by which rules (``app.ingest.engine``): where it is equal the article need
    not even be read; empty where that is not known.
    """

    __tablename__ = "articles"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(sa.String(16), unique=True)
    key: Mapped[str] = mapped_column(unique=True)
    sha256: Mapped[str] = mapped_column(sa.String(64), unique=True)
    fingerprint: Mapped[str] = mapped_column(sa.String(64))
    input_print: Mapped[str] = mapped_column(sa.String(64), server_default="")
    rules_version: Mapped[str] = mapped_column(sa.String(40))
    file_name: Mapped[str]
    given_id: Mapped[str | None]
    language: Mapped[str] = mapped_column(sa.String(16))
    title: Mapped[str | None]
    title_start: Mapped[int | None]
    title_end: Mapped[int | None]
    byline: Mapped[str | None]
    url: Mapped[str | None]
    outlet_id: Mapped[int | None] = mapped_column(sa.ForeignKey("actors.id"), index=True)
    published_edtf: Mapped[str | None] = mapped_column(sa.String(80))
    published_earliest: Mapped[date | None] = mapped_column(index=True)
    published_latest: Mapped[date | None]
    published_basis: Mapped[Basis]
    published_evidence: Mapped[str | None]
    text: Mapped[str]

    outlet: Mapped[ActorRow | None] = relationship(lazy="raise_on_sql")
