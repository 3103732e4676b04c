"""What a reader does with an event: read its tellings, go to the sentence and come back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def open_event(page: Page, lang: str = "ar") -> None:
    page.goto(f"/{lang}/actors/ru")
    page.locator(".happenings a").first.click()
    expect(page.locator(".event-head h1")).to_be_visible()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_from_the_event_to_its_sentence_and_back(page: Page, lang: str) -> None:
    open_event(page, lang)
    headline = page.locator("h1").inner_text()
    page.locator(".telling .provenance a").first.click()
    words = page.locator('.mark[data-layers~="highlight"]').first
    expect(words).to_be_in_viewport()
    page.go_back()
    expect(page.locator("h1")).to_have_text(headline)


def test_quotations_run_from_right_to_left_on_an_english_page(page: Page) -> None:
    open_event(page, "en")
    quote = page.locator(".telling .quote").first
    assert quote.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert quote.get_attribute("lang") == "ar"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_an_edtf_value_reads_forwards(page: Page) -> None:
    """An unisolated ``../2015-10-05`` would stand as ``2015-10-05/..`` in Arabic."""
    open_event(page, "ar")
    code = page.locator(".codes code").last
    assert code.evaluate("e => getComputedStyle(e).direction") == "ltr"


def test_another_event_of_the_same_parties_is_one_click_away(page: Page) -> None:
    open_event(page)
    others = page.locator(".others a")
    if others.count():
        href = others.first.get_attribute("href") or ""
        others.first.click()
        page.wait_for_url(f"**{href}")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_never_scrolls_sideways(browser: Browser, server: str, lang: str, scheme: str) -> None:
    context = browser.new_context(
        base_url=server,
        viewport={"width": 390, "height": 844},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    open_event(page, lang)
    page.wait_for_load_state()
    assert page.evaluate("document.fonts.ready.then(() => document.documentElement.scrollWidth)") <= 390
    context.close()


def test_it_works_without_javascript(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    open_event(page)
    page.locator(".telling .provenance a").first.click()
    expect(page.locator('.mark[data-layers~="highlight"]').first).to_be_visible()
    context.close()
