"""From reading to storing: the loop behind ``tasalsul ingest``."""

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
from app.ingest.storing.outcome import Outcome, Result, settled_unread
from app.ingest.storing.rehearsal import failure, rehearse
from app.ingest.storing.rows import article_key, public_id
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
    """Store each article in a transaction of its own, all as one recorded run; none takes another's place.

    What the same rules have read before is not read again, unless ``again``. ``dry``: nothing is stored,
    the outcomes are those it would have. ``overrides`` are applied to whatever is read.
    """
    once = _each_once(found)
    left = once if again else _unsettled(engine, once, overrides)
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


def _each_once(found: Iterable[Found]) -> Iterator[Found | Outcome]:
    """The same, without what would be stored in the place of an article that came before it.

    At an address that was read there is the same article, in another form or of another time; an id or a name
    that was read may be that of any other.
    """
    seen: dict[str, tuple[str, str]] = {}
    for raw in found:
        if isinstance(raw, InputError):
            yield raw
            continue
        key, own = article_key(raw), (raw.name, raw.sha256)
        first = seen.setdefault(key, own)
        if first == own:
            yield raw
        elif raw.meta.url:
            yield Outcome(Result.DUPLICATE, raw.name, public_id(key), detail=first[0])
        else:
            what = "name" if raw.meta.id is None else f"id {key!r}"
            yield InputError(
                raw.name, f"not stored: another article of this run has this {what} too ({first[0]})"
            )


def _unsettled(
    engine: Engine, found: Iterable[Found | Outcome], overrides: Overrides
) -> Iterator[Found | Outcome]:
    """The same, with the outcome in place of an article that need not be read."""
    for raw in found:
        if not isinstance(raw, RawArticle):
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
