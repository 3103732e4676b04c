"""How fast articles are read and stored: by more hands, and into a store that grows.

    python -m tests.benchmarks.pace [--articles 200] [--sizes 1e2,1e3,1e4] [--rounds 3] [--no-cluster]
        [--more 100] [--texts seeds] [--stores FOLDER]

First the same articles go into an empty store each time: read by one process, by two, and by a Dask cluster
of two workers on this machine; the exports must be equal to the byte. Then articles that a store has not are
put into copies of stores of 10², 10³ … articles, matching, copies, index and all, and the time for one is
told: of an import (nothing is read, and its actors are those of whom the store is full), of an ingest of
generated articles, and of one of written articles (``--texts``), each of them again on days of many months,
its numbers other ones each time. The stores take turns within a round, so that what else the machine does
falls on all alike. ``--stores`` names a folder where stores are kept; the largest takes an hour to make.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from app import db
from app.domain.text import RawArticle
from app.ingest.intake import intake
from app.ingest.read import Reading, read_paths
from app.ingest.transfer.dump import dump
from app.ingest.transfer.load import load
from app.ingest.workers import Pool, pool
from app.settings import ROOT
from tests.benchmarks.article import EVENTS, article
from tests.benchmarks.article import encoded as encode
from tests.benchmarks.dates import FIRST, LAST
from tests.benchmarks.generate import SEED
from tests.benchmarks.load import fresh
from tests.benchmarks.timeline.stores import build

#: Articles that are put into each store.
MORE: Final = 100
#: Days between two publications of one written article; a multiple comes back on no day of before.
HALF_A_YEAR: Final = 181
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Hands:
    """Articles a second by one way of reading, of each round; ``print`` is that of the export."""

    name: str
    rates: tuple[float, ...]
    print: str


@dataclass(frozen=True, slots=True)
class Growth:
    """Milliseconds of processor time for an article more in a store of ``articles``."""

    articles: int
    imported: float
    ingested: float
    written: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=200, help="that are read by one, two, a cluster")
    parser.add_argument("--sizes", default="1e2,1e3,1e4", help="articles in the store, with commas between")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-cluster", action="store_true")
    parser.add_argument("--more", type=int, default=MORE, help="articles that are put into each store")
    parser.add_argument("--texts", nargs="+", default=[str(ROOT / "seeds")], help="written articles")
    parser.add_argument("--stores", type=Path, help="a folder for the stores, by default a temporary one")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="tasalsul-pace-") as folder:
        hands = []
        if asked.articles:
            hands = by_hands(Path(folder), asked.articles, asked.rounds, cluster=not asked.no_cluster)
        sizes = [int(float(size)) for size in asked.sizes.split(",") if size]
        stores = {size: kept(asked.stores, size) for size in sizes}
        grown = growth(Path(folder), stores, asked.rounds, asked.more, asked.texts)
    sys.stdout.write(tables(hands, grown))
    sys.exit(0 if len({each.print for each in hands}) <= 1 else 1)


def by_hands(folder: Path, articles: int, rounds: int, *, cluster: bool) -> list[Hands]:
    """Each way of reading in turns, into an empty store each time."""
    inputs = folder / "fresh.jsonl"
    inputs.write_text("".join(fresh(articles)), "utf-8")
    rates: dict[str, list[float]] = {}
    prints: dict[str, str] = {}
    with _ways(cluster) as ways:
        for turn in range(rounds):
            for name, hands in ways:
                target = folder / f"{turn}.sqlite3"
                rates.setdefault(name, []).append(articles / _ingest(inputs, target, hands))
                prints[name] = _print(target)
                target.unlink()
    return [Hands(name, tuple(found), prints[name]) for name, found in rates.items()]


@contextmanager
def _ways(cluster: bool) -> Iterator[list[tuple[str, Pool | None]]]:
    """One process, two, and a cluster; each is made once and warm from the second round on."""
    with pool(2) as two:
        ways: list[tuple[str, Pool | None]] = [("1 process", None), ("2 processes", two)]
        if not cluster:
            yield ways
            return
        from distributed import LocalCluster  # noqa: PLC0415 - an extra

        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as started:
            address = started.scheduler_address.replace("tcp://", "dask://")
            with pool(executor=address) as hands:
                yield [*ways, ("Dask, 2 workers", hands)]


def _ingest(
    inputs: Path, target: Path, hands: Pool | None, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Seconds for all of it."""
    engine = db.make_engine(f"sqlite:///{target}")
    db.migrate(engine)
    started = clock()
    results = [o.result.value for o in intake(engine, read_paths([str(inputs)], Reading(jsonl=True)), hands)]
    seconds = clock() - started
    engine.dispose()
    if set(results) != {"added"}:
        raise SystemExit(f"not all were added: {sorted(set(results))}")
    return seconds


