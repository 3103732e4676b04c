"""The one file that may ask which database it is: what SQLite and PostgreSQL do differently."""

from __future__ import annotations

from sqlalchemy.engine import Engine
from sqlalchemy.engine.interfaces import DBAPIConnection

#: Milliseconds a writer waits for another before it gives up: ingest beside a reading server.
BUSY_TIMEOUT = 10_000

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_TIMEOUT}",
    "PRAGMA synchronous=NORMAL",
)


def prepares_connections(engine: Engine) -> bool:
    """True where a new connection must be told how to behave (SQLite)."""
    return engine.dialect.name == "sqlite"


def prepare_connection(connection: DBAPIConnection) -> None:
    """SQLite: write-ahead log, foreign keys on, wait for a busy writer."""
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
