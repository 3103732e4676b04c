"""Databases of the generated corpus, one for each size, kept by a hash of all that decides their rows."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from app.settings import ROOT

FOLDER = Path(tempfile.gettempdir()) / "tasalsul-bench"
_SOURCES = (
    "tests/benchmarks/*.py", "tests/benchmarks/*.toml", "app/ingest/transfer/*.py", "app/ingest/storing/*.py",
    "app/index/*.py", "app/models/*.py", "migrations/versions/*.py",
    "tests/benchmarks/timeline/datasette.sql",
)  # fmt: skip

_DATASETTE = Path(__file__).with_name("datasette.sql")


@dataclass(frozen=True, slots=True)
class Store:
    """``seconds`` is what the import took, None where an earlier run made it."""

    size: int
    ours: Path
    datasette: Path
    seconds: float | None


def build(size: int, stores: Path | None = None) -> Store:
    """The databases of so many events, made unless they are there, by default where the hash says."""
    folder = (stores or FOLDER / _hash()) / f"{size}"
    ours, theirs = folder / "tasalsul.sqlite3", folder / "datasette.sqlite3"
    if theirs.exists():
        return Store(size, ours, theirs, None)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    seconds = _import(size, ours)
    part = theirs.with_suffix(".part")
    with sqlite3.connect(part) as connection:
        connection.execute("ATTACH ? AS ours", (str(ours),))
        connection.executescript(_DATASETTE.read_text("utf-8"))
    connection.close()
    part.rename(theirs)
    return Store(size, ours, theirs, seconds)


def _import(size: int, database: Path) -> float:
    """Generate into one end of a pipe, import from the other; seconds of the import."""
    make = [sys.executable, "-m", "tests.benchmarks.generate", str(size), "-"]
    take = [sys.executable, "-c", "from app.cli import main; main()", "import", "-", "--db", str(database)]
    subprocess.run([*take[:3], "migrate", *take[5:]], cwd=ROOT, check=True)
    started = time.perf_counter()
    with subprocess.Popen(make, cwd=ROOT, stdout=subprocess.PIPE) as generator:
        subprocess.run(take, cwd=ROOT, check=True, stdin=generator.stdout, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def _hash() -> str:
    found = hashlib.sha256()
    for pattern in _SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            found.update(path.read_bytes())
    return found.hexdigest()[:12]
