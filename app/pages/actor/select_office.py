"""Loads terms of office: those of a person, and those of everyone who held one office."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.models import ActorRow, HolderRow, OfficeRow
from app.pages.actor.records import OfficeFacts, Term
from app.web.named import Named


def load(session: Session, id_: str) -> OfficeFacts:
    """The office with this id and who held it; raises NotFoundError when there is none."""
    row = session.get(OfficeRow, id_)
    if row is None:
        raise NotFoundError("office", id_)
    terms = terms_of(session, HolderRow.office_id == id_)
    wanted = {term.person.slug for term in terms}
    known = session.scalars(sa.select(ActorRow.slug).where(ActorRow.slug.in_(wanted)))
    lane = row.country.lower() if row.country else None
    return OfficeFacts(Named(row.id, row.name_ar, row.name_en, lane), row.country, terms, frozenset(known))


def called(session: Session, name_ar: str) -> OfficeFacts | None:
    """The office of this name, if there is one alone of it."""
    ids = session.scalars(sa.select(OfficeRow.id).where(OfficeRow.name_ar == name_ar)).all()
    return load(session, ids[0]) if len(ids) == 1 else None


def terms_of(session: Session, where: sa.ColumnElement[bool]) -> tuple[Term, ...]:
    """The terms of which this is true, in order of their beginnings."""
    rows = session.execute(
        sa.select(HolderRow, OfficeRow)
        .join(OfficeRow, OfficeRow.id == HolderRow.office_id)
        .where(where)
        .order_by(HolderRow.since, HolderRow.id)
    )
    return tuple(
        Term(
            office=Named(o.id, o.name_ar, o.name_en),
            person=Named(h.person_slug, h.name_ar, h.name_en),
            since=h.since_edtf,
            until=h.until_edtf,
            first=h.since,
            last=h.until,
            verified=h.verified,
        )
        for h, o in rows
    )
