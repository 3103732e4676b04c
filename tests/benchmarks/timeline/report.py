"""What was measured as tables in Markdown, and their place in docs/performance.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.settings import ROOT
from tests.benchmarks.timeline.asking import Answer
from tests.benchmarks.timeline.browser import Seen

DOCUMENT = ROOT / "docs" / "performance.md"
_BEGIN, _END = "<!-- timeline: measured -->", "<!-- timeline: end -->"


@dataclass(frozen=True, slots=True)
class Measured:
    """All of one size. ``import_seconds`` is None where the database was there already."""

    size: int
    import_seconds: float | None
    answers: Mapping[str, Mapping[str, Answer]]
    seen: Mapping[str, Seen | None]
    memory: Mapping[str, float]
    cold: Mapping[str, float]
    missing: Mapping[str, str] = field(default_factory=dict)


def tables(measured: Sequence[Measured]) -> str:
    """Every table, one after the other."""
    parts = [_pages(measured), _servers(measured)]
    if any(m.seen for m in measured):
        parts.append(_browser(measured))
    for m in measured:
        parts += [f"{name} not measured at {m.size:,}: {why}." for name, why in m.missing.items()]
    return "\n\n".join(parts) + "\n"


def _browser(measured: Sequence[Measured]) -> str:
    head = [
        "page",
        "events",
        "drawn",
        "÷ by hand",
        "zoom",
        "pan",
        "filter",
        "longest task",
        "nodes",
        "first visit",
    ]
    rows = []
    for m in measured:
        hand = m.seen.get("by hand")
        for name, seen in m.seen.items():
            if seen is None:
                rows.append([name, f"{m.size:,}", "over 40 s", *["–"] * 7])
                continue
            steps = [
                f"{seen.steps[step]:.0f}" if step in seen.steps else "–" for step in ("zoom", "pan", "filter")
            ]
            ratio = f"{seen.drawn / hand.drawn:.2f}" if hand else "–"
            visit = f"{seen.transferred / 1000:.0f} KB, {seen.requests} files"
            longest = f"{max(seen.longest.values()):.0f}"
            rows.append(
                [name, f"{m.size:,}", f"{seen.drawn:.0f}", ratio, *steps, longest, f"{seen.nodes:,}", visit]
            )
    return "In Chromium, 1280 × 900, ms:\n\n" + _table(head, rows)


def _pages(measured: Sequence[Measured]) -> str:
    head = ["page", "server", *(f"{m.size:,}" for m in measured), "KB / gzip"]
    rows = []
    for page in measured[0].answers:
        for server in measured[0].answers[page]:
            found = [m.answers[page][server] for m in measured if server in m.answers[page]]
            sizes = f"{found[-1].size / 1000:.0f} / {found[-1].packed / 1000:.0f}"
            rows.append([page, server, *(f"{a.p50:.0f} / {a.p95:.0f} · {a.cpu:.1f}" for a in found), sizes])
    return "Server, ms: p50 / p95 · processor time of the server for one answer, mean:\n\n" + _table(
        head, rows
    )


def _servers(measured: Sequence[Measured]) -> str:
    head = ["events", "import, events/s", "cold start, s", "RSS after it, MB"]
    rows = []
    for m in measured:
        rate = f"{m.size / m.import_seconds:,.0f}" if m.import_seconds else "–"
        rows.append([f"{m.size:,}", rate, _each(m.cold, ".1f"), _each(m.memory, ".0f")])
    return _table(head, rows)


def _each(values: Mapping[str, float], form: str) -> str:
    return ", ".join(f"{name} {value:{form}}" for name, value in values.items())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def write(text: str) -> None:
    """Put the tables between their two marks in docs/performance.md."""
    document = DOCUMENT.read_text("utf-8")
    place = re.compile(f"{re.escape(_BEGIN)}.*{re.escape(_END)}", re.DOTALL)
    DOCUMENT.write_text(place.sub(lambda _: f"{_BEGIN}\n\n{text}\n{_END}", document), "utf-8")
