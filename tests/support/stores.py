"""Databases for tests: built once by the migrations, copied for each test."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app import db
from app.models import Base
from tests.support import gold


@cache
def _template(filled: bool) -> Path:
    path = Path(tempfile.mkdtemp(prefix="tasalsul-")) / "store.sqlite3"
    if filled:
        gold.build(f"sqlite:///{path}")
    else:
        engine = db.make_engine(f"sqlite:///{path}")
        db.migrate(engine)
        engine.dispose()
    return path


def empty(folder: Path) -> Engine:
    """An engine on a migrated database without a row."""
    return _copied(_template(filled=False), folder)


def filled(folder: Path) -> Engine:
    """An engine on a database with the seeds as annotated."""
    return _copied(_template(filled=True), folder)


def _copied(template: Path, folder: Path) -> Engine:
    target = folder / template.name
    shutil.copy(template, target)
    return db.make_engine(f"sqlite:///{target}")


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
_INNER |= {"claimed_by_id", "run_id", "ingest_article_id"}
_ENDS = ("from_telling_id", "from_statement_id", "to_telling_id", "to_statement_id")
_RUNS = {"ingest_runs", "ingest_articles", "changes"}
#: Keys are given out in the order in which records come; tests/index compares what is filed under them.
_INDEX = {"index_state", "index_terms", "index_months", "index_postings", "index_entries"}
_INDEX |= {"index_articles", "index_vocabulary"}


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
