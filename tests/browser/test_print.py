"""What comes out on paper: no controls, nothing cut off, marks that need no colour."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

#: A4 between its margins, in pixels.
PAPER = 688


@pytest.mark.parametrize("path", ["/ar/", "/en/", "/en/?lane=actor"])
def test_the_chart_fits_the_paper(browser: Browser, server: str, path: str) -> None:
    page = browser.new_page(viewport={"width": PAPER, "height": 900})
    page.emulate_media(media="print")
    page.goto(server + path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    edges = page.locator(".threads .mark").evaluate_all(
        "marks => marks.map(mark => mark.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    address = page.locator(".record").first.evaluate("card => getComputedStyle(card, '::after').content")
    assert f"{server}/{path[1:3]}/events/" in address.replace('" "', "")
    assert page.url in page.locator(".seen-at").inner_text()
    assert page.locator(".sources li").count() == 5
    assert edges
    assert min(left for left, _ in edges) > -12
    assert max(right for _, right in edges) < PAPER + 12
    for control in (".filters-row", ".sections", ".find", ".zoom", ".strip"):
        assert not page.locator(control).first.is_visible(), control
    page.close()


def test_words_are_marked_without_colour_and_the_address_is_told(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": PAPER, "height": 900})
    page.goto(f"{server}/en/")
    page.locator(".record h3 a").first.click()
    page.wait_for_selector("#panel")
    page.locator("#panel .more-about a").first.click()
    page.wait_for_selector(".event-head")
    page.emulate_media(media="print")
    line = page.locator(".telling mark").first.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    assert line == "underline"
    assert page.url in page.locator(".printed").inner_text()
    page.close()


@pytest.mark.parametrize("path", ["/ar/", "/en/"])
def test_the_five_articles_fit_a_laptop(browser: Browser, server: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(server + path)
    assert page.locator(".scroller").evaluate("box => box.scrollWidth <= box.clientWidth")
    page.close()


def test_the_search_in_the_masthead_keeps_the_other_filters(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(f"{server}/en/?kind=event&actor=ru")
    page.get_by_role("searchbox").fill("موسكو")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    assert "actor=ru" in page.url
    assert "kind=event" in page.url
    page.locator(".applied .chip", has_text="Text").click()
    page.wait_for_url(lambda url: "q=" not in url)
    expect(page.get_by_role("searchbox")).to_have_value("")
    page.goto(f"{server}/en/articles")
    page.get_by_role("searchbox").fill("موسكو")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search?q=*")
    page.close()
