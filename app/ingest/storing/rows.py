"""Small shared parts of storing: bulk inserts, dates as columns, keys of articles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app import db
from app.domain import edtf
from app.domain.records import DatedWords
from app.domain.text import Document, RawArticle, Span
from app.domain.time import DateSpan
from app.models import ArticleRow, Base
from app.models.base import table_of

Values = dict[str, Any]

_MARKS = re.compile("[~?%]")


def is_empty(engine: Engine) -> bool:
    """True for a database without an article."""
    with db.reading(engine) as session:
        return not session.scalar(sa.select(sa.exists().select_from(ArticleRow)))


def insert(session: Session, table: type[Base], rows: Sequence[Values]) -> None:
    """Insert many rows in one statement; all have the same keys.

    What the driver is given is made here, by the types of the columns: half the time of a large insert.
    """
    if rows:
        connection = session.connection()
        made = _prepared(table_of(table), tuple(rows[0]), connection.dialect)
        connection.exec_driver_sql(made.sql, list(made.parameters(rows)))


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An insert for one database and one choice of columns, in the order of the driver's parameters."""

    sql: str
    names: tuple[str, ...]
    processors: tuple[tuple[int, Callable[[Any], Any]], ...]
    positional: bool

    def parameters(self, rows: Iterable[Values]) -> Iterator[Any]:
        pick = itemgetter(*self.names)
        picked = map(pick, rows) if len(self.names) > 1 else ((pick(row),) for row in rows)
        if self.processors:
            picked = map(self._processed, picked)
        return picked if self.positional else (dict(zip(self.names, row, strict=True)) for row in picked)

    def _processed(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        values = list(row)
        for n, process in self.processors:
            values[n] = process(values[n])
        return tuple(values)


@lru_cache(maxsize=256)
def _prepared(table: sa.Table, names: tuple[str, ...], dialect: sa.Dialect) -> _Prepared:
    compiled: Any = sa.insert(table).compile(dialect=dialect, column_keys=list(names))
    order = tuple(compiled.positiontup) if compiled.positional else names
    types = [table.c[name].type for name in order]
    found = [(n, process) for n, t in enumerate(types) if (process := _processor(t, dialect))]
    return _Prepared(str(compiled), order, tuple(found), compiled.positional)


def _processor(type_: Any, dialect: sa.Dialect) -> Callable[[Any], Any] | None:
    """What makes a value of a column one of the driver; None where nothing need be done."""
    if isinstance(type_, sa.Enum) and type_.enum_class:
        values: dict[Any, Any] = {member: member.value for member in type_.enum_class}
        return (values | {None: None}).__getitem__
    return cast("Callable[[Any], Any] | None", type_.dialect_impl(dialect).bind_processor(dialect))


def insert_one(session: Session, table: type[Base], row: Values) -> int:
    """Insert a row; its id."""
    made = session.connection().execute(sa.insert(table_of(table)).values(row)).inserted_primary_key
    return int(made[0]) if made else 0


def ids(session: Session, table: type[Base], key: str, values: Iterable[str]) -> dict[str, int]:
    """Row ids by a public name that is unique in the table."""
    columns = table_of(table).c
    found = session.execute(sa.select(columns[key], columns.id).where(columns[key].in_(set(values))))
    return {row[0]: row[1] for row in found}


def dated(date_: DatedWords | None) -> Values:
    """The columns of ``Dated``."""
    value = date_.value if date_ else None
    return {
        "edtf": value.edtf if value else None,
        "earliest": value.earliest if value else None,
        "latest": value.latest if value else None,
        "date_text": date_.text if date_ else None,
        "date_rule": date_.rule if date_ else None,
        "sort_day": sort_day(value),
    }


def sort_day(value: DateSpan | None) -> int | None:
    """Ordinal of the first day, or of the last where the start is open; None when undated.

    «About the 15th» stands on the 15th, however far its bounds reach.
    """
    if value is None:
        return None
    first, last = day_bounds(_MARKS.sub("", value.edtf))
    day = first or last or value.earliest or value.latest
    return day.toordinal() if day else None


def certainty(value: DateSpan | None) -> str:
    """The quality of a date: day, month, year, approximate or undated."""
    if value is None or (value.earliest is None and value.latest is None):
        return "undated"
    first, last = value.earliest, value.latest
    if first is None or last is None or set(value.edtf) & set("~?%"):
        return "approximate"
    if first == last:
        return "day"
    if (first.year, first.month) == (last.year, last.month):
        return "month"
    return "year" if last - first < timedelta(days=366) else "approximate"


def article_key(document: Document | RawArticle) -> str:
    """What an article stays when its text changes: its address, else its id, else its file name."""
    return document.meta.url or document.meta.id or document.name


def public_id(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:12]


@lru_cache(maxsize=20_000)
def day_bounds(value: str | None) -> tuple[date | None, date | None]:
    """First and last day of an EDTF value; (None, None) for none, or one that is not understood."""
    try:
        return edtf.bounds(value) if value else (None, None)
    except ValueError:
        return None, None


def words(span: Span) -> Values:
    """The columns of a stretch with its words."""
    return {"start": span.start, "end": span.end, "text": span.text}
