"""What a reader does with an article: arrive at a sentence, light up findings, read without them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def open_first(page: Page, lang: str = "ar") -> None:
    page.goto(f"/{lang}/articles")
    page.locator(".article-card h2 a").first.click()
    expect(page.locator("article.article h1")).to_be_visible()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_note_leads_to_its_words_by_address_alone(page: Page, lang: str) -> None:
    open_first(page, lang)
    note = page.locator(".note").nth(3)
    title = note.locator(".note-title")
    title.click()
    page.wait_for_url("**hl=*#p*s*")
    expect(page.locator(".note[data-current]")).to_have_count(1)
    words = page.locator('.mark[data-layers~="highlight"]').first
    expect(words).to_be_visible()
    expect(words).to_be_in_viewport()


def test_it_works_without_javascript(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    open_first(page)
    page.locator(".note-title").first.click()
    expect(page.locator('.mark[data-layers~="highlight"]').first).to_be_visible()
    page.get_by_role("link", name="النص فقط").click()
    expect(page.locator(".note")).to_have_count(0)
    expect(page.locator('.mark[data-layers~="statement"]')).to_have_count(0)
    expect(page.locator('.mark[data-layers~="highlight"]').first).to_be_visible()
    context.close()


def test_hovering_a_note_lights_up_its_words_and_back(page: Page) -> None:
    open_first(page)
    note = page.locator(".note").first
    note.hover()
    expect(page.locator(".mark[data-lit]").first).to_be_visible()
    words = page.locator(".mark[data-ids]").last
    words.scroll_into_view_if_needed()
    words.hover()
    expect(page.locator(".note[data-lit]").first).to_be_visible()


def test_notes_lead_to_the_event_and_to_the_timeline(page: Page) -> None:
    open_first(page)
    note = page.locator('.note[data-kind="event"]').first
    href = note.locator(".note-links a").first.get_attribute("href") or ""
    note.hover()
    note.locator(".note-links a").first.click()
    page.wait_for_url(f"**{href}")
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("link", name="الفقرة").first.click()
    expect(page.locator('.mark[data-layers~="highlight"]').first).to_be_visible()


def test_text_not_used_opens(page: Page) -> None:
    page.goto("/en/articles")
    for link in [a.get_attribute("href") or "" for a in page.locator(".article-card h2 a").all()]:
        page.goto(link)
        folded = page.locator("details.unused")
        if folded.count():
            folded.locator("summary").click()
            expect(folded.locator("dd").first).to_be_visible()
            return
    pytest.fail("no article has text that is not used")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_phone_never_scrolls_sideways(browser: Browser, server: str, lang: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 390, "height": 844})
    page = context.new_page()
    open_first(page, lang)
    page.wait_for_load_state()
    assert page.evaluate("document.fonts.ready.then(() => document.documentElement.scrollWidth)") <= 390
    context.close()


def test_the_aside_stands_at_the_end_of_the_line(page: Page) -> None:
    open_first(page, "ar")
    arabic = page.locator(".article-aside").bounding_box()
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/**")
    english = page.locator(".article-aside").bounding_box()
    assert arabic is not None
    assert english is not None
    assert arabic["x"] < 400 < english["x"]


def test_links_go_through_the_page_in_order(page: Page) -> None:
    """Every tab stop in the text shows where it is."""
    open_first(page)
    page.locator(".para-n").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "note-title"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
