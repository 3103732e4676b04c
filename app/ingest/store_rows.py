"""Small common things of storing: bulk inserts, dates as columns, keys of articles."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import DatedWords
from app.domain.text import Document
from app.domain.time import DateSpan
from app.models import Base

Values = dict[str, Any]


def insert(session: Session, table: type[Base], rows: Sequence[Values]) -> list[int]:
    """Insert many rows in one statement; their ids in the same order."""
    if not rows:
        return []
    found = session.scalars(sa.insert(table).returning(table.id, sort_by_parameter_order=True), rows)  # type: ignore[attr-defined]
    return list(found)


def insert_plain(session: Session, table: type[Base], rows: Sequence[Values]) -> None:
    """Insert many rows whose ids nobody asks for."""
    if rows:
        session.execute(sa.insert(table), rows)


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
    """Ordinal of the first day, or of the last where the start is open; None when undated."""
    day = (value.earliest or value.latest) if value else None
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


def article_key(document: Document) -> str:
    """What an article stays when its text changes: its address, else its id, else its file name."""
    return document.meta.url or document.meta.id or document.name


def public_id(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def day_bounds(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day of a year, month or day; (None, None) for anything else."""
    try:
        parts = [int(p) for p in (edtf or "").split("-")]
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
        if len(parts) == 2:
            following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
            return date(parts[0], parts[1], 1), following - timedelta(days=1)
        return date(*parts), date(*parts)
    except (ValueError, TypeError):
        return None, None
