from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.records import EventStatus, EventType
from app.models.article import ArticleRow
from app.models.base import Base, Dated, Placed, owner
from app.models.event import EventRow

if TYPE_CHECKING:
    from app.models.chain import ChainLinkRow
    from app.models.evidence import EvidenceRow
    from app.models.participant import TellingParticipantRow
    from app.models.statement import StatementRow


class TellingRow(Dated, Placed, Base):
    """An event as one article tells it: ``Event`` of the extraction, unchanged.

    ``origin`` is the slug of the last named link before the event: the speaker who claims it, else
    the innermost medium, else the publisher. ``profile`` is what matching compares
    (``app.domain.links.Telling``), kept so that no article need be read again.
    """

    __tablename__ = "tellings"
    #: How many articles tell some hundred events is asked of the first index alone. The second is without the
    #: many that nobody claims, for which a database takes the index to be of no use.
    __table_args__ = (
        sa.Index("ix_tellings_event_id_article_id", "event_id", "article_id"),
        sa.Index(
            "ix_tellings_claimed_by_id",
            "claimed_by_id",
            sqlite_where=sa.text("claimed_by_id IS NOT NULL"),
            postgresql_where=sa.text("claimed_by_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(sa.String(64), unique=True)
    event_id: Mapped[int] = owner("events.id", index=False)
    article_id: Mapped[int] = owner("articles.id")
    paragraph: Mapped[int]
    sentence: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    type: Mapped[EventType]
    status: Mapped[EventStatus]
    headline_ar: Mapped[str]
    headline_en: Mapped[str]
    background: Mapped[bool]
    claimed_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("statements.id", ondelete="SET NULL"))
    origin: Mapped[str] = mapped_column(sa.String(160))
    evidence_kind: Mapped[str] = mapped_column(sa.String(16))
    rule: Mapped[str] = mapped_column(sa.String(120))
    profile: Mapped[dict[str, Any]] = mapped_column(deferred=True)

    event: Mapped[EventRow] = relationship(lazy="raise_on_sql")
    article: Mapped[ArticleRow] = relationship(lazy="raise_on_sql")
    claimed_by: Mapped[StatementRow | None] = relationship(lazy="raise_on_sql")
    participants: Mapped[list[TellingParticipantRow]] = relationship(
        lazy="raise_on_sql", order_by="TellingParticipantRow.position", viewonly=True
    )
    chain: Mapped[list[ChainLinkRow]] = relationship(
        lazy="raise_on_sql", order_by="ChainLinkRow.position", viewonly=True
    )
    evidence: Mapped[list[EvidenceRow]] = relationship(
        lazy="raise_on_sql", order_by="EvidenceRow.start", viewonly=True
    )
