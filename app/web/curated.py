"""Corrections by people to a record, for the pages that mention them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import ArticleRow, CurationRow
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _

#: What a key of ``overrides.toml`` did, in words.
_DONE: Final = {
    "date": _("date corrected"),
    "type": _("type corrected"),
    "status": _("status corrected"),
    "speaker": _("speaker corrected"),
    "modality": _("modality corrected"),
    "headline_ar": _("headline corrected"),
    "headline_en": _("headline corrected"),
    "name_ar": _("name corrected"),
    "name_en": _("name corrected"),
    "kind": _("kind corrected"),
    "country": _("country corrected"),
    "same_as": _("brought together with another"),
    "not_same_as": _("kept apart from another"),
    "apart": _("told apart from another of that name"),
    "aliases": _("known by another name"),
    "hide": _("hidden"),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """``record`` is actor, event or statement, ``id`` its slug or id; ``fields`` are keys of the file."""

    record: str
    id: str
    fields: tuple[str, ...]
    note_ar: str | None
    note_en: str | None

    def done(self, spoken: Language) -> tuple[str, ...]:
        """In words what was done, each once."""
        return tuple(dict.fromkeys(spoken.gettext(_DONE[name]) for name in self.fields if name in _DONE))

    def note(self, code: str) -> tuple[str, str] | None:
        """The note with its language: that of the page, else the other."""
        both = {"ar": self.note_ar, "en": self.note_en}
        own = [(lang, text) for lang, text in both.items() if text]
        return next((pair for pair in own if pair[0] == code), own[0] if own else None)


def in_article(session: Session, article: str) -> tuple[Correction, ...]:
    """Everything set right in an article (public id), in order of kind and record."""
    here = sa.select(ArticleRow.id).where(ArticleRow.public_id == article)
    return _found(session, CurationRow.article_id.in_(here))


def of_events(session: Session, tellings: Collection[str]) -> tuple[Correction, ...]:
    """What was set right in these tellings (ids)."""
    return _found(session, sa.and_(CurationRow.record == "event", CurationRow.public_id.in_(tellings)))


def of_actor(session: Session, slug: str) -> tuple[Correction, ...]:
    """What was set right of this actor, each once, in however many articles."""
    where = sa.and_(CurationRow.record == "actor", CurationRow.public_id == slug)
    return tuple(dict.fromkeys(_found(session, where)))


def of_statements(session: Session, ids: Collection[str]) -> Mapping[str, tuple[Correction, ...]]:
    """What was set right in these statements, by id; the others are left out."""
    where = sa.and_(CurationRow.record == "statement", CurationRow.public_id.in_(ids))
    found: dict[str, tuple[Correction, ...]] = {}
    for correction in _found(session, where):
        found[correction.id] = (*found.get(correction.id, ()), correction)
    return found


def _found(session: Session, where: sa.ColumnElement[bool]) -> tuple[Correction, ...]:
    rows = session.scalars(
        sa.select(CurationRow)
        .where(where)
        .order_by(CurationRow.record, CurationRow.public_id, CurationRow.entry)
    )
    return tuple(
        Correction(r.record, r.public_id, tuple(r.fields.split()), r.note_ar, r.note_en) for r in rows
    )


def as_json(c: Correction) -> dict[str, Any]:
    return {
        "record": c.record,
        "id": c.id,
        "fields": list(c.fields),
        "note_ar": c.note_ar,
        "note_en": c.note_en,
    }
