"""Settings, read once from the environment, and the folders of the checkout.

========================  ==============================================  =======================
variable                  meaning                                         default
========================  ==============================================  =======================
``TASALSUL_DATABASE_URL`` SQLAlchemy URL, ``sqlite:///…`` or              ``data/tasalsul.sqlite3``
                          ``postgresql+psycopg://…``; a bare path is      in the checkout
                          taken as an SQLite file
``TASALSUL_HOST``         address to listen on                            ``127.0.0.1``
``PORT``                  port to listen on, 1–65535                      ``8000``
``TASALSUL_MORPHOLOGY``   ``buckwalter`` (see ``tasalsul morph``), or the  ``news``
                          path of a database in the form of camel-tools
``TASALSUL_CACHE_DIR``    folder for tables that take long to derive (see  ``tasalsul`` in the user's
                          ``app.cache``); set to nothing, none are kept   cache folder
========================  ==============================================  =======================
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
STATIC = ROOT / "static"
MIGRATIONS = ROOT / "migrations"
SEEDS = ROOT / "seeds"

#: Which database reads words that are no verbs of news.
MORPHOLOGY = "TASALSUL_MORPHOLOGY"

DEFAULT_DATABASE = ROOT / "data" / "tasalsul.sqlite3"


@dataclass(frozen=True, slots=True)
class Settings:
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8000

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read the variables above; raises SettingsError naming the one that cannot be used."""
        env = os.environ if environ is None else environ
        return cls(
            database_url=database_url(env.get("TASALSUL_DATABASE_URL") or str(DEFAULT_DATABASE)),
            host=env.get("TASALSUL_HOST") or "127.0.0.1",
            port=_port(env.get("PORT") or "8000"),
        )


def database_url(given: str) -> str:
    """A SQLAlchemy URL for a URL or for the path of an SQLite file.

    The short forms ``postgres://`` and ``postgresql://`` are read with the psycopg driver.
    """
    for short in ("postgres://", "postgresql://"):
        if given.startswith(short):
            return "postgresql+psycopg://" + given.removeprefix(short)
    if "://" in given:
        return given
    return f"sqlite:///{Path(given).expanduser().absolute()}"


def morphology() -> str:
    """What ``TASALSUL_MORPHOLOGY`` says, empty where it is not set."""
    return os.environ.get(MORPHOLOGY, "").strip()


def _port(given: str) -> int:
    if not (given.isascii() and given.isdigit() and 1 <= int(given) <= 65535):
        raise SettingsError("PORT", f"{given!r} is not a port between 1 and 65535")
    return int(given)
