"""What the commands share: settings, an up-to-date database, one-line messages on standard error."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from app.errors import InputError, SettingsError, TasalsulError
from app.settings import Settings, database_url

if TYPE_CHECKING:
    from sqlalchemy import Engine


def complain(error: TasalsulError | str) -> None:
    """One line on standard error."""
    typer.echo(f"tasalsul: {error}", err=True)


def tell(results: Mapping[str, int]) -> None:
    """How many articles were added, changed … on standard error."""
    typer.echo(", ".join(f"{n} {what}" for what, n in sorted(results.items())) or "nothing to read", err=True)


def settings_for(db: str | None) -> Settings:
    """Those of the environment, with another database if one is given."""
    from dataclasses import replace

    settings = Settings.from_environment()
    return settings if db is None else replace(settings, database_url=database_url(db))


@contextmanager
def database(settings: Settings) -> Iterator[Engine]:
    """An engine on an up-to-date database; what goes wrong with it is told in one line."""
    from alembic.util import CommandError
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError, DBAPIError

    from app import db
    from app.index.upkeep import ensure

    try:
        shown = make_url(settings.database_url).render_as_string(hide_password=True)
    except ArgumentError as error:
        raise SettingsError("TASALSUL_DATABASE_URL or --db", "not the address of a database") from error
    try:
        engine = db.make_engine(settings.database_url)
        db.migrate(engine)
        ensure(engine)
        yield engine
        engine.dispose()
    except BrokenPipeError:
        raise  # whoever reads our output has had enough: no fault of the database
    except (ArgumentError, ImportError) as error:
        raise InputError(shown, "a kind of database that is not known here") from error
    except (DBAPIError, CommandError, OSError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise InputError(shown, reason) from error


def listen(host: str, port: int) -> socket.socket:
    """A socket that is listened on from here; taken first, so that nothing is done in vain."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        reason = (error.strerror or str(error)).partition(" (")[0]
        raise SettingsError(f"{host} port {port}", f"{reason}; --port or PORT choose another") from error
