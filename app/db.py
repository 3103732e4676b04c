"""Engine, session and transaction: the only place that commits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.orm import Session

from app.models import connections
from app.settings import MIGRATIONS


def make_engine(url: str, *, patience: float = connections.PATIENCE, **options: Any) -> Engine:
    """An engine for ``url`` (``sqlite:///file`` or ``postgresql+psycopg://…``).

    A writer waits ``patience`` seconds for another before it gives up (SQLite). The folder of an
    SQLite file is created if missing; the file itself comes with the first connection. Raises
    sqlalchemy.exc.ArgumentError for an invalid URL.
    """
    parsed = make_url(url)
    engine = sa.create_engine(parsed, **connections.options(parsed) | options)
    connections.prepare(engine, patience)
    return engine


def reading_engine(url: str, seconds: float) -> Engine:
    """An engine for readers: neither a query nor waiting for a writer takes longer than ``seconds``."""
    limit = {connections.TIME_LIMIT: seconds}
    return make_engine(url, patience=min(seconds, connections.PATIENCE), execution_options=limit)


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """A session whose work is committed as a whole at the end, or not at all."""
    with Session(engine, expire_on_commit=False) as session:
        yield session
        session.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A read-only session on one snapshot; nothing it might change is kept."""
    with Session(engine, autoflush=False) as session:
        connections.hold_still(session.connection())
        yield session


def migrate(engine: Engine, revision: str = "head") -> None:
    """Create the tables or bring them up to date (``alembic upgrade``)."""
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), revision)


def alembic_config(connection: sa.Connection) -> Config:
    """Alembic's settings for an open connection; there is no alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(year)d%%(month).2d%%(day).2d_%%(slug)s")
    config.attributes["connection"] = connection
    return config
