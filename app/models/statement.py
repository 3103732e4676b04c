from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.records import Modality, QuoteKind
from app.models.actor import ActorRow
from app.models.article import ArticleRow
from app.models.base import Base, Dated, owner

if TYPE_CHECKING:
    from app.models.chain import ChainLinkRow
    from app.models.evidence import EvidenceRow


class StatementRow(Dated, Base):
    """One act of saying with content. The date (``Dated``) is the day it was said, if told.

    ``sentence`` is the number, within the paragraph, of the sentence where the verb stands.
    ``text`` is the whole span; source, verb, content and quoted words are in ``evidence``.
    ``evidence_kind`` has the values of ``EventRow.evidence_kind``; ``profile`` is what matching
    compares (``app.domain.links.Saying``).
    """

    __tablename__ = "statements"
    __table_args__ = (
        sa.Index("ix_statements_sort_day_id", "sort_day", "id"),
        sa.Index("ix_statements_speaker_id_sort_day", "speaker_id", "sort_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(sa.String(64), unique=True)
    article_id: Mapped[int] = owner("articles.id")
    paragraph: Mapped[int]
    sentence: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    speaker_id: Mapped[int] = mapped_column(sa.ForeignKey("actors.id"))
    speaker_named: Mapped[bool]
    inferred_by: Mapped[str | None] = mapped_column(sa.String(120))
    verb: Mapped[str]
    lemma: Mapped[str] = mapped_column(sa.String(80))
    quote: Mapped[QuoteKind]
    modality: Mapped[Modality]
    content: Mapped[str]
    evidence_kind: Mapped[str] = mapped_column(sa.String(16))
    rule: Mapped[str] = mapped_column(sa.String(120))
    profile: Mapped[dict[str, Any]] = mapped_column(deferred=True)

    article: Mapped[ArticleRow] = relationship(lazy="raise_on_sql")
    speaker: Mapped[ActorRow] = relationship(lazy="raise_on_sql")
    chain: Mapped[list[ChainLinkRow]] = relationship(
        lazy="raise_on_sql", order_by="ChainLinkRow.position", viewonly=True
    )
    evidence: Mapped[list[EvidenceRow]] = relationship(
        lazy="raise_on_sql", order_by="EvidenceRow.start", viewonly=True
    )
