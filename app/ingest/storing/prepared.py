"""A reading on its way into the database: told apart from equal texts, corrected, and hashed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.records import Extraction
from app.ingest.curation.apply import Curated
from app.ingest.curation.overrides import Overrides
from app.ingest.storing.actors import scoped
from app.ingest.storing.curations import corrected, digest_of, fingerprint
from app.ingest.storing.rows import article_key, public_id
from app.ingest.storing.standing import Standing, standing, told_apart
from app.knowledge.load import Knowledge


@dataclass(frozen=True, slots=True)
class Prepared:
    """``digest`` is of what people set right in it, ``print`` of the whole reading."""

    made: Curated
    standing: Standing
    digest: str
    print: str


def prepared(session: Session, reading: Extraction, overrides: Overrides, knowledge: Knowledge) -> Prepared:
    """The reading as it would be stored beside what is stored.

    The print of a reprint is that of the reading with the ids of the text, for which of several papers has
    those may change with the next one.
    """
    own, found = told_apart(session, reading, standing(session, reading.document))
    made, digest = corrected(own, overrides, knowledge), digest_of(own, overrides)
    if own is reading:
        return Prepared(made, found, digest, fingerprint(made))
    plain = Curated(scoped(reading, public_id(article_key(reading.document))))
    return Prepared(made, found, digest, fingerprint(plain, digest))
