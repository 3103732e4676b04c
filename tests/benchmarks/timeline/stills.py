"""Pages without a server behind them: one written by hand with as much on it as ours, and vis-timeline."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import tarfile
from pathlib import Path
from typing import Any

from jinja2 import Environment

from tests.benchmarks.engine.peers import FOLDER, UnavailableError
from tests.benchmarks.timeline.stores import Store

VIS = "8.5.4"
_HERE = Path(__file__).parent
_EVENTS = """
SELECT e.public_id, e.headline_ar, e.earliest, e.latest,
  (SELECT a.lane FROM participants p JOIN actors a ON a.id = p.actor_id WHERE p.event_id = e.id
   ORDER BY p.position LIMIT 1) AS lane,
  (SELECT group_concat(a.name_ar, '، ') FROM participants p JOIN actors a ON a.id = p.actor_id
   WHERE p.event_id = e.id) AS names
FROM events e WHERE e.earliest IS NOT NULL ORDER BY e.sort_day, e.id"""


def hand(store: Store, folder: Path, *, bars: int, marks: int, cards: int) -> None:
    """``hand.html``: the same number of bars, marks and cards, links and titles, one file, no script."""
    shown = [(row["headline_ar"], row["earliest"], row["names"]) for row in _events(store, cards)]
    made = Environment(autoescape=True).from_string((_HERE / "hand.html").read_text("utf-8"))
    page = made.render(title="hand", bars=bars, marks=marks, cards=shown)
    (folder / "hand.html").write_text(page, "utf-8")


def vis(store: Store, folder: Path) -> None:
    """``vis.html`` with its script and every dated event; raises UnavailableError without the script."""
    home = _vis()
    shutil.copy(home / "standalone" / "umd" / "vis-timeline-graph2d.min.js", folder / "vis.js")
    shutil.copy(home / "styles" / "vis-timeline-graph2d.min.css", folder / "vis.css")
    shutil.copy(_HERE / "vis.html", folder / "vis.html")
    rows = _events(store, store.size)
    items = [
        {
            "id": row["public_id"],
            "group": row["lane"] or "-",
            "content": row["headline_ar"],
            "start": row["earliest"],
        }
        | ({"end": row["latest"]} if row["latest"] != row["earliest"] else {})
        for row in rows
    ]
    groups = [{"id": lane, "content": lane} for lane in sorted({item["group"] for item in items})]
    (folder / "events.json").write_text(
        json.dumps({"items": items, "groups": groups}, ensure_ascii=False), "utf-8"
    )


def _events(store: Store, limit: int) -> list[Any]:
    with sqlite3.connect(store.ours) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute(f"{_EVENTS} LIMIT ?", (limit,)).fetchall()
    connection.close()
    return rows


def _vis() -> Path:
    """The unpacked npm package, outside the repository's files."""
    home = FOLDER / f"vis-timeline-{VIS}"
    if not (home / "package").exists():
        npm = shutil.which("npm")
        if npm is None:
            raise UnavailableError("no npm on this machine")
        home.mkdir(parents=True, exist_ok=True)
        command = [npm, "pack", "--silent", f"vis-timeline@{VIS}"]
        try:
            subprocess.run(command, cwd=home, check=True, capture_output=True, timeout=120)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            raise UnavailableError(f"npm cannot get vis-timeline: {error}") from error
        with tarfile.open(next(home.glob("*.tgz"))) as packed:
            packed.extractall(home, filter="data")
    return home / "package"
