"""From what was read to what is stored: the loop behind ``tasalsul ingest``."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from app import db
from app.domain.records import Extraction
from app.domain.text import RawArticle
from app.errors import InputError
from app.ingest import pipeline
from app.ingest.batch import readings
from app.ingest.curation.overrides import Overrides
from app.ingest.engine import engine_version
from app.ingest.read import Found
from app.ingest.store import NONE, IngestRun, ingest_run
from app.ingest.storing.outcome import Outcome, settled_unread
from app.ingest.storing.rehearsal import failure, rehearse
from app.ingest.workers import Pool
from app.knowledge.load import load_knowledge

log = logging.getLogger(__name__)


def intake(
    engine: Engine,
    found: Iterable[Found],
    pool: Pool | None = None,
    *,
    dry: bool = False,
    again: bool = False,
    overrides: Overrides = NONE,
) -> Iterator[Outcome]:
    """Store each article in a transaction of its own, all as one recorded run.

    What the same rules have read before is not read again, unless ``again``. ``dry``: nothing is stored,
    the outcomes are those it would have. ``overrides`` are applied to whatever is read.
    """
    left: Iterable[Found | Outcome] = found if again else _unsettled(engine, found, overrides)
    read: Iterator[Extraction | InputError | Outcome] = readings(left, pool)
    if dry:
        yield from rehearse(engine, read, overrides)
        return
    tables = load_knowledge()
    with ingest_run(engine, engine_version(), _now, tables, overrides) as run:
        for reading in read:
            yield _store(run, reading)


def _now() -> datetime:
    return datetime.now(UTC)


def _unsettled(
    engine: Engine, found: Iterable[Found], overrides: Overrides
) -> Iterator[RawArticle | InputError | Outcome]:
    """The same, with the outcome in place of an article that need not be read."""
    for raw in found:
        if isinstance(raw, InputError):
            yield raw
            continue
        with db.reading(engine) as session:
            known = settled_unread(session, raw, overrides)
        yield known or raw


def _store(run: IngestRun, reading: Extraction | InputError | Outcome) -> Outcome:
    if isinstance(reading, Outcome):
        return run.note(reading)
    if isinstance(reading, InputError):
        told = failure(reading)
        return run.failed(told.file, told.detail or "")
    try:
        return run.store(reading, pipeline.remark(reading.document))
    except SQLAlchemyError as error:
        log.debug("storing failed for %s", reading.document.name, exc_info=True)
        return run.failed(reading.document.name, f"could not be stored ({error})")
