"""Words per second, memory and dates found, beside two other tools, in one run.

    python -m tests.benchmarks.engine [--rounds 3] [--json] [ARTICLE…]

The text is that of the five articles of seeds/ unless others are named. Every contestant reads the
same articles as they are, furniture and all, told when each appeared, in a process of its own, in
turns; medians of the rounds are shown. ``words/s`` counts words between spaces, by processor time of
one core (HeidelTime's includes what its Java compiles meanwhile). The tools of others find dates only,
so the dates stand apart for Tasalsul too.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from statistics import median

from app.errors import InputError
from app.ingest.evaluation.values import same_value
from app.ingest.pipeline import dated
from app.ingest.read import read_paths
from app.settings import ROOT, SEEDS
from tests.benchmarks.engine import contestants
from tests.benchmarks.engine.contestants import Article, Round, count_words
from tests.benchmarks.engine.peers import UnavailableError

ANNOTATED = ROOT / "tests" / "gold" / "temporal-expressions.tsv"
Wanted = dict[str, Counter[str]]


@dataclass(frozen=True)
class Row:
    """Medians; ``again`` is the rate over articles read before, None where a tool does not tell it apart."""

    name: str
    words_per_second: float
    again: float | None
    start_up: float
    peak_mb: float
    dates: int
    right: int


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", nargs="*", default=[str(SEEDS)], metavar="ARTICLE")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    articles = load(asked.articles)
    wanted = annotated()
    rounds, missing = race(articles, asked.rounds)
    rows = [row(name, done, articles, wanted) for name, done in rounds.items()]
    if asked.json:
        told = {"words": count_words(articles), "rows": [asdict(r) for r in rows], "missing": missing}
        json.dump(told, sys.stdout, indent=1)
    else:
        known = sum(sum(wanted[a.name].values()) for a in articles if a.name in wanted)
        sys.stdout.write(
            table(rows, missing, known, f"{len(articles)} articles, {count_words(articles):,} words")
        )


def load(paths: Sequence[str]) -> list[Article]:
    """Articles with their day of publication, as given or stated: without it no tool reads «yesterday»."""
    articles = []
    for raw in read_paths(paths):
        if isinstance(raw, InputError):
            raise SystemExit(str(raw))
        if day := raw.meta.published or dated(raw).document.published.edtf:
            articles.append(Article(raw.name, raw.text, day))
    return articles


def annotated() -> Wanted:
    """The calendar values of the annotated articles, each as often as it is told."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    with ANNOTATED.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, delimiter="\t"):
            if line["class"] == "date":
                found[line["article_file"]][line["expected_value"]] += 1
    return dict(found)


def race(articles: Sequence[Article], times: int) -> tuple[dict[str, list[Round]], dict[str, str]]:
    """Rounds of each tool, taken in turns, and why there are none of those that cannot be had."""
    runs: dict[str, Callable[[int], Round]] = {
        "Tasalsul, whole reading": lambda _: contestants.tasalsul(articles, "all"),
        "Tasalsul, dates only": lambda _: contestants.tasalsul(articles, "dates"),
        "dateparser.search": lambda _: contestants.dateparser(articles),
        "HeidelTime": lambda turn: contestants.heideltime(articles, dates=turn == 0),
    }
    rounds: dict[str, list[Round]] = {}
    missing: dict[str, str] = {}
    for turn in range(times):
        for name, run in runs.items():
            if name in missing:
                continue
            try:
                rounds.setdefault(name, []).append(run(turn))
            except UnavailableError as error:
                missing[name] = str(error)
    return {name: done for name, done in rounds.items() if name not in missing}, missing


def row(name: str, rounds: Sequence[Round], articles: Sequence[Article], wanted: Wanted) -> Row:
    values = next(r.values for r in rounds if r.values is not None)
    right = sum(hits(wanted.get(a.name, Counter()), v) for a, v in zip(articles, values, strict=True))
    again = [r.again for r in rounds if r.again is not None]
    middle = partial(_median, rounds)
    return Row(
        name,
        middle(lambda r: r.rate),
        median(again) if again else None,
        middle(lambda r: r.start_up),
        middle(lambda r: r.peak_mb),
        sum(map(len, values)),
        right,
    )


def _median(rounds: Sequence[Round], of: Callable[[Round], float]) -> float:
    return median(map(of, rounds))


def hits(wanted: Counter[str], found: Sequence[str]) -> int:
    """How many annotated values are among those found; a day within a wanted month counts for it."""
    left, right = list(found), 0
    for value in wanted.elements():
        same = (v for v in left if same_value(v, value))
        match = next(same, None) or next((v for v in left if v.startswith(value)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def table(rows: Sequence[Row], missing: dict[str, str], known: int, text: str) -> str:
    fastest = rows[0].words_per_second
    columns = (("words/s", 10), ("ratio", 8), ("again", 10), ("start-up s", 12), ("peak MB", 9))
    head = " " * 26 + "".join(f"{name:>{width}}" for name, width in (*columns, ("dates", 7), ("right", 7)))
    lines = [f"{text}; «right» of {known} annotated values", "", head]
    for r in rows:
        again = f"{r.again:10,.0f}" if r.again else f"{'–':>10}"
        lines.append(
            f"{r.name:26}{r.words_per_second:10,.0f}{r.words_per_second / fastest:8.2f}{again}"
            f"{r.start_up:12.2f}{r.peak_mb:9.0f}{r.dates:7}{r.right:7}"
        )
    lines += [f"{name:26}not measured: {why}" for name, why in missing.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
