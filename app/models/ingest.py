from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, owner


class IngestRunRow(Base):
    """One run of the ingest; its number is the state of the whole store (ETag)."""

    __tablename__ = "ingest_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    started: Mapped[datetime]
    finished: Mapped[datetime | None]
    rules_version: Mapped[str] = mapped_column(sa.String(40))

    articles: Mapped[list[IngestArticleRow]] = relationship(
        lazy="raise_on_sql", order_by="IngestArticleRow.id", viewonly=True
    )


class IngestArticleRow(Base):
    """What a run did with one article; ``result`` is added, changed, unchanged, duplicate or failed.

    The article is named by its public id and file name, not by key: it may be gone later.
    """

    __tablename__ = "ingest_articles"

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = owner("ingest_runs.id")
    article_public_id: Mapped[str | None] = mapped_column(sa.String(16), index=True)
    file_name: Mapped[str]
    result: Mapped[str] = mapped_column(sa.String(16))
    detail: Mapped[str | None]
    added: Mapped[int]
    changed: Mapped[int]
    redated: Mapped[int]
    lost: Mapped[int]


class ChangeRow(Base):
    """A record that a run added, changed, re-dated or lost, with what it said before and after.

    ``record`` is ``event`` (a telling) or ``statement``; ``public_id`` its id. ``before`` and ``after``
    hold its fields (``app.ingest.storing.changes``); those of runs before these were kept apart hold one,
    ``summary``. Records of an article stored for the first time are not listed one by one: the article
    row counts them. ``beside`` is the id of another telling of the same event where this one was lost.
    """

    __tablename__ = "changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    ingest_article_id: Mapped[int] = owner("ingest_articles.id")
    change: Mapped[str] = mapped_column(sa.String(16))
    record: Mapped[str] = mapped_column(sa.String(16))
    public_id: Mapped[str] = mapped_column(sa.String(64), index=True)
    before: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    beside: Mapped[str | None] = mapped_column(sa.String(64), index=True)
