"""Corrections by people: applied to an article when it is stored, and kept beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import Extraction
from app.ingest.curation.apply import Curated, Curation, curate
from app.ingest.curation.overrides import Entry, Overrides, named
from app.ingest.storing.actors import scoped
from app.ingest.storing.rows import article_key, insert, public_id
from app.knowledge.load import Knowledge
from app.models import ArticleRow, CurationRow, StatementRow, TellingRow


def corrected(extraction: Extraction, overrides: Overrides, knowledge: Knowledge) -> Curated:
    """The reading with its anonymous sources as its own, and with whatever people set right."""
    article = public_id(article_key(extraction.document))
    return curate(scoped(extraction, article), article, overrides, knowledge)


def fingerprint(made: Curated, beside: str = "") -> str:
    """A hash of the whole reading: every record, every span, the rules' version, every correction; and of
    what else is to make a difference."""
    whole = repr(made.extraction) + (repr(made.curations) if made.curations else "") + beside
    return hashlib.sha256(whole.encode()).hexdigest()


def digest_of(extraction: Extraction, overrides: Overrides) -> str:
    """A hash of what the file says of an article just read."""
    return overrides.digest([*(e.id for e in extraction.events), *(s.id for s in extraction.statements)])


def digest_stored(session: Session, article: ArticleRow, overrides: Overrides) -> str:
    """The same for an article as it is stored, with the records that were hidden."""
    wanted = {id_ for entry in overrides.entries for id_ in named(entry)}
    found: set[str] = set()
    for row in (TellingRow, StatementRow, CurationRow) if wanted else ():
        here = sa.select(row.public_id).where(row.article_id == article.id, row.public_id.in_(wanted))
        found |= set(session.scalars(here))
    return overrides.digest(found)


def store_curations(session: Session, article_id: int, curations: tuple[Curation, ...]) -> None:
    rows = [
        {
            "article_id": article_id,
            "entry": c.entry,
            "record": c.record,
            "public_id": c.id,
            "fields": " ".join(c.fields),
            "note_ar": c.note_ar,
            "note_en": c.note_en,
        }
        for c in curations
    ]
    insert(session, CurationRow, rows)


def orphans(session: Session, overrides: Overrides) -> Iterator[Entry]:
    """Entries that no stored article has any use for."""
    used = set(session.scalars(sa.select(CurationRow.entry).distinct()))
    return (entry for entry in overrides.entries if entry.name not in used)
