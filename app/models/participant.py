from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.records import Role
from app.models.actor import ActorRow
from app.models.base import Base


class ParticipantRow(Base):
    """An actor's part in an event (the union over its tellings), with the event's ``sort_day``
    copied so that an actor's lane is read from one index in order of time."""

    __tablename__ = "participants"
    __table_args__ = (sa.Index("ix_participants_actor_id_sort_day", "actor_id", "sort_day", "event_id"),)

    event_id: Mapped[int] = mapped_column(sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    actor_id: Mapped[int] = mapped_column(sa.ForeignKey("actors.id"), primary_key=True)
    role: Mapped[Role]
    position: Mapped[int]
    sort_day: Mapped[int | None]

    actor: Mapped[ActorRow] = relationship(lazy="raise_on_sql")


class TellingParticipantRow(Base):
    """An actor's part in an event as one article tells it."""

    __tablename__ = "telling_participants"

    telling_id: Mapped[int] = mapped_column(
        sa.ForeignKey("tellings.id", ondelete="CASCADE"), primary_key=True
    )
    actor_id: Mapped[int] = mapped_column(sa.ForeignKey("actors.id"), primary_key=True, index=True)
    role: Mapped[Role] = mapped_column(primary_key=True)
    position: Mapped[int]

    actor: Mapped[ActorRow] = relationship(lazy="raise_on_sql")
