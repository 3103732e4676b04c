"""The common base of all tables: naming of constraints, enums as words, dated columns."""

from __future__ import annotations

import enum
from datetime import date
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def _values(kind: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in kind]


class Base(DeclarativeBase):
    """Enums are stored by value as plain words, so that a new member needs no migration."""

    metadata = sa.MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar = {
        enum.Enum: sa.Enum(
            enum.Enum, native_enum=False, create_constraint=False, length=32, values_callable=_values
        ),
        dict[str, Any]: sa.JSON(),
    }


class Dated:
    """A date as EDTF with its inclusive bounds, the words it was read from and the rule that did.

    ``sort_day`` is the proleptic ordinal (``date.toordinal``) of ``earliest``, or of ``latest``
    where the start is open; NULL when undated. It orders lanes and lists and begins their keys.
    """

    edtf: Mapped[str | None] = mapped_column(sa.String(80))
    earliest: Mapped[date | None]
    latest: Mapped[date | None]
    date_text: Mapped[str | None]
    date_rule: Mapped[str | None] = mapped_column(sa.String(120))
    sort_day: Mapped[int | None]


class Placed:
    """Where it happened: a place of the gazetteer, copied so that no join is needed to show it."""

    place_slug: Mapped[str | None] = mapped_column(sa.String(120))
    place_ar: Mapped[str | None]
    place_en: Mapped[str | None]
    place_country: Mapped[str | None] = mapped_column(sa.String(40))


def owner(target: str, *, index: bool = True) -> Mapped[int]:
    """A column that belongs to ``target`` and goes with it."""
    return mapped_column(sa.ForeignKey(target, ondelete="CASCADE"), index=index)


def table_of(row: type[Base]) -> sa.Table:
    """The table of a class, for statements over many rows that go past the objects."""
    return Base.metadata.tables[row.__tablename__]
