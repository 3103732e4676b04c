"""Scores of the engine against annotated articles: ``python -m app.ingest.evaluate [-v] GOLD…``.

``GOLD`` are annotation files or folders of them. Each article is read as it would be ingested,
with its metadata, and once more without its date to see what the text alone reveals.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.ingest import pipeline
from app.ingest.evaluation.gold import Gold, gold_files, load_gold
from app.ingest.evaluation.layers import ACTORS, DATES, EVENTS, STATEMENTS, score_all
from app.ingest.evaluation.scores import Score
from app.knowledge.load import Knowledge, load_knowledge

Scores = Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Scored:
    """One article: the slug of its outlet (``unknown`` without one) and its scores by layer."""

    outlet: str
    scores: Scores


def evaluate(paths: Sequence[Path]) -> dict[str, Scored]:
    """Each article by its name, in the order of the files."""
    tables = load_knowledge()
    return {gold.name: score(gold, tables) for gold in map(load_gold, gold_files(list(paths)))}


def score(gold: Gold, tables: Knowledge) -> Scored:
    undated = replace(gold.raw, meta=replace(gold.raw.meta, published=None, published_note=None))
    found = pipeline.extract(gold.raw, tables)
    scores = score_all(gold, found, pipeline.dated(undated, tables).document.published)
    return Scored(found.document.outlet.slug if found.document.outlet else "unknown", scores)


def by_outlet(results: Mapping[str, Scored]) -> dict[str, dict[str, Score]]:
    """The sums of the articles of each outlet, outlets in alphabetical order."""
    outlets = sorted({r.outlet for r in results.values()})
    return {o: total(r.scores for r in results.values() if r.outlet == o) for o in outlets}


def total(scores: Iterable[Scores]) -> dict[str, Score]:
    """The sums of all articles, layer by layer."""
    sums: dict[str, Score] = {}
    for article in scores:
        for layer, value in article.items():
            sums[layer] = sums[layer] + value if layer in sums else value
    return sums


def report(results: Mapping[str, Scored], *, verbose: bool) -> str:
    """A table an article, F1 by outlet, a table of the totals; ``verbose`` lists misses and false finds."""
    parts = [_table(f"{name} ({r.outlet})", r.scores, verbose=verbose) for name, r in results.items()]
    if len(results) > 1:
        parts += [_outlets(results)]
        parts += [
            _table(f"total of {len(results)}", total(r.scores for r in results.values()), verbose=False)
        ]
    return "\n".join(parts)


def _outlets(results: Mapping[str, Scored]) -> str:
    """A line an outlet with the F1 of the layers of records."""
    layers = (DATES, ACTORS, STATEMENTS, EVENTS)
    counts = Counter(r.outlet for r in results.values())
    lines = [f"\n{'F1 by outlet':24}{'articles':>9}" + "".join(f"{layer:>12}" for layer in layers)]
    for outlet, scores in by_outlet(results).items():
        numbers = "".join(f"{scores[layer].f1:12.3f}" for layer in layers)
        lines.append(f"{outlet:24}{counts[outlet]:9}{numbers}")
    return "\n".join(lines)


def as_dict(results: Mapping[str, Scored]) -> dict[str, Any]:
    """Everything as plain numbers and lists: ``articles``, ``outlets``, ``total``."""
    return {
        "articles": {name: {"outlet": r.outlet} | _numbers(r.scores) for name, r in results.items()},
        "outlets": {outlet: _numbers(scores) for outlet, scores in by_outlet(results).items()},
        "total": _numbers(total(r.scores for r in results.values())),
    }


def _numbers(scores: Scores) -> dict[str, Any]:
    return {
        "layers": {
            layer.removeprefix("… "): {
                "gold": s.gold, "found": s.found, "hit": s.gold_hit,
                "precision": round(s.precision, 4), "recall": round(s.recall, 4), "f1": round(s.f1, 4),
                "missed": list(s.missed), "false": list(s.false),
            }
            for layer, s in scores.items()
        }
    }  # fmt: skip


def _table(name: str, scores: Scores, *, verbose: bool) -> str:
    lines = [f"\n{name}", f"{'':24}{'gold':>6}{'found':>7}{'hit':>6}{'P':>8}{'R':>7}{'F1':>7}"]
    for layer, s in scores.items():
        lines.append(
            f"{layer:24}{s.gold:6}{s.found:7}{s.gold_hit:6}{s.precision:8.3f}{s.recall:7.3f}{s.f1:7.3f}"
        )
        if verbose:
            lines += [f"    - {words}" for words in s.missed] + [f"    + {words}" for words in s.false]
    return "\n".join(lines)


def main(paths: Sequence[Path], *, verbose: bool = False, as_json: bool = False) -> int:
    """Print the scores; the exit code is 0. InputError where an annotation cannot be read."""
    results = evaluate(paths)
    if as_json:
        sys.stdout.write(json.dumps(as_dict(results), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(report(results, verbose=verbose) + "\n")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="GOLD")
    parser.add_argument("-v", "--verbose", action="store_true", help="list misses (-) and false finds (+)")
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")
    arguments = parser.parse_args()
    sys.exit(main(arguments.paths, verbose=arguments.verbose, as_json=arguments.json))
