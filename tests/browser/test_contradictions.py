"""What a reader does with contradictions: see both sides, go to the words and to the event."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.support import axe

pytestmark = pytest.mark.browser


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
    with axe.page_for(browser, server, width=width, scheme=scheme) as page:
        page.goto(f"/{lang}/contradictions")
        assert axe.sticks_out(page) <= 0
        assert not axe.violations(page)
