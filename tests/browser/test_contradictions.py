"""What a reader does with contradictions: see both sides, go to the words and to the event."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "vendor" / "axe-core-4.14.1.min.js"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_both_sides_lead_to_their_words(browser: Browser, server: str, lang: str, scripts: bool) -> None:
    context = browser.new_context(
        base_url=server, java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(f"/{lang}/contradictions")
    sides = page.locator(".opposed").first.locator(".account")
    expect(sides).to_have_count(2)
    one, other = (sides.nth(n).bounding_box() for n in range(2))
    assert one
    assert other
    assert one["x"] != other["x"]
    words = sides.last.locator("mark").first.inner_text()
    sides.last.locator(".provenance a").click()
    expect(page.locator(":target")).to_contain_text(words)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "width"), [("ar", 390), ("en", 1280)])
def test_axe_finds_nothing_and_nothing_hangs_over(
    browser: Browser, server: str, lang: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        base_url=server,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(f"/{lang}/contradictions")
    assert page.evaluate("document.fonts.ready.then(() => document.documentElement.scrollWidth)") <= width
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(each["id"], [n["html"][:160] for n in each["nodes"][:3]]) for each in found["violations"]] == []
    context.close()
