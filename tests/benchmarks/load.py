"""Many readers at once, with an ingest beside them and without, beside Datasette on the same rows.

    python -m tests.benchmarks.load [--size 1e5] [--seconds 60] [--workers 2] [--readers 16]

``wrk`` asks for mixed pages: the whole timeline, filtered by actor, dates and text, events, articles, actors,
statements, search, JSON. Datasette is asked for the same filters of its tables and for single rows. Told are
requests a second, the median and the 99th percentile, the processor time of the server for one answer,
answers above 399, broken connections, and the resident memory of all processes of a server when it is warm
and at the end. It is warmed up with a connection for each question: those that are kept open at once may all
be with one process, and the others cold. What the ingest stores meanwhile goes into a copy of the database.
Our server is asked as it is, and before that with ``TASALSUL_KEPT=0``, keeping no answer but pages of the
timeline, so that nobody takes what is kept for what is fast. Needs wrk (Debian: ``apt-get install wrk``).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.error import HTTPError
from urllib.request import urlopen

from app.settings import ROOT
from tests.benchmarks.article import EVENTS, article
from tests.benchmarks.engine.peers import UnavailableError
from tests.benchmarks.generate import SEED
from tests.benchmarks.timeline import asking, servers
from tests.benchmarks.timeline.servers import Server
from tests.benchmarks.timeline.stores import Store, build

#: Records of each kind whose own pages are asked for.
PAGES: Final = 40
#: Seconds of questions before the memory is looked at first: each worker was asked for each page by then.
WARM: Final = 20
#: Seconds for the ingest to store its first article.
PATIENCE: Final = 120
_SCRIPT = Path(__file__).with_suffix(".lua")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What ``wrk`` saw (milliseconds) and what the server held (megabytes); ``stored`` articles meanwhile."""

    name: str
    requests: int
    seconds: float
    p50: float
    p99: float
    longest: float
    refused: int
    broken: int
    before: float
    after: float
    cpu: float = 0.0
    stored: int | None = None
    failed: int = 0

    @property
    def rate(self) -> float:
        return self.requests / self.seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=lambda text: int(float(text)), default=100_000, help="events")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2, help="processes of our own server")
    parser.add_argument("--readers", type=int, default=16, help="connections that are kept busy")
    asked = parser.parse_args()
    measured = list(measure(build(asked.size), asked.seconds, asked.workers, asked.readers))
    sys.stdout.write(table(measured))
    sys.exit(
        1
        if any(each.refused or each.broken or each.failed for each in measured if each.name != "Datasette")
        else 0
    )


def measure(store: Store, seconds: int, workers: int, readers: int) -> Iterator[Loaded]:
    """Our server alone, then with an ingest beside it, then Datasette, each warmed up before."""
    with TemporaryDirectory(prefix="tasalsul-load-") as folder:
        own = replace(store, ours=Path(folder) / "store.sqlite3")
        shutil.copy(store.ours, own.ours)
        ours = Path(folder) / "ours.txt"
        ours.write_text("\n".join(our_paths(store)) + "\n", "utf-8")
        with servers.tasalsul(own, workers, {"TASALSUL_KEPT": "0"}) as server:
            yield load("Tasalsul, answers not kept", server, ours, seconds, readers)
        with servers.tasalsul(own, workers) as server:
            yield load("Tasalsul", server, ours, seconds, readers)
            with ingesting(own.ours, Path(folder)) as report:
                found = load("Tasalsul, with an ingest beside it", server, ours, seconds, readers)
                results = [json.loads(line)["result"] for line in report.read_text("utf-8").splitlines()]
            yield replace(found, stored=results.count("added"), failed=len(results) - results.count("added"))
        theirs = Path(folder) / "theirs.txt"
        theirs.write_text("\n".join(their_paths(store)) + "\n", "utf-8")
        try:
            with servers.datasette(store) as server:
                yield load("Datasette", server, theirs, seconds, readers)
        except UnavailableError as error:
            sys.stderr.write(f"no Datasette: {error}\n")


def our_paths(store: Store) -> list[str]:
    """Pages of every kind in a fixed, mixed order."""
    found = [path for paths in asking.addresses(store).values() for path in paths.get("Tasalsul", ())]
    with sqlite3.connect(store.ours) as connection:
        for address, table, name in (
            ("/ar/events/{}", "events", "public_id"), ("/en/articles/{}", "articles", "public_id"),
            ("/ar/actors/{}", "actors", "slug"), ("/api/v1/events/{}", "events", "public_id"),
        ):  # fmt: skip
            found += (address.format(value) for value in _some(connection, table, name))
    found += [f"/ar/search?{path.partition('?')[2]}" for path in found if "q=" in path]
    found += [
        "/ar/statements",
        "/en/",
        "/en/contradictions",
        "/ar/actors",
        "/ar/changes",
        "/api/v1/events?limit=50",
    ]
    return _mixed(found)


