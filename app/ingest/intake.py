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
from app.ingest.store_rehearsal import failure, rehearse
from app.ingest.workers import Pool
from app.knowledge.load import load_knowledge

log = logging.getLogger(__name__)


def intake(
    engine: Engine, found: Iterable[Found], pool: Pool | None = None, *, dry: bool = False
) -> Iterator[Outcome]:
    """Store each article in a transaction of its own, all as one recorded run.

    ``dry``: nothing is stored, the outcomes are those it would have.
    """
    if dry:
        yield from rehearse(engine, readings(found, pool))
        return
    with ingest_run(engine, pipeline.RULES_VERSION, lambda: datetime.now(UTC), load_knowledge()) as run:
        for reading in readings(found, pool):
            yield _store(run, reading)


def _store(run: IngestRun, reading: Extraction | InputError) -> Outcome:
    if isinstance(reading, InputError):
        told = failure(reading)
        return run.failed(told.file, told.detail or "")
    try:
        return run.store(reading, pipeline.remark(reading.document))
    except SQLAlchemyError as error:
        log.debug("storing failed for %s", reading.document.name, exc_info=True)
        return run.failed(reading.document.name, f"could not be stored ({error})")
