"""How connections of each database are made, held still and bounded, and what their errors mean."""

from __future__ import annotations

import os
import sqlite3
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import Any, Final
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Engine
from sqlalchemy.exc import DBAPIError

#: Seconds a writer waits for another before it gives up: ingest beside a reading server.
PATIENCE: Final = 10.0

#: The execution option that bounds what is read in one session, in seconds.
TIME_LIMIT: Final = "time_limit"

#: Steps of SQLite's machine between two looks at the clock: some tens of microseconds.
_STEPS: Final = 10_000


class Trouble(StrEnum):
    """Why a database does not answer, though nobody asked anything wrong."""

    SLOW = "slow"  #: the time limit was reached
    BUSY = "busy"  #: somebody else holds it, or all connections are taken
    FULL = "full"  #: no room on its disk
    READ_ONLY = "read-only"  #: it may not be written to
    GONE = "gone"  #: it cannot be reached, or not be read


#: By the primary result code of SQLite (https://sqlite.org/rescode.html).
_SQLITE: Final = {
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_INTERRUPT: Trouble.SLOW,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_IOERR: Trouble.GONE,
    sqlite3.SQLITE_CANTOPEN: Trouble.GONE,
    sqlite3.SQLITE_CORRUPT: Trouble.GONE,
    sqlite3.SQLITE_NOTADB: Trouble.GONE,
}

#: By SQLSTATE or its class (PostgreSQL, appendix A).
_POSTGRESQL: Final = {
    "57014": Trouble.SLOW,
    "55P03": Trouble.BUSY,
    "40": Trouble.BUSY,
    "25006": Trouble.READ_ONLY,
    "53100": Trouble.FULL,
    "53": Trouble.BUSY,
    "08": Trouble.GONE,
    "57P": Trouble.GONE,
    "58": Trouble.GONE,
    "XX": Trouble.GONE,
}


def trouble(error: BaseException) -> Trouble | None:
    """What ails the database, or None where the error is a fault of whoever asked."""
    if isinstance(error, sa.exc.TimeoutError):
        return Trouble.BUSY  # no connection became free
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        code: int | None = getattr(cause, "sqlite_errorcode", None)
        return None if code is None else _SQLITE.get(code & 0xFF)
    state: str | None = getattr(cause, "sqlstate", None)
    if state:
        return next((_POSTGRESQL[state[:n]] for n in (5, 3, 2) if state[:n] in _POSTGRESQL), None)
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return Trouble.GONE if lost or isinstance(error, sa.exc.OperationalError) else None


def options(url: URL) -> dict[str, Any]:
    """What an engine for ``url`` is made with: a server may have gone, and come back, meanwhile."""
    if url.get_backend_name() == "sqlite":
        return {}
    return {"pool_pre_ping": True, "connect_args": {"connect_timeout": 5}}


def prepare(engine: Engine, patience: float = PATIENCE) -> None:
    """Let each new connection of an engine behave.

    SQLite: write-ahead log, foreign keys on, wait for a busy writer; a file that may only be read, or
    stands in such a folder, is opened so that nothing need be written beside it.
    """
    if engine.dialect.name != "sqlite":
        return
    path = engine.url.database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)

    @event.listens_for(engine, "do_connect")
    def read_only(_dialect: object, _record: object, arguments: list[Any], named: dict[str, Any]) -> None:
        if path and path != ":memory:" and only_readable(Path(path)):
            arguments[0] = f"file:{quote(path)}?mode=ro&immutable=1"
            named["uri"] = True

    @event.listens_for(engine, "connect")
    def made(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA synchronous=NORMAL")
        if not (path and only_readable(Path(path))):
            cursor.execute("PRAGMA journal_mode=WAL")
        cursor.close()

    @event.listens_for(engine, "checkin")
    def given_back(connection: Any, _record: object) -> None:
        if connection is not None:
            _stop_after(connection, None)


def only_readable(file: Path) -> bool:
    """True for a database that is there, where neither it nor its folder can be written to.

    Nothing may be in its write-ahead log, for that would not be read.
    """
    log = file.with_name(file.name + "-wal")
    if not file.exists() or (log.exists() and log.stat().st_size):
        return False
    effective = os.access in os.supports_effective_ids
    return not all(os.access(path, os.W_OK, effective_ids=effective) for path in (file, file.parent))


def hold_still(connection: sa.Connection) -> None:
    """Let all that is read from here to the end of the transaction be of one moment, and within the time
    that the engine's option ``TIME_LIMIT`` allows.

    SQLite begins a transaction with the first write only, unless told to.
    """
    seconds: float | None = connection.get_execution_options().get(TIME_LIMIT)
    if connection.dialect.name == "sqlite":
        _stop_after(connection.connection.driver_connection, seconds)
        connection.exec_driver_sql("BEGIN")
        return
    limit = f"; SET LOCAL statement_timeout = {int(seconds * 1000)}" if seconds else ""
    connection.exec_driver_sql(f"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY{limit}")


def _stop_after(connection: Any, seconds: float | None) -> None:
    """Interrupt an SQLite connection that is still at work so many seconds from now; None: never."""
    until = monotonic() + (seconds or 0)
    connection.set_progress_handler((lambda: monotonic() > until) if seconds else None, _STEPS)
