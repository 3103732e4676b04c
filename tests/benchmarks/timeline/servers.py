"""The servers that are compared, each in a process of its own on a port of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import MappingProxyType

from app.settings import ROOT
from tests.benchmarks.engine import peers
from tests.benchmarks.timeline.stores import Store

DATASETTE = "0.65.5"


@dataclass(frozen=True, slots=True)
class Server:
    """``cold`` is the time from the start of the process to its first answer, in seconds."""

    name: str
    port: int
    process: subprocess.Popen[bytes]
    cold: float

    @property
    def cpu(self) -> float:
        """Milliseconds of processor time so far; 0 where the system does not tell."""
        try:
            told = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return 1000 * (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> float:
        """Resident megabytes; 0 where the system does not tell."""
        try:
            told = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        except OSError:
            return 0.0
        return next(int(line.split()[1]) / 1024 for line in told.splitlines() if line.startswith("VmRSS:"))


@contextmanager
def tasalsul(
    store: Store, workers: int = 1, settings: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Server]:
    """Our own, as ``tasalsul serve`` starts it: uvicorn, one worker unless more are asked for; ``settings``
    are variables of its environment."""
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--workers", str(workers)]
    with _served("Tasalsul", [*command, "--db", str(store.ours)], "--port", "/ar/", settings) as server:
        yield server


@contextmanager
def floor(store: Store) -> Iterator[Server]:
    """A bare page over the same sets (``floor.py``)."""
    command = [sys.executable, "-m", "tests.benchmarks.timeline.floor", str(store.ours)]
    with _served("floor", command, "--port", "/") as server:
        yield server


@contextmanager
def datasette(store: Store) -> Iterator[Server]:
    """Datasette on the same rows; facets are not suggested, which is what makes it slow out of the box."""
    settings = ("suggest_facets", "off", "facet_time_limit_ms", "3000", "sql_time_limit_ms", "5000")
    chosen = [
        x
        for name, value in zip(settings[::2], settings[1::2], strict=True)
        for x in ("--setting", name, value)
    ]
    command = [str(datasette_python()), "-m", "datasette", "serve", "-i", str(store.datasette), *chosen]
    with _served("Datasette", command, "--port", "/") as server:
        yield server


@contextmanager
def still(folder: Path) -> Iterator[Server]:
    """Files as they are."""
    (folder / "index.html").touch()
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(folder)]
    with _served("files", command, "", "/") as server:
        yield server


def datasette_python() -> Path:
    """The interpreter of an environment of its own; raises UnavailableError where it cannot be had."""
    return peers.environment("datasette", DATASETTE)


@contextmanager
def _served(
    name: str, command: list[str], option: str, first: str, settings: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Server]:
    port = _free_port()
    quiet: Mapping[str, str] = os.environ | {"PYTHONWARNINGS": "ignore", **settings}
    started = time.perf_counter()
    with subprocess.Popen(
        [*command, *([option] if option else []), str(port)],
        cwd=ROOT,
        env=dict(quiet),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait(process, port, first)
            yield Server(name, port, process, time.perf_counter() - started)
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        except (OSError, HTTPException):
            time.sleep(0.02)
        finally:
            connection.close()
    raise peers.UnavailableError("it does not start")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
