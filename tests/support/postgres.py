"""A PostgreSQL server of the tests' own: in a temporary folder, reached by a socket, gone at the end.

There is no doing without: where the programs are missing the tests fail (``.ci/postgres`` fetches them).
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from app import db

#: The folder of the programs, where they are not on the PATH.
VARIABLE = "TASALSUL_POSTGRES"

#: Nothing here outlives the tests, so nothing need reach the disk.
_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=32MB"
_ROOM = "-c max_connections=200 -c autovacuum=off -c jit=off -c max_wal_size=1GB"

_numbers = count(1)


def programs() -> Path:
    """The folder of ``initdb`` and ``pg_ctl``; Debian keeps them off the PATH."""
    named = os.environ.get(VARIABLE)
    on_path = shutil.which("pg_ctl")
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    for folder in (named and Path(named), on_path and Path(on_path).parent, *reversed(packaged)):
        if folder and (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise FileNotFoundError(f"no PostgreSQL: install it (see .ci/postgres), or name its folder in {VARIABLE}")


class Server:
    """A cluster in ``folder``; ``url`` names its databases. Make one with :func:`running`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._programs = programs()
        self._user: dict[str, Any] = {}
        if os.geteuid() == 0:  # which PostgreSQL refuses to be
            other = pwd.getpwnam("nobody")
            os.chown(folder, other.pw_uid, other.pw_gid)
            self._user = {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}
        options = ["--auth=trust", "--username=tests", "--encoding=UTF8", "--locale=C", "--no-sync"]
        self._run("initdb", "-D", str(folder / "data"), *options)

    def start(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} {_FAST} {_ROOM}"
        self._run("pg_ctl", *self._data, "-l", str(self.folder / "log"), "-w", "-o", options, "start")

    def stop(self) -> None:
        """As a machine that loses power: whoever is connected loses the connection."""
        self._run("pg_ctl", *self._data, "-m", "immediate", "-w", "stop")

    def url(self, database: str = "postgres") -> str:
        return f"postgresql+psycopg://tests@/{database}?host={self.folder}"

    def create(self, template: str | None = None) -> str:
        """A new database, empty or a copy of another that nobody is connected to; its name."""
        name = f"tests_{next(_numbers)}"
        self._tell(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is connected."""
        self._tell(f"DROP DATABASE {name} WITH (FORCE)")

    def _tell(self, statement: str) -> None:
        engine = db.make_engine(self.url(), poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sa.text(statement))

    @property
    def _data(self) -> tuple[str, str]:
        return ("-D", str(self.folder / "data"))

    def _run(self, program: str, *arguments: str) -> None:
        """Run a program; its words are kept for when it fails, but not awaited: a server inherits them."""
        told = self.folder / f"{program}.out"
        with told.open("wb") as out:
            command = [str(self._programs / program), *arguments]
            ran = subprocess.run(command, stdout=out, stderr=out, cwd=self.folder, check=False, **self._user)
        assert ran.returncode == 0, told.read_text("utf-8", errors="replace")


@contextmanager
def running() -> Iterator[Server]:
    """A server that is stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="tasalsul-pg-", dir="/tmp"))  # short, for the path of a socket is
    try:
        server = Server(folder)
        server.start()
        try:
            yield server
        finally:
            if (folder / "data" / "postmaster.pid").exists():
                server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