def their_paths(store: Store) -> list[str]:
    found = [
        path
        for page, paths in asking.addresses(store).items()
        for path in paths.get("Datasette", ())
        if page in asking.PAGES
    ]
    with sqlite3.connect(store.datasette) as connection:
        found += (f"/datasette/events/{value}" for value in _some(connection, "events", "rowid"))
    return _mixed(found)


def _some(connection: sqlite3.Connection, table: str, name: str) -> list[Any]:
    """Evenly from the first to the last."""
    # The names are the bench's own.
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    step = max(1, count // PAGES)
    rows = connection.execute(
        f"SELECT {name} FROM (SELECT {name}, row_number() OVER (ORDER BY {name}) AS n FROM {table})"
        " WHERE n % ? = 0",
        (step,),
    )
    return [row[0] for row in rows][:PAGES]


def _mixed(paths: Sequence[str]) -> list[str]:
    return Random(1).sample(paths, len(paths))


def load(name: str, server: Server, paths: Path, seconds: int, readers: int) -> Loaded:
    """Some seconds to warm up, then the load that is told."""
    _warm(server.port, paths.read_text("utf-8").split(), min(WARM, seconds), readers)
    before, spent = memory(server.process.pid), processor(server.process.pid)
    told = _wrk(server.port, paths, seconds, readers)
    each = (processor(server.process.pid) - spent) / max(1, told["requests"])
    return Loaded(name, before=before, after=memory(server.process.pid), cpu=each, **told)


def _warm(port: int, paths: Sequence[str], seconds: int, readers: int) -> None:
    """Ask for every page again and again, each time over a connection of its own."""
    until = time.monotonic() + seconds
    with ThreadPoolExecutor(readers) as pool:
        while time.monotonic() < until:
            list(pool.map(lambda path: _ask(f"http://127.0.0.1:{port}{path}"), paths))


def _ask(address: str) -> None:
    with suppress(HTTPError), urlopen(address, timeout=30) as answer:
        answer.read()


def _wrk(port: int, paths: Path, seconds: int, readers: int) -> dict[str, Any]:
    command = ["wrk", "--threads", "2", "--connections", str(readers), "--duration", f"{seconds}s"]
    command += ["--timeout", "30s", "--script", str(_SCRIPT), f"http://127.0.0.1:{port}"]
    try:
        done = subprocess.run(
            command,
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | {"TASALSUL_LOAD_PATHS": str(paths)},
        )
    except FileNotFoundError as error:
        raise SystemExit("wrk is needed (Debian: apt-get install wrk)") from error
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def memory(pid: int) -> float:
    """Resident megabytes of a process and all it has started; 0 where the system does not tell."""
    try:
        told = Path(f"/proc/{pid}/status").read_text("ascii")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return 0.0
    own = next((int(line.split()[1]) / 1024 for line in told.splitlines() if line.startswith("VmRSS:")), 0.0)
    return own + sum(memory(int(child)) for child in children)


def processor(pid: int) -> float:
    """Milliseconds of processor time of a process and all it has started; 0 where nobody tells."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return 0.0
    own = 1000 * (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(processor(int(child)) for child in children)


@contextmanager
def ingesting(database: Path, folder: Path) -> Iterator[Path]:
    """Articles that the database has not are read into it until this ends; the report grows."""
    inputs, report = folder / "fresh.jsonl", folder / "report.jsonl"
    inputs.write_text("".join(fresh(20_000)), "utf-8")
    command = [sys.executable, "-c", "from app.cli import main; main()", "ingest", "--jsonl", str(inputs)]
    command += ["--db", str(database), "--report", str(report)]
    report.touch()
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(report, process)
            yield report
        finally:
            process.terminate()


def _wait(report: Path, process: subprocess.Popen[bytes]) -> None:
    """Until the first article is stored; an ingest that does not get so far ends the run."""
    until = time.monotonic() + PATIENCE
    while not report.stat().st_size:
        if process.poll() is not None or time.monotonic() > until:
            raise SystemExit("the ingest stores nothing")
        time.sleep(0.2)


def fresh(articles: int, first: int = 5_000_000) -> Iterator[str]:
    """Generated articles that no store of the bench holds, as JSON lines for the ingest."""
    for n in range(first, first + articles):
        made = article(Random(f"{SEED} {n}"), n, EVENTS)
        line = {"id": made["given_id"], "text": made["text"], "title": made["title"]}
        yield json.dumps(line | {"published": made["published_edtf"]}, ensure_ascii=False) + "\n"


def table(measured: Sequence[Loaded]) -> str:
    """As Markdown."""
    rows = [
        "| | requests/s | p50 | p99 | longest | processor time for one | > 399 | broken |"
        " memory, warm → end | stored meanwhile |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for x in measured:
        stored = "–" if x.stored is None else f"{x.stored} articles, {x.failed} failed"
        rows.append(
            f"| {x.name} | {x.rate:.1f} | {x.p50:.0f} ms | {x.p99:.0f} ms | {x.longest:.0f} ms |"
            f" {x.cpu:.1f} ms |"
            f" {x.refused} | {x.broken} | {x.before:.0f} → {x.after:.0f} MB | {stored} |"
        )
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
