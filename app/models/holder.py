from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base
from app.models.office import OfficeRow


class HolderRow(Base):
    """One person in one office for one half-open interval: from ``since`` up to, not including,
    ``until``; NULL means still in post when the tables were written.

    The person is a slug, not a foreign key: the tables know more people than any corpus names.
    ``since_edtf`` and ``until_edtf`` say how exactly the ends are known (``2015-06`` or a day).
    """

    __tablename__ = "holders"

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(sa.ForeignKey("offices.id", ondelete="CASCADE"), index=True)
    person_slug: Mapped[str] = mapped_column(sa.String(160), index=True)
    name_ar: Mapped[str]
    name_en: Mapped[str]
    since: Mapped[date]
    since_edtf: Mapped[str] = mapped_column(sa.String(16))
    until: Mapped[date | None]
    until_edtf: Mapped[str | None] = mapped_column(sa.String(16))
    verified: Mapped[bool]

    office: Mapped[OfficeRow] = relationship(lazy="raise_on_sql")
