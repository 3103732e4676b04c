from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.records import ActorKind
from app.models.base import Base


class ActorRow(Base):
    """A person, state, body, outlet or anonymous source; what it is called is chosen from its
    appearances. An anonymous source belongs to one article: its slug ends in the article's id.

    ``country`` is an ISO 3166 code in capitals (or EU); ``lane`` is the slug of the state whose
    lane shows the actor: a country's own slug, or that of its country.
    """

    __tablename__ = "actors"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(sa.String(160), unique=True)
    kind: Mapped[ActorKind] = mapped_column(index=True)
    name_ar: Mapped[str]
    name_en: Mapped[str]
    country: Mapped[str | None] = mapped_column(sa.String(40), index=True)
    lane: Mapped[str | None] = mapped_column(sa.String(16))
    wikidata: Mapped[str | None] = mapped_column(sa.String(24))
    known: Mapped[bool]
    affiliation: Mapped[str | None] = mapped_column(sa.String(160))
    gender: Mapped[str | None] = mapped_column(sa.String(16))
    number: Mapped[str | None] = mapped_column(sa.String(16))
