"""What an ingest would do, without doing it: nothing is written, not even a record of the run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy.engine import Engine

from app import db
from app.domain.records import Extraction
from app.domain.text import Document
from app.errors import InputError
from app.ingest import pipeline
from app.ingest.curation.overrides import Overrides
from app.ingest.store import NONE
from app.ingest.storing.outcome import Outcome, Result, settled
from app.ingest.storing.prepared import prepared
from app.ingest.storing.reprint import Imprint, is_reprint
from app.ingest.storing.rows import article_key, public_id
from app.knowledge.load import load_knowledge

#: What became of each text, and of whose it was.
Told = defaultdict[str, list[tuple[Outcome, Document]]]


def rehearse(
    engine: Engine, found: Iterable[Extraction | InputError | Outcome], overrides: Overrides = NONE
) -> Iterator[Outcome]:
    """The outcome each reading would have; how the records of a changed article differ is not worked out."""
    told: Told = defaultdict(list)
    for reading in found:
        if not isinstance(reading, Extraction):
            yield reading if isinstance(reading, Outcome) else failure(reading)
            continue
        outcome = _foreseen(engine, reading, told, overrides)
        told[reading.document.sha256].append((outcome, reading.document))
        yield replace(outcome, detail=outcome.detail or pipeline.remark(reading.document))


def failure(error: InputError) -> Outcome:
    """What could not be read, as an outcome."""
    line = "" if error.line is None else f"line {error.line}: "
    return Outcome(Result.FAILED, error.file, detail=line + error.reason)


def _foreseen(engine: Engine, reading: Extraction, told: Told, overrides: Overrides) -> Outcome:
    document = reading.document
    with db.reading(engine) as session:
        ready = prepared(session, reading, overrides, load_knowledge())
        if known := settled(ready.standing, document.name, ready.print):
            return known
        changed = ready.standing.own is not None
    for before, other in told[document.sha256]:
        if before.file != document.name and not is_reprint(Imprint.of(document), Imprint.of(other)):
            return Outcome(Result.DUPLICATE, document.name, before.article, detail=before.file)
    article = public_id(article_key(document))
    if changed:
        return Outcome(Result.CHANGED, document.name, article)
    own = ready.made.extraction
    count = len(own.statements) + len(own.events)
    return Outcome(Result.ADDED, document.name, article, added=count)
