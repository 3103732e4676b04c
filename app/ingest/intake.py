"""From what was read to what is stored: the loop behind ``tasalsul ingest``."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.domain.records import Extraction
from app.errors import InputError
from app.ingest import pipeline
from app.ingest.batch import readings
from app.ingest.read import Found
from app.ingest.store import IngestRun, Outcome, ingest_run
from app.knowledge.load import load_knowledge

log = logging.getLogger(__name__)


def intake(engine: Engine, found: Iterable[Found]) -> Iterator[Outcome]:
    """Store each article in a transaction of its own, all as one recorded run."""
    tables = load_knowledge()
    with ingest_run(engine, pipeline.RULES_VERSION, lambda: datetime.now(UTC), tables) as run:
        for reading in readings(found, tables):
            yield _store(run, reading)


def _store(run: IngestRun, reading: Extraction | InputError) -> Outcome:
    if isinstance(reading, InputError):
        line = "" if reading.line is None else f"line {reading.line}: "
        return run.failed(reading.file, line + reading.reason)
    try:
        return run.store(reading, pipeline.remark(reading.document))
    except SQLAlchemyError as error:
        log.debug("storing failed for %s", reading.document.name, exc_info=True)
        return run.failed(reading.document.name, f"could not be stored ({error})")
