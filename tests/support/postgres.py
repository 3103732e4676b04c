"""A PostgreSQL server of the tests' own: in a temporary folder, reached by a socket, gone at the end.

There is no doing without: where the programs are missing the tests fail (``.ci/postgres`` fetches them).
"""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
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
    """The folder of ``initdb`` and ``postgres``; Debian keeps them off the PATH."""
    named = os.environ.get(VARIABLE)
    on_path = shutil.which("initdb")
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    for folder in (named and Path(named), on_path and Path(on_path).parent, *reversed(packaged)):
        if folder and (folder / "initdb").exists() and (folder / "postgres").exists():
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
        command = [str(self._programs / "initdb"), "-D", str(folder / "data"), *options]
        made = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False, **self._user)
        assert made.returncode == 0, made.stderr

    def start(self) -> None:
        """Start it as a child of this process, and wait until it answers."""
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} {_FAST} {_ROOM}".split()
        command = [str(self._programs / "postgres"), "-D", str(self.folder / "data"), *options]
        with (self.folder / "log").open("ab") as log:
            out: dict[str, Any] = {"stdout": log, "stderr": log, "cwd": self.folder} | self._user
            self._process = subprocess.Popen(command, preexec_fn=_die_with_parent, **out)  # noqa: PLW1509
        until = time.monotonic() + 60
        while not self._answers():
            assert self._process.poll() is None, (self.folder / "log").read_text("utf-8", errors="replace")
            assert time.monotonic() < until, "the PostgreSQL server did not start"
            time.sleep(0.05)

    def stop(self) -> None:
        """As a machine that loses power: whoever is connected loses the connection."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(30)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url().replace("+psycopg", ""), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

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


def _die_with_parent() -> None:
    """Let the kernel end the server with a test run that is killed (Linux only; elsewhere it stays)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGQUIT)  # PR_SET_PDEATHSIG


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
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
