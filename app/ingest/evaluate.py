"""Scores of the engine against annotated articles: ``python -m app.ingest.evaluate [-v] GOLD…``.

``GOLD`` are annotation files or folders of them. Each article is read as it would be ingested,
with what is supplied beside it, and once more without its date to see what the text alone tells.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.ingest import pipeline
from app.ingest.evaluation.gold import Gold, gold_files, load_gold
from app.ingest.evaluation.layers import score_all
from app.ingest.evaluation.scores import Score
from app.knowledge.load import Knowledge, load_knowledge

Scores = Mapping[str, Score]


def evaluate(paths: Sequence[Path]) -> dict[str, Scores]:
    """Scores by layer, by article name, in the order of the files."""
    tables = load_knowledge()
    return {gold.name: score(gold, tables) for gold in map(load_gold, gold_files(list(paths)))}


def score(gold: Gold, tables: Knowledge) -> Scores:
    undated = replace(gold.raw, meta=replace(gold.raw.meta, published=None, published_note=None))
    found = pipeline.extract(gold.raw, tables)
    return score_all(gold, found, pipeline.dated(undated, tables).document.published)


def total(scores: Iterable[Scores]) -> dict[str, Score]:
    """The sums of all articles, layer by layer."""
    sums: dict[str, Score] = {}
    for article in scores:
        for layer, value in article.items():
            sums[layer] = sums[layer] + value if layer in sums else value
    return sums


def report(results: Mapping[str, Scores], *, verbose: bool) -> str:
    """A table an article and one of the totals; with ``verbose`` misses and false finds too."""
    parts = [_table(name, scores, verbose=verbose) for name, scores in results.items()]
    if len(results) > 1:
        parts.append(_table(f"total of {len(results)}", total(results.values()), verbose=False))
    return "\n".join(parts)


def _table(name: str, scores: Scores, *, verbose: bool) -> str:
    lines = [f"\n{name}", f"{'':24}{'gold':>6}{'found':>7}{'hit':>6}{'P':>8}{'R':>7}{'F1':>7}"]
    for layer, s in scores.items():
        lines.append(
            f"{layer:24}{s.gold:6}{s.found:7}{s.gold_hit:6}{s.precision:8.3f}{s.recall:7.3f}{s.f1:7.3f}"
        )
        if verbose:
            lines += [f"    - {words}" for words in s.missed] + [f"    + {words}" for words in s.false]
    return "\n".join(lines)


def main(paths: Sequence[Path], verbose: bool = False) -> int:
    """Print the scores; the exit code is 0. InputError where an annotation cannot be read."""
    sys.stdout.write(report(evaluate(paths), verbose=verbose) + "\n")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="GOLD")
    parser.add_argument("-v", "--verbose", action="store_true", help="list misses (-) and false finds (+)")
    arguments = parser.parse_args()
    sys.exit(main(arguments.paths, arguments.verbose))
