"""What a reader does with actors: search in either script, narrow by kind, follow company and words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("words", ["Putin", "بوتين"])
def test_searching_in_either_script_while_typing(page: Page, words: str) -> None:
    page.goto("/ar/actors")
    page.locator("#q").fill(words)
    page.wait_for_url("**q=*")
    expect(page.locator('.actor-table a[href$="/vladimir-putin"]')).to_be_visible()
    expect(page.locator("#q")).to_be_focused()


def test_searching_without_javascript(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/actors")
    page.locator("#q").fill("putin")
    page.get_by_role("button", name="Search").click()
    page.locator('.actor-table a[href$="/vladimir-putin"]').click()
    expect(page.locator("h1")).to_contain_text("Vladimir Putin")
    context.close()


def test_a_kind_narrows_the_list_and_is_taken_away_again(page: Page) -> None:
    page.goto("/en/actors")
    everyone = page.locator(".actor-table tbody tr").count()
    page.locator(".kinds .chip").first.click()
    page.wait_for_url("**kind=*")
    fewer = page.locator(".actor-table tbody tr").count()
    assert 0 < fewer < everyone
    page.locator(".kinds .chip[aria-current]").click()
    page.wait_for_url("**/en/actors")
    expect(page.locator(".actor-table tbody tr")).to_have_count(everyone)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_small_timeline_runs_with_the_language(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/actors/ru")
    dots = page.locator(".strip .dot-mark").all()
    places = [float(dot.evaluate("e => e.getBoundingClientRect().x")) for dot in dots]
    assert len(places) > 2
    assert places == sorted(places, reverse=lang == "ar")


def test_company_leads_to_the_other_actor(page: Page) -> None:
    page.goto("/en/actors/ru")
    page.locator(".company tbody th a").first.click()
    page.wait_for_url("**/en/actors/*")
    expect(page.locator(".company")).to_contain_text("Russia")


@pytest.mark.parametrize("path", ["/ar/actors", "/en/actors", "/ar/actors/ru", "/en/actors/vladimir-putin"])
def test_a_phone_never_scrolls_sideways(browser: Browser, server: str, path: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(path)
    page.wait_for_load_state()
    assert page.evaluate("document.fonts.ready.then(() => document.documentElement.scrollWidth)") <= 390
    context.close()
