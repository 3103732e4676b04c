"""The pages in Chromium: from navigation to drawn, and from a gesture to the finished paint."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from playwright.sync_api import TimeoutError as TooLongError

from tests.benchmarks.engine.peers import UnavailableError

_PROBE = Path(__file__).with_name("probe.js").read_text("utf-8")
#: Longer than this and a page is said not to open.
LIMIT = 40_000

#: What is done to each page, as scripts; the page is left as it is for the next.
OURS = {
    "zoom": "document.querySelector('[data-zoom=in]').click()",
    "pan": "document.querySelector('[data-zoom=earlier]').click()",
    "filter": "document.querySelector('#filters a.chip').click()",
}
VIS_READY = "typeof timeline.zoomIn === 'function'"
VIS = {
    "zoom": "timeline.zoomIn(0.5, { animation: false })",
    "pan": "const w = timeline.getWindow(), d = (w.end - w.start) / 2;"
    "timeline.setWindow(w.start - d, w.end - d, { animation: false })",
    "filter": "timeline.setItems(events.filter((e) => e.group === 'ru'))",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A page to look at and what is done to it, once ``ready`` is true."""

    name: str
    address: str
    steps: Mapping[str, str]
    ready: str = "true"


@dataclass(frozen=True, slots=True)
class Seen:
    """Milliseconds, medians of the rounds; ``longest`` is the longest task of loading, then of each step.

    ``transferred`` are bytes as they came over the wire on a first visit.
    """

    drawn: float
    steps: Mapping[str, float]
    longest: Mapping[str, float]
    nodes: int
    requests: int
    transferred: int


@contextmanager
def chromium() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


def look(playwright: Playwright, subjects: Sequence[Subject], rounds: int) -> dict[str, Seen | None]:
    """Each page in turns, a new browser each time; None for a page that does not open in time."""
    found: dict[str, list[dict[str, Any]]] = {subject.name: [] for subject in subjects}
    failed: set[str] = set()
    for _ in range(rounds):
        for subject in subjects:
            if subject.name in failed:
                continue
            try:
                found[subject.name].append(_visit(playwright, subject))
            except TooLongError:
                failed.add(subject.name)
    return {name: None if name in failed else _middle(visits) for name, visits in found.items()}


def counts(playwright: Playwright, address: str) -> tuple[int, int, int]:
    """How many bars, marks and cards a page of ours shows."""
    browser = _launch(playwright)
    page = browser.new_page()
    page.goto(address)
    shown = [page.locator(selector).count() for selector in (".strip .bars a", "a.mark", ".cards .record")]
    browser.close()
    return shown[0], shown[1], shown[2]


def _visit(playwright: Playwright, subject: Subject) -> dict[str, Any]:
    browser = _launch(playwright)
    try:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(_PROBE)
        page.goto(subject.address, wait_until="load", timeout=LIMIT)
        page.wait_for_function(subject.ready, timeout=LIMIT)
        _settle(page)
        seen: dict[str, Any] = page.evaluate("() => __probe.seen()")
        for name, script in subject.steps.items():
            began = page.evaluate(
                f"() => {{ __probe.longest = 0; const at = performance.now(); {script}; return at; }}"
            )
            page.wait_for_timeout(100)
            _settle(page)
            seen["steps"][name] = page.evaluate("() => __probe.painted") - began
            seen["longest"][name] = page.evaluate("() => __probe.longest")
        return seen
    finally:
        browser.close()


def _settle(page: Page) -> None:
    page.wait_for_function("() => __probe.quiet()", timeout=LIMIT)


def _launch(playwright: Playwright) -> Browser:
    names = (os.environ.get("TASALSUL_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        raise UnavailableError("no Chromium found; see .ci/browser")
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


def _middle(visits: Sequence[dict[str, Any]]) -> Seen:
    first = visits[0]
    return Seen(
        drawn=median(v["drawn"] for v in visits),
        steps={name: median(v["steps"][name] for v in visits) for name in first["steps"]},
        longest={name: median(v["longest"][name] for v in visits) for name in first["longest"]},
        nodes=first["nodes"],
        requests=first["requests"],
        transferred=first["transferred"],
    )
