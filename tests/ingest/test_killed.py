"""Killed at any moment, the database is whole, and a second run completes it.

TASALSUL_KILLS=20 python -m pytest tests/ingest/test_killed.py
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.settings import ROOT, SEEDS

KILLS = int(os.environ.get("TASALSUL_KILLS", "4"))
#: Each in its own words: no two share a text, many share events and actors.
ARTICLES = 16 + 2 * KILLS


def ingest(folder: Path, database: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-c",
        "from app.cli import main; main()",
        "ingest",
        str(folder),
        "--db",
        str(database),
    ]
    return subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )


def stored(database: Path) -> list[tuple[object, ...]]:
    """What the database says, without its own numbers and hours."""
    with sqlite3.connect(database) as connection:
        queries = (
            "SELECT key, sha256, fingerprint FROM articles ORDER BY 1",
            "SELECT public_id, type, edtf, status, origins_count FROM events ORDER BY 1",
            "SELECT public_id, lemma, content FROM statements ORDER BY 1",
            "SELECT slug, name_ar, kind FROM actors ORDER BY 1",
            "SELECT kind, reasons, count(*) FROM links GROUP BY 1, 2 ORDER BY 1, 2",
        )
        return [row for query in queries for row in connection.execute(query)]


def count(database: Path) -> int:
    if not database.exists():
        return 0
    with sqlite3.connect(database) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'articles'").fetchone():
            return 0
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("many")
    texts = [path.read_text("utf-8")[:700] for path in sorted(SEEDS.glob("*.txt"))]
    with (made / "all.jsonl").open("w", encoding="utf-8") as lines:
        for n in range(ARTICLES):
            text = f"{texts[n % len(texts)]}\nهذه هي النسخة رقم {n} من الخبر كما حفظها القارئ."
            lines.write(json.dumps({"id": str(n), "text": text, "published": "2016-01-01"}) + "\n")
    return made


@pytest.mark.slow
def test_killed_at_random_moments_nothing_is_lost(folder: Path, tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole.sqlite3", tmp_path / "broken.sqlite3"
    assert ingest(folder, whole).wait(120) == 0
    moments, kills = random.Random(7), 0
    for _ in range(10 * KILLS):
        running, before = ingest(folder, broken), count(broken)
        until = time.monotonic() + 20
        while count(broken) == before and running.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(moments.random() * 0.2)
        if running.poll() is not None:
            break
        running.send_signal(signal.SIGKILL)
        running.wait()
        kills += 1
        with sqlite3.connect(broken) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        if kills == KILLS:
            break
    assert kills >= 0.75 * KILLS, "too quick to be killed"
    assert ingest(folder, broken).wait(120) == 0
    assert stored(broken) == stored(whole)
