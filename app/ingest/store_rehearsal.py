"""What an ingest would do, without doing it: nothing is written, not even that it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy.engine import Engine

from app import db
from app.domain.records import Extraction
from app.errors import InputError
from app.ingest import pipeline
from app.ingest.curation.overrides import Overrides
from app.ingest.store import NONE
from app.ingest.store_curations import corrected, fingerprint
from app.ingest.store_outcome import Outcome, Result, settled
from app.ingest.store_rows import article_key, public_id
from app.ingest.store_standing import standing
from app.knowledge.load import load_knowledge


def rehearse(
    engine: Engine, found: Iterable[Extraction | InputError | Outcome], overrides: Overrides = NONE
) -> Iterator[Outcome]:
    """The outcome each reading would have; how the records of a changed article differ is not worked out."""
    told: dict[str, Outcome] = {}
    for reading in found:
        if not isinstance(reading, Extraction):
            yield reading if isinstance(reading, Outcome) else failure(reading)
            continue
        outcome = _foreseen(engine, reading, told, overrides)
        told.setdefault(reading.document.sha256, outcome)
        yield replace(outcome, detail=outcome.detail or pipeline.remark(reading.document))


def failure(error: InputError) -> Outcome:
    """What could not be read, as an outcome."""
    line = "" if error.line is None else f"line {error.line}: "
    return Outcome(Result.FAILED, error.file, detail=line + error.reason)


def _foreseen(engine: Engine, reading: Extraction, told: dict[str, Outcome], overrides: Overrides) -> Outcome:
    document = reading.document
    made = corrected(reading, overrides, load_knowledge())
    with db.reading(engine) as session:
        stands = standing(session, document)
        if known := settled(stands, document.name, fingerprint(made)):
            return known
        changed = stands.own is not None
    before = told.get(document.sha256)
    if before is not None and before.file != document.name:
        return Outcome(Result.DUPLICATE, document.name, before.article, detail=before.file)
    article = public_id(article_key(document))
    if changed:
        return Outcome(Result.CHANGED, document.name, article)
    count = len(made.extraction.statements) + len(made.extraction.events)
    return Outcome(Result.ADDED, document.name, article, added=count)
