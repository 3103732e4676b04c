"""Score the date module on the Arabic suites of three other date libraries.

Run it by ``python -m tests.benchmarks.temporal``.

Texts and expected values are theirs (``LICENSES.txt``). They are requests to an assistant, so the
module reads them with ``Preference.ASSISTANT``; ``--misses`` prints what was not solved.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.edtf import bounds
from app.domain.time import TimeKind
from app.ingest.temporal.context import Context, Preference
from app.ingest.temporal.find import find
from app.ingest.temporal.found import Found

HERE = Path(__file__).parent
SPANS = "spans(start:end:type:mention|...)"


@dataclass(frozen=True)
class Row:
    """A row by date or by the clock; ``accept`` holds pairs of first and last day."""

    text: str
    ref: date
    start: int
    end: int
    accept: frozenset[tuple[str, str]]
    clock: bool
    source: str
    core: bool
    flags: str

    def overlaps(self, found: Found) -> bool:
        return self.start < 0 or (found.start < self.end and self.start < found.end)


@dataclass(frozen=True)
class Score:
    name: str
    rows: int
    found: int
    exact: int

    def __str__(self) -> str:
        share = 100 * self.exact / self.rows if self.rows else 0.0
        return (
            f"{self.name:<28}{self.rows:>5} rows  found {self.found:>4}  "
            f"exact {self.exact:>4}  {share:5.1f} %"
        )


def rows() -> Iterator[Row]:
    for raw in _table("ar_temporal.tsv"):
        accept = raw["accept"] or f"{raw['start']}..{raw['end']}"
        pairs = (p.split("..") for p in accept.split("|"))
        yield Row(
            raw["text"],
            date.fromisoformat(raw["ref"][:10]),
            int(raw["m_start"]),
            int(raw["m_end"]),
            frozenset((a[:10], b[:10]) for a, b in pairs),
            raw["granularity"] == "time",
            raw["source"],
            raw["core"] == "1",
            raw["flags"],
        )


def answers(row: Row) -> list[tuple[str, str]]:
    """First and last day of every dated finding that overlaps the expression."""
    ctx = Context(row.ref, preference=Preference.ASSISTANT)
    out = []
    for found in find(row.text, news=False):
        value = found.value(ctx)
        if row.overlaps(found) and value.edtf is not None and found.kind(value) is TimeKind.DATE:
            first, last = bounds(value.edtf)
            out.append((first.isoformat() if first else "", last.isoformat() if last else ""))
    return out


def solved(row: Row) -> bool:
    """By the clock the day of the start is asked, else both ends."""
    given = answers(row)
    if row.clock:
        return any(a[0] == b[0] for a in given for b in row.accept)
    return any(a in row.accept for a in given)


def scores() -> list[Score]:
    everything = list(rows())
    by_date = [r for r in everything if not r.clock]
    groups = {
        "all by date": by_date,
        "core": [r for r in by_date if r.core],
        "Microsoft": [r for r in by_date if r.source.startswith("ms") or "icrosoft" in r.source],
        "Duckling": [r for r in by_date if "uckling" in r.source],
        "dateparser": [r for r in by_date if "dateparser" in r.source],
        "by the clock, the day": [r for r in everything if r.clock],
    }
    return [_score(name, group) for name, group in groups.items()] + [spans_score(), durations_score()]


def _score(name: str, group: list[Row]) -> Score:
    return Score(name, len(group), sum(bool(answers(r)) for r in group), sum(solved(r) for r in group))


def spans_score() -> Score:
    """Expressions of days and periods that an answer of any kind overlaps; exact: same characters."""
    total = found = exact = 0
    for raw in _table("ar_temporal_spans.tsv"):
        got = [(f.start, f.end) for f in find(raw["text"], news=False)]
        for entry in filter(None, raw[SPANS].split("|")):
            start, end, kind = entry.split(":")[:3]
            if int(start) < 0 or kind in ("time", "timerange"):
                continue
            total += 1
            found += any(a < int(end) and int(start) < b for a, b in got)
            exact += (int(start), int(end)) in got
    return Score("spans (clock left out)", total, found, exact)


def durations_score() -> Score:
    """Lengths of time must be told apart from dates."""
    total = found = exact = 0
    for raw in _table("ar_durations.tsv"):
        start = raw["text"].find(raw["mention"])
        end = start + len(raw["mention"])
        kinds = [(f.start, f.end, f.rule.kind) for f in find(raw["text"], news=False)]
        hits = [k for k in kinds if k[0] < end and start < k[1]]
        total += 1
        found += bool(hits)
        exact += any(k[2] is TimeKind.DURATION for k in hits) and not any(k[2] is TimeKind.DATE for k in hits)
    return Score("durations (kind)", total, found, exact)


def _table(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print the core rows not solved")
    parser.add_argument("--all", action="store_true", help="with --misses: not only core rows")
    given = parser.parse_args()
    say = sys.stdout.write
    for score in scores():
        say(f"{score}\n")
    if given.misses:
        for row in rows():
            if not row.clock and (row.core or given.all) and not solved(row):
                say(f"{row.text} | {row.ref} | {sorted(row.accept)} | {answers(row)} | {row.flags}\n")


if __name__ == "__main__":
    main()
