"""The one file that may ask which database it is: what SQLite and PostgreSQL do differently."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

#: Milliseconds a writer waits for another before it gives up: ingest beside a reading server.
BUSY_TIMEOUT = 10_000

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_TIMEOUT}",
    "PRAGMA synchronous=NORMAL",
)


#: A column of numbers, some of which may be missing.
Column = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]


class _Unpacked(FunctionElement[int]):
    """The numbers of a JSON list as rows, so that any number of them is one variable."""

    inherit_cache = True
    name = "unpacked"


@compiles(_Unpacked)
def _unpacked(element: _Unpacked, compiler: SQLCompiler, **options: Any) -> str:
    inner = compiler.process(element.clauses, **options)
    return f"(SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST({inner} AS JSON)))"  # noqa: S608 - a bound name


@compiles(_Unpacked, "sqlite")
def _unpacked_sqlite(element: _Unpacked, compiler: SQLCompiler, **options: Any) -> str:
    inner = compiler.process(element.clauses, **options)
    return f"(SELECT value FROM json_each({inner}))"  # noqa: S608 - a bound name


def is_one_of(column: Column, ids: Iterable[int]) -> sa.ColumnElement[bool]:
    """``column IN ids``, however many: SQLite takes no more than 32,766 variables at once."""
    packed = sa.literal(json.dumps(sorted(ids)), sa.Text)
    return column.bool_op("IN")(_Unpacked(packed))


def prepares_connections(engine: Engine) -> bool:
    """True where a new connection must be told how to behave (SQLite)."""
    return engine.dialect.name == "sqlite"


def prepare_connection(connection: DBAPIConnection) -> None:
    """SQLite: write-ahead log, foreign keys on, wait for a busy writer."""
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def hold_still(connection: sa.Connection) -> None:
    """Let all that is read from here to the end of the transaction be of one moment.

    SQLite begins a transaction with the first write only, unless told to.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
