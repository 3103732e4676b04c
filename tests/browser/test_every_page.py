"""What holds on every page, in both languages, on a desk and on a phone, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

#: A page of each kind is found by following the first such link from the timeline or from a list.
KINDS = {
    "timeline": "/{lang}/",
    "articles": "/{lang}/articles",
    "actors": "/{lang}/actors",
    "statements": "/{lang}/statements",
    "contradictions": "/{lang}/contradictions",
    "search": "/{lang}/search?q=روسيا",
    "changes": "/{lang}/changes",
    "about": "/{lang}/about",
    "article": "/{lang}/articles >> a[href*='/articles/']",
    "actor": "/{lang}/actors >> main a[href*='/actors/']",
    "office": "/{lang}/offices/ru.foreign_minister",
    "event": "/{lang}/articles >> a[href*='/articles/'] >> main a[href*='/events/']",
}


def go(page: Page, kind: str, language: str) -> None:
    """Open a page of a kind by its links, as a reader would."""
    address, *clicks = KINDS[kind].format(lang=language).split(" >> ")
    page.goto(address)
    for selector in clicks:
        href = page.locator(selector).first.get_attribute("href")
        assert href
        page.goto(href)


@pytest.fixture
def plain(browser: Browser, server: str) -> Iterator[Page]:
    """A page whose scripts are switched off."""
    context = browser.new_context(base_url=server, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_page_speaks_its_language_and_fits_a_phone(page: Page, kind: str, language: str) -> None:
    page.set_viewport_size({"width": 375, "height": 720})
    go(page, kind, language)
    root = page.locator("html")
    assert root.get_attribute("lang") == language
    assert root.get_attribute("dir") == {"ar": "rtl", "en": "ltr"}[language]
    assert page.locator("h1").count() == 1
    assert page.title().strip()
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_whole_without_scripts(plain: Page, kind: str) -> None:
    go(plain, kind, "ar")
    assert plain.locator("main").inner_text().strip()


@pytest.mark.parametrize("mark", [0, 3])
def test_a_mark_leads_to_its_sentence_without_scripts(plain: Page, mark: int) -> None:
    plain.goto("/ar/")
    event = plain.locator("svg a.mark[href*='event=']").nth(mark).get_attribute("href")
    plain.goto(event or "")
    source = plain.locator("a[href*='/articles/'][href*='hl=']").first.get_attribute("href")
    plain.goto(source or "")
    assert plain.locator(":target").count() == 1
    assert plain.locator(":target").inner_text().strip()
