"""Axe-core over a page in a real browser: what it finds, short enough to be read in a failure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from playwright.sync_api import Browser, Page

from app.settings import ROOT

AXE: Final = ROOT / "tests" / "browser" / "vendor" / "axe-core-4.14.1.min.js"
_GRAVE: Final = {"serious", "critical"}


@contextmanager
def page_for(browser: Browser, server: str, *, width: int = 1280, scheme: str = "light") -> Iterator[Page]:
    """An empty page that takes the script of axe, whatever the policy of the site."""
    context = browser.new_context(
        base_url=server,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,
    )
    yield context.new_page()
    context.close()


def violations(page: Page, *, grave: bool = False) -> list[str]:
    """Rules that the page breaks, each with the first elements that do; only ``grave`` ones where asked."""
    page.add_script_tag(path=AXE)
    found: list[dict[str, Any]] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")[
        "violations"
    ]
    return [
        f"{each['id']}: {' | '.join(node['html'][:160] for node in each['nodes'][:3])}"
        for each in found
        if not grave or each["impact"] in _GRAVE
    ]


def sticks_out(page: Page) -> int:
    """By how many pixels the page is wider than its window, once its fonts are there."""
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(page.evaluate(f"document.fonts.ready.then(() => {wider})"))
