"""What a reader does with search, what is new and the codebook: find, narrow, follow, without scripts too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support import axe

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_from_the_header_to_the_sentence(browser: Browser, server: str, lang: str, scripts: bool) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"/{lang}/articles")
    page.locator(".find input").fill("روسيا")
    page.locator(".find input").press("Enter")
    page.wait_for_url(f"**/{lang}/search?q=*")
    hit = page.locator('.hit-list[data-kind="event"] .hit').first
    words = hit.locator("blockquote mark").first.inner_text()
    hit.locator(".hit-where a").click()
    expect(page.locator(":target")).to_contain_text(words)
    context.close()


def test_a_kind_is_chosen_pages_are_turned_and_filters_taken_away(page: Page) -> None:
    page.goto("/en/search?q=روسيا")
    tab = page.locator(".seek-tabs a", has_text="Passages")
    count = int(tab.locator(".count").inner_text())
    tab.click()
    expect(page.locator(".hits h2 .count")).to_have_text(str(count))
    page.goto(page.url + "&limit=5")
    first = page.locator(".hit").first.inner_text()
    page.locator('.pager [rel="next"]').click()
    expect(page.locator(".hit").first).not_to_have_text(first)
    page.locator(".seek-more > summary").click()
    page.get_by_label("Actor").fill("إسرائيل")
    page.locator(".seek-q button").click()
    page.wait_for_url("**actor=il*")
    page.locator(".seek-applied .chip").click()
    expect(page.locator(".seek-applied")).to_have_count(0)


def test_a_misspelt_name_is_put_right(page: Page) -> None:
    page.goto("/ar/search?q=نتنياهوو")
    page.locator(".seek-none a").first.click()
    expect(page.locator(".hit").first).to_be_visible()


def test_everything_is_reached_by_keyboard(page: Page) -> None:
    page.goto("/ar/search?q=روسيا")
    page.locator("#q").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.hit-where') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("/ar/search?q=روسيا&from=2015", 390),
        ("/en/search?q=Putin", 1280),
        ("/en/search?q=نتنياهوو", 390),
        ("/ar/changes", 390),
        ("/en/changes?run=1", 1280),
        ("/ar/about", 390),
        ("/en/about", 1280),
    ],
)
def test_axe_finds_nothing_and_nothing_stands_out(
    browser: Browser, server: str, path: str, width: int, scheme: str
) -> None:
    with axe.page_for(browser, server, width=width, scheme=scheme) as page:
        page.goto(path)
        assert axe.sticks_out(page) <= 0
        assert not axe.violations(page)
