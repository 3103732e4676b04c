"""How connections to each database are made, held at one state and limited, and what their errors mean."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
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

#: The execution option that bounds the work for one statement that reads, in seconds.
TIME_LIMIT: Final = "time_limit"

#: Steps of SQLite's machine between two looks at the clock: far less than a millisecond.
_STEPS: Final = 10_000
_CLOCK: Final = "clock"
#: Bytes of a write-ahead log beyond which it is brought in, and the milliseconds readers are waited for.
_MOST_LOGGED: Final = 64_000_000
_SHORTLY: Final = 2_500


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
    name = engine.url.database
    path = Path(name) if name and name != ":memory:" else None
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)

    @event.listens_for(engine, "do_connect")
    def opened(_dialect: object, _record: object, arguments: list[Any], named: dict[str, Any]) -> None:
        if path and only_readable(path):
            arguments[0] = f"file:{quote(str(path))}?mode=ro&immutable=1"
            named["uri"] = True

    @event.listens_for(engine, "connect")
    def made(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA synchronous=NORMAL")
        if not (path and only_readable(path)):
            cursor.execute("PRAGMA journal_mode=WAL")
        cursor.close()

    _watch_the_clock(engine)


def _watch_the_clock(engine: Engine) -> None:
    """Each statement has its own time, and whoever takes the connection next has none of it."""

    @event.listens_for(engine, "before_cursor_execute")
    def begun(connection: sa.Connection, *_: object) -> None:
        if clock := connection.info.get(_CLOCK):
            clock.spent = 0.0

    @event.listens_for(engine, "checkin")
    def given_back(connection: Any, record: Any) -> None:
        if connection is not None and record.info.pop(_CLOCK, None):
            connection.set_progress_handler(None, 0)


def only_readable(file: Path) -> bool:
    """True for a database that is there, where neither it nor its folder can be written to.

    Nothing may be in its write-ahead log, for that would not be read.
    """
    log = file.with_name(file.name + "-wal")
    if not file.exists() or (log.exists() and log.stat().st_size):
        return False
    effective = os.access in os.supports_effective_ids
    return not all(os.access(path, os.W_OK, effective_ids=effective) for path in (file, file.parent))


def copied(engine: Engine, file: Path) -> bool:
    """Copy an SQLite database of one moment into ``file`` while others read and write it, and check the copy;
    False, and nothing done, for any other database.

    Raises sqlalchemy.exc.DBAPIError if it cannot be read, sqlite3.Error if it cannot be written.
    """
    if engine.dialect.name != "sqlite":
        return False
    with engine.connect() as connection, closing(sqlite3.connect(file)) as target:
        source: Any = connection.connection.driver_connection
        source.backup(target, pages=-1)  # in one step: in smaller ones, each write begins it anew
        if (found := target.execute("PRAGMA quick_check").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(f"the copy is not whole: {found}")
    return True


def hold_still(connection: sa.Connection) -> None:
    """Let all that is read from here to the end of the transaction be of one moment, and each statement
    take no longer than the engine's option ``TIME_LIMIT`` allows.

    SQLite begins a transaction with the first write only, unless told to.
    """
    seconds: float | None = connection.get_execution_options().get(TIME_LIMIT)
    if connection.dialect.name == "sqlite":
        if seconds:
            clock = connection.info[_CLOCK] = _Clock(seconds)
            driver: Any = connection.connection.driver_connection
            driver.set_progress_handler(clock.tick, _STEPS)
        connection.exec_driver_sql("BEGIN")
        return
    limit = f"; SET LOCAL statement_timeout = {int(seconds * 1000)}" if seconds else ""
    connection.exec_driver_sql(f"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY{limit}")


def settle(engine: Engine) -> None:
    """Bring what has gathered in the write-ahead log of an SQLite file into the file.

    SQLite does so by itself where nobody reads; beside readers the log would grow as long as they read.
    """
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name:
        return
    log = Path(name + "-wal")
    if not log.exists() or log.stat().st_size < _MOST_LOGGED:
        return
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={_SHORTLY}")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(RESTART)").all()
        connection.invalidate()  # with its patience, which is not that of others


def state(connection: sa.Connection) -> str:
    """What is another whenever anybody has committed anything since this connection, in no transaction,
    was asked before."""
    if connection.dialect.name == "sqlite":
        asked = "PRAGMA data_version"
    else:
        asked = "SELECT CAST(pg_current_snapshot() AS text)"
        hold_still(connection)
    found = str(connection.exec_driver_sql(asked).scalar_one())
    connection.rollback()
    return found


class _Clock:
    """The seconds that SQLite has worked for a statement, without those in which it waited to be asked for
    the next row: a long download to a slow reader is no hard question."""

    __slots__ = ("last", "limit", "spent")

    #: Seconds beyond which nothing but waiting lies between two looks.
    PAUSE: Final = 0.05

    def __init__(self, limit: float) -> None:
        self.limit = limit
        self.spent = 0.0
        self.last = monotonic()

    def tick(self) -> bool:
        """True once it is enough."""
        now = monotonic()
        self.spent += min(now - self.last, self.PAUSE)
        self.last = now
        return self.spent > self.limit
