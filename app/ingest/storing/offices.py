"""Offices and their holders, copied from the knowledge tables so that pages can join them."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ingest.storing.rows import Values, insert
from app.knowledge.load import Knowledge
from app.models import HolderRow, OfficeRow


def store_offices(session: Session, knowledge: Knowledge) -> bool:
    """Bring the tables up to date; True when anything differed."""
    offices = [
        {"id": o.id, "country": o.country, "name_ar": o.name_ar, "name_en": o.name_en}
        for o in knowledge.offices.values()
    ]
    holders = _holders(knowledge)
    if _stored(session, OfficeRow, offices) and _stored(session, HolderRow, holders):
        return False
    session.execute(sa.delete(HolderRow))
    session.execute(sa.delete(OfficeRow))
    insert(session, OfficeRow, offices)
    insert(session, HolderRow, holders)
    return True


def _holders(knowledge: Knowledge) -> list[Values]:
    rows = []
    for holder in knowledge.holders:
        person = knowledge.persons[holder.person]
        rows.append(
            {
                "office_id": holder.office,
                "person_slug": person.slug,
                "name_ar": person.name_ar,
                "name_en": person.name_en,
                "since": holder.since,
                "since_edtf": _edtf(holder.since),
                "until": holder.until,
                "until_edtf": _edtf(holder.until) if holder.until else None,
                "verified": holder.verified,
            }
        )
    return rows


def _edtf(day: date) -> str:
    """The first of a month is how the tables write a month whose day is not known."""
    return f"{day:%Y-%m}" if day.day == 1 else day.isoformat()


def _stored(session: Session, table: type[OfficeRow] | type[HolderRow], rows: list[Values]) -> bool:
    """True when the table holds exactly these rows."""
    names = list(rows[0]) if rows else ["id"]
    stored = session.execute(sa.select(*(getattr(table, name) for name in names)))
    return sorted(map(repr, map(tuple, stored))) == sorted(repr(tuple(r[n] for n in names)) for r in rows)
