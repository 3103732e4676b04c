from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.records import EventStatus, EventType
from app.models.base import Base, Dated, Placed

if TYPE_CHECKING:
    from app.models.participant import ParticipantRow
    from app.models.telling import TellingRow


class EventRow(Dated, Placed, Base):
    """One event, however many articles tell it; every field is chosen from its tellings.

    ``public_id`` is the id of its first telling (by publication, then id), so later articles do
    not move it, and any telling's id leads here. ``certainty`` is the quality of the date: day,
    month, year, approximate or undated. ``evidence_kind`` is the best origin behind it: named,
    institution, anonymous or reports. ``tellings_count`` counts the articles that tell it,
    ``origins_count`` the independent origins among them: two papers that quote one wire are one.
    """

    __tablename__ = "events"
    __table_args__ = (
        sa.Index("ix_events_sort_day_id", "sort_day", "id"),
        sa.Index("ix_events_type_sort_day", "type", "sort_day"),
        sa.Index("ix_events_earliest_latest", "earliest", "latest"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(sa.String(64), unique=True)
    type: Mapped[EventType]
    status: Mapped[EventStatus] = mapped_column(index=True)
    headline_ar: Mapped[str]
    headline_en: Mapped[str]
    certainty: Mapped[str] = mapped_column(sa.String(16))
    evidence_kind: Mapped[str] = mapped_column(sa.String(16))
    background: Mapped[bool]
    tellings_count: Mapped[int]
    origins_count: Mapped[int]

    tellings: Mapped[list[TellingRow]] = relationship(
        lazy="raise_on_sql", order_by="TellingRow.id", viewonly=True
    )
    participants: Mapped[list[ParticipantRow]] = relationship(
        lazy="raise_on_sql", order_by="ParticipantRow.position", viewonly=True
    )