def _print(target: Path) -> str:
    """A hash of the export."""
    engine = db.make_engine(f"sqlite:///{target}")
    found = hashlib.sha256()
    for line in dump(engine):
        found.update(line)
    engine.dispose()
    return found.hexdigest()[:16]


def kept(folder: Path | None, articles: int) -> Path:
    """A store of so many generated articles, made unless it is there."""
    made = (folder or Path()) / f"{articles}.sqlite3"
    if folder is None or not made.exists():
        store = build(articles * EVENTS).ours
        return Path(shutil.copy(store, made)) if folder else store
    return made


def growth(
    folder: Path, stores: Mapping[int, Path], rounds: int, count: int, texts: Sequence[str]
) -> list[Growth]:
    """The cost of one article more, of ``count`` of each kind, in stores of these sizes, all in turns."""
    spent: dict[int, list[tuple[float, ...]]] = {size: [] for size in stores}
    for turn in range(rounds):
        lines = folder / f"more-{turn}.jsonl"
        lines.write_bytes(b"".join(more(6_000_000 + turn * count, count)))
        inputs = folder / f"inputs-{turn}.jsonl"
        inputs.write_text("".join(fresh(count, 7_000_000 + turn * count)), "utf-8")
        written = folder / f"written-{turn}.jsonl"
        written.write_text("".join(rewritten(texts, turn * count, count)), "utf-8")
        for size, store in stores.items():
            target = folder / "grown.sqlite3"
            shutil.copy(store, target)
            puts = ((_load, lines), (_read_in, inputs), (_read_in, written))
            spent[size].append(tuple(put(path, target) / count for put, path in puts))
            target.unlink()
    return [
        Growth(size, *(1000 * median(kind) for kind in zip(*found, strict=True)))
        for size, found in spent.items()
    ]


def rewritten(texts: Sequence[str], first: int, count: int) -> Iterator[str]:
    """Written articles as JSON lines: each again and again, half a year apart and of other days."""
    found = [raw for raw in read_paths(texts, Reading()) if isinstance(raw, RawArticle)]
    for n in range(first, first + count):
        turn, which = divmod(n, len(found))
        raw = found[which]
        published = FIRST + timedelta(days=(which * 31 + turn * HALF_A_YEAR) % (LAST - FIRST).days)
        line = {"id": f"written-{n}", "text": f"{_on_other_days(raw.text, turn)}\n{n}\n"}
        line["published"] = published.isoformat()
        yield json.dumps(line, ensure_ascii=False) + "\n"


def _on_other_days(text: str, turn: int) -> str:
    return _DAY.sub(lambda number: str((int(number[0]) + 7 * turn) % 28 + 1), text)


def more(first: int, count: int) -> Iterator[bytes]:
    """An export of articles that no store has."""
    header = {"record": "header", "format": "tasalsul", "version": 1, "corpus": f"more {first}"}
    yield encode(header | {"articles": count, "events": 0, "links": 0})
    for n in range(first, first + count):
        yield encode(article(Random(f"{SEED} {n}"), n, EVENTS))


def _load(lines: Path, target: Path) -> float:
    """Seconds of processor time, which a busy machine leaves as it is."""
    engine = db.make_engine(f"sqlite:///{target}")
    db.migrate(engine)
    started = time.process_time()
    results = [o.result.value for o in load(engine, str(lines), lambda: datetime.now(UTC))]
    seconds = time.process_time() - started
    engine.dispose()
    if set(results) != {"added"}:
        raise SystemExit(f"not all were added: {json.dumps(sorted(set(results)))}")
    return seconds


def _read_in(inputs: Path, target: Path) -> float:
    return _ingest(inputs, target, None, time.process_time)


def tables(hands: Sequence[Hands], grown: Sequence[Growth]) -> str:
    """As Markdown, with the ratios to the first row: those hold on a busy machine too."""
    rows = ["| read by | articles/s | × one process | records |", "|---|---|---|---|"]
    for each in hands:
        ratio = median(a / b for a, b in zip(each.rates, hands[0].rates, strict=True))
        rows.append(f"| {each.name} | {median(each.rates):.1f} | {ratio:.2f} | {each.print} |")
    rows += [
        "",
        "| articles in the store | ms of processor time to import one more | × | to read and store one | × |"
        " a written one | × |",
        "|---|---|---|---|---|---|---|",
    ]
    rows += [
        f"| {each.articles:,} | {each.imported:.1f} | {each.imported / grown[0].imported:.2f}"
        f" | {each.ingested:.1f} | {each.ingested / grown[0].ingested:.2f}"
        f" | {each.written:.1f} | {each.written / grown[0].written:.2f} |"
        for each in grown
    ]
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
