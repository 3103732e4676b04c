"""The search page beside Datasette's full-text page over the same articles, in one run.

    python -m tests.benchmarks.search [--articles 1e4] [--words 60]

Articles come out of the generator, an event each, through the project's own import. Both servers are
asked for the same words in turns, from the most frequent to the rarest, each word once, so that nobody
answers from what was asked before; a few others go first to warm both up.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random
from statistics import median, quantiles

from app.ingest.transfer.files import write_lines
from app.settings import ROOT
from tests.benchmarks.article import article, encoded
from tests.benchmarks.engine.peers import UnavailableError
from tests.benchmarks.generate import SEED
from tests.benchmarks.timeline import asking, servers
from tests.benchmarks.timeline.servers import Server
from tests.benchmarks.timeline.stores import FOLDER, Store

_SOURCES = ("tests/benchmarks/*.py", "tests/benchmarks/*.toml", "app/index/*.py", "migrations/versions/*.py")
_DATASETTE = """
CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT, outlet TEXT, published TEXT, text TEXT);
INSERT INTO articles SELECT a.id, a.title, o.name_ar, a.published_earliest, a.text
  FROM ours.articles a LEFT JOIN ours.actors o ON o.id = a.outlet_id;
CREATE VIRTUAL TABLE articles_fts USING fts5 (title, text, content=articles, content_rowid=id);
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
ANALYZE;
"""
WARMING = 6

Paths = Mapping[str, Mapping[str, Sequence[str]]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=lambda text: int(float(text)), default=10_000)
    parser.add_argument("--words", type=int, default=60)
    asked = parser.parse_args()
    store = build(asked.articles)
    with ExitStack() as stack:
        running = []
        for start in (servers.tasalsul, servers.datasette):
            try:
                running.append(stack.enter_context(start(store)))
            except UnavailableError as error:
                sys.stdout.write(f"{start.__name__}: {error}\n")
        for line in table(running, paths(store, asked.words), asked.articles):
            sys.stdout.write(line + "\n")


def build(articles: int) -> Store:
    """The databases of so many articles, made unless they are there."""
    found = hashlib.sha256()
    for pattern in _SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            found.update(path.read_bytes())
    folder = FOLDER / f"search-{found.hexdigest()[:12]}" / f"{articles}"
    ours, theirs = folder / "tasalsul.sqlite3", folder / "datasette.sqlite3"
    if theirs.exists():
        return Store(articles, ours, theirs, None)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    started = time.perf_counter()
    _import(articles, folder / "corpus.jsonl", ours)
    part = theirs.with_suffix(".part")
    with sqlite3.connect(part) as connection:
        connection.execute("ATTACH ? AS ours", (str(ours),))
        connection.executescript(_DATASETTE)
    connection.close()
    part.rename(theirs)
    return Store(articles, ours, theirs, time.perf_counter() - started)


def _import(articles: int, corpus: Path, database: Path) -> None:
    write_lines(str(corpus), _lines(articles))
    command = [sys.executable, "-c", "from app.cli import main; main()"]
    for step in (["migrate"], ["import", str(corpus)]):
        quiet = subprocess.DEVNULL
        subprocess.run([*command, *step, "--db", str(database)], cwd=ROOT, check=True, stderr=quiet)
    corpus.unlink()


def _lines(articles: int) -> Iterator[bytes]:
    header = {"record": "header", "format": "tasalsul", "version": 1, "corpus": f"search-{articles}"}
    yield encoded({**header, "articles": articles, "events": 0, "links": 0})
    for n in range(articles):
        yield encoded(article(Random(f"{SEED} {n}"), n, 1))


def paths(store: Store, wanted: int) -> Paths:
    """By question the addresses of both servers; words from the most frequent to the rarest."""
    with sqlite3.connect(store.datasette) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, articles_fts, col)")
        rows = connection.execute(
            "SELECT term FROM temp.terms WHERE col = 'text' AND length(term) > 3 ORDER BY doc DESC, term"
        ).fetchall()
        lines = connection.execute("SELECT text FROM articles ORDER BY id LIMIT ?", (wanted,)).fetchall()
    connection.close()
    step = len(rows) / wanted
    words = [rows[int(step * n)][0] for n in range(wanted)]
    pairs = [f'"{" ".join(text.split()[40:42])}"' for (text,) in lines]
    at = asking._at
    return {
        name: {
            "Tasalsul": [at("/ar/search", q=q, **kind) for q in questions],
            "Datasette": [at("/datasette/articles", _search=q, _size=20) for q in questions],
        }
        for name, questions, kind in (
            ("word, everything", words, {}),
            ("word, passages only", words[::-1], {"kind": "passage"}),
            ("phrase, everything", pairs, {}),
        )
    }


def table(running: Sequence[Server], asked: Paths, articles: int) -> Iterator[str]:
    """Milliseconds p50 / p95 and processor time of an answer, and ours over those of Datasette."""
    yield f"| {articles:,} articles | Tasalsul | Datasette | ratio of medians | of processor time |"
    yield "|---|---|---|---|---|"
    for name, by_server in asked.items():
        found = {server.name: _measured(server, by_server[server.name]) for server in running}
        cells = [f"{p50:.0f} / {p95:.0f} · {cpu:.1f}" for p50, p95, cpu in found.values()]
        if len(found) == 2:
            (ours, _, own), (theirs, _, other) = found.values()
            cells += [f"{ours / theirs:.2f}", f"{own / max(other, 0.01):.2f}"]
        yield f"| {name} | " + " | ".join(cells) + " |"


def _measured(server: Server, asked: Sequence[str]) -> tuple[float, float, float]:
    asking._timed(server, asked[:WARMING])
    before = server.cpu
    times = asking._timed(server, asked[WARMING:])
    return median(times), quantiles(times, n=20, method="inclusive")[-1], (server.cpu - before) / len(times)


if __name__ == "__main__":
    main()
