"""Settings, read once from the environment, and the folders of the checkout.

========================  ==============================================  =======================
variable                  meaning                                         default
========================  ==============================================  =======================
``TASALSUL_DATABASE_URL`` ``sqlite:///…``, the path of an SQLite file,   ``data/tasalsul.sqlite3``
                          or ``postgresql://user@host/name``              in the checkout
``TASALSUL_HOST``         address to listen on                            ``127.0.0.1``
``PORT``                  port to listen on, 1–65535                      ``8000``
``TASALSUL_HOSTS``        host names the server answers to, separated by  any
                          commas; ``*.example.org`` covers subdomains
``TASALSUL_TIME_LIMIT``   seconds the database may spend on one query of  ``5``
                          a page, 0.1–600
``TASALSUL_LAG``          seconds by which pages may lag behind the       ``1``
                          database, 0–60; 0: none
``TASALSUL_KEPT``         megabytes of responses each process caches      ``32``
                          until the database changes; 0: none
``TASALSUL_LOG``          ``text``: warnings and errors; or ``json``:     ``text``
                          one line per request as well
``TASALSUL_MORPHOLOGY``   ``buckwalter`` (see ``tasalsul morph``), or     built-in verbs only
                          the path of a camel-tools database
``TASALSUL_CACHE_DIR``    folder for tables that are slow to derive (see  ``tasalsul`` in the user's
                          ``app.cache``); if empty, none are kept         cache folder
========================  ==============================================  =======================
"""

from __future__ import annotations

import os
import re
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
    hosts: tuple[str, ...] = ("*",)
    time_limit: float = 5.0
    log: str = "text"
    lag: float = 1.0
    kept: float = 32.0

    def as_environment(self) -> dict[str, str]:
        """The variables that ``from_environment`` reads the same settings from."""
        return {
            "TASALSUL_DATABASE_URL": self.database_url,
            "TASALSUL_HOST": self.host,
            "PORT": str(self.port),
            "TASALSUL_HOSTS": ",".join(self.hosts),
            "TASALSUL_TIME_LIMIT": str(self.time_limit),
            "TASALSUL_LOG": self.log,
            "TASALSUL_LAG": str(self.lag),
            "TASALSUL_KEPT": str(self.kept),
        }

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read the variables above; raises SettingsError naming the one that cannot be used."""
        env = os.environ if environ is None else environ
        return cls(
            database_url=database_url(env.get("TASALSUL_DATABASE_URL") or str(DEFAULT_DATABASE)),
            host=env.get("TASALSUL_HOST") or "127.0.0.1",
            port=_port(env.get("PORT") or "8000"),
            hosts=_hosts(env.get("TASALSUL_HOSTS") or "*"),
            time_limit=_number(env, "TASALSUL_TIME_LIMIT", "5", 0.1, 600),
            log=_log(env.get("TASALSUL_LOG") or "text"),
            lag=_number(env, "TASALSUL_LAG", "1", 0, 60),
            kept=_number(env, "TASALSUL_KEPT", "32", 0, 4096),
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


def _hosts(given: str) -> tuple[str, ...]:
    names = tuple(name.strip().lower() for name in given.split(",") if name.strip())
    form = re.compile(r"\*|(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:]+\]")
    if bad := next((name for name in names if not form.fullmatch(name)), None) or ("" if names else given):
        raise SettingsError("TASALSUL_HOSTS", f"{bad!r} is not the name of a host")
    return names


def _number(env: Mapping[str, str], name: str, default: str, least: float, most: float) -> float:
    given = env.get(name) or default
    try:
        number = float(given)
    except ValueError:
        number = -1.0
    if not least <= number <= most:
        raise SettingsError(name, f"{given!r} is not a number from {least} to {most}")
    return number


def _log(given: str) -> str:
    if given not in {"text", "json"}:
        raise SettingsError("TASALSUL_LOG", f"{given!r} is neither text nor json")
    return given
