"""Databases for tests: built once by the migrations, copied for each test.

They are SQLite files, or databases of a PostgreSQL server while the fixture ``database`` says so.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.pool import NullPool

from app import db
from app.domain.records import Extraction
from app.ingest.intake import intake
from app.ingest.read import read_paths
from app.ingest.store import ingest_run
from app.ingest.storing.outcome import Outcome
from app.models import Base
from app.settings import SEEDS
from tests.support import gold
from tests.support.postgres import Server


def _migrated(url: str) -> None:
    engine = db.make_engine(url, poolclass=NullPool)
    db.migrate(engine)
    engine.dispose()


def _read(url: str) -> None:
    _migrated(url)
    engine = db.make_engine(url, poolclass=NullPool)
    outcomes = list(intake(engine, read_paths([str(SEEDS)])))
    engine.dispose()
    assert [o.result.value for o in outcomes] == ["added"] * 5, outcomes


@cache
def _file(build: Callable[[str], None]) -> Path:
    folder = tempfile.mkdtemp(prefix="tasalsul-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder) / "store.sqlite3"
    build(f"sqlite:///{path}")
    return path


@cache
def _database(server: Server, build: Callable[[str], None]) -> str:
    name = server.create()
    build(server.url(name))
    return name


_server: Server | None = None
_given_out: list[tuple[weakref.ref[Engine], Server, str]] = []


@contextmanager
def kept_on(server: Server | None) -> Iterator[None]:
    """Give out databases of this server for a while, or files where there is none."""
    global _server  # noqa: PLW0603 - the tests of a process run one after the other
    before, _server = _server, server
    yield
    _server = before


def blank(folder: Path) -> Engine:
    """An engine on a database without a table."""
    if _server:
        return _on(_server, _server.create())
    return db.make_engine(f"sqlite:///{folder / 'blank.sqlite3'}")


def empty(folder: Path) -> Engine:
    """An engine on a migrated database without a row."""
    return _copied(_migrated, folder)


def filled(folder: Path) -> Engine:
    """An engine on a database with the seeds as annotated."""
    return _copied(gold.build, folder)


def read(folder: Path) -> Engine:
    """An engine on a database with the seeds as the rules read them."""
    return _copied(_read, folder)


def _copied(build: Callable[[str], None], folder: Path) -> Engine:
    if _server:
        return _on(_server, _server.create(_database(_server, build)))
    template = _file(build)
    target = folder / template.name
    shutil.copy(template, target)
    return db.make_engine(f"sqlite:///{target}")


def _on(server: Server, name: str) -> Engine:
    """An engine that keeps no connection, so that none is left open by a test that forgets it.

    A database goes when nobody has its engine any more.
    """
    for entry in [entry for entry in _given_out if entry[0]() is None and entry[1] is server]:
        _given_out.remove(entry)
        server.drop(entry[2])
    engine = db.make_engine(server.url(name), poolclass=NullPool)
    _given_out.append((weakref.ref(engine), server, name))
    return engine


@contextmanager
def temporary() -> Iterator[Engine]:
    """An engine on a migrated database that is gone afterwards: one for each example of a property."""
    with tempfile.TemporaryDirectory(prefix="tasalsul-") as folder:
        engine = empty(Path(folder))
        yield engine
        engine.dispose()


def clock() -> datetime:
    """A clock that stands still."""
    return datetime(2026, 1, 1, tzinfo=UTC)


#: Columns that name a row of this database and mean nothing in another.
_INNER = {"id", "article_id", "actor_id", "event_id", "telling_id", "statement_id", "speaker_id", "outlet_id"}
_INNER |= {"claimed_by_id", "run_id", "ingest_article_id", "copy_id"}
#: An import does not say by what an article was read.
_INNER |= {"input_print"}
_ENDS = ("from_telling_id", "from_statement_id", "to_telling_id", "to_statement_id")
_RUNS = {"ingest_runs", "ingest_articles", "changes"}
#: Keys are given out in the order in which records come; tests/index compares what is filed under them.
_INDEX = {"index_state", "index_terms", "index_months", "index_postings", "index_entries"}
_INDEX |= {"index_articles", "index_vocabulary"}


def put(engine: Engine, *extractions: Extraction) -> list[Outcome]:
    """Store readings in one run, in this order; what became of each."""
    with ingest_run(engine, "test", clock) as run:
        return [run.store(extraction) for extraction in extractions]


def contents(engine: Engine) -> dict[str, list[str]]:
    """All records by table, with public names in place of row numbers, in a fixed order."""
    with engine.connect() as connection:
        tables = [t for t in Base.metadata.sorted_tables if t.name not in _RUNS | _INDEX]
        names = _public_names(connection)
        return {
            t.name: sorted(_row(r._mapping, names) for r in connection.execute(sa.select(t))) for t in tables
        }


def _public_names(connection: sa.Connection) -> dict[str, dict[int, str]]:
    tables = Base.metadata.tables
    found = {
        name: {r[0]: r[1] for r in connection.execute(sa.select(tables[table].c.id, tables[table].c[column]))}
        for name, table, column in (
            ("article_id", "articles", "key"),
            ("actor_id", "actors", "slug"),
            ("event_id", "events", "public_id"),
            ("telling_id", "tellings", "public_id"),
            ("statement_id", "statements", "public_id"),
        )
    }
    found["copy_id"] = found["article_id"]
    found["speaker_id"] = found["outlet_id"] = found["actor_id"]
    found["claimed_by_id"] = found["from_statement_id"] = found["to_statement_id"] = found["statement_id"]
    found["from_telling_id"] = found["to_telling_id"] = found["telling_id"]
    return found


def _row(row: Any, names: dict[str, dict[int, str]]) -> str:
    shown = {}
    for column, value in row.items():
        if column in names and value is not None:
            shown[column] = names[column][value]
        elif column not in _INNER and column not in _ENDS:
            shown[column] = value
    return repr(sorted(shown.items(), key=lambda pair: pair[0]))
