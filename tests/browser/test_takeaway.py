"""What leaves the site works elsewhere: TimelineJS shows its file, another page shows a frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support import axe

pytestmark = pytest.mark.browser

VENDOR = Path(__file__).with_name("vendor")


@pytest.fixture
def elsewhere(browser: Browser, server: str) -> Iterator[Page]:
    """A page of another site, which may run what it likes; nothing is asked of any host but ours."""
    context = browser.new_context(base_url=server, bypass_csp=True, viewport={"width": 1200, "height": 800})
    page = context.new_page()
    page.route(lambda address: not address.startswith(server), lambda route: route.abort())
    yield page
    context.close()


def test_timelinejs_shows_every_slide(elsewhere: Page) -> None:
    elsewhere.goto("/health")
    data = elsewhere.evaluate("async () => (await fetch('/ar/timelinejs.json?kind=event')).json()")
    elsewhere.set_content("<div id='line' style='height: 600px'></div>")
    elsewhere.add_style_tag(path=VENDOR / "timelinejs-3.9.11.css")
    elsewhere.add_script_tag(path=VENDOR / "timelinejs-3.9.11.js")
    elsewhere.evaluate("data => { window.made = new TL.Timeline('line', data, {lang: 'en'}) }", data)
    expect(elsewhere.locator(".tl-timemarker")).to_have_count(len(data["events"]))
    assert len(data["events"]) > 10
    expect(elsewhere.locator(".tl-message-full .tl-message-content")).to_have_count(0)
    shown = elsewhere.locator(".tl-slide-titleslide h2").inner_text()
    assert shown == data["title"]["text"]["headline"]
    months = [each["display_date"] for each in data["events"] if "day" not in each["start_date"]]
    assert months
    assert elsewhere.evaluate("made.config.events.length") == len(data["events"])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_another_page_shows_a_frame(elsewhere: Page, server: str, language: str) -> None:
    elsewhere.goto(f"/{language}/?actor=ru")
    frame = elsewhere.locator("#frame").input_value()
    assert re.match(rf'<iframe src="{server}/{language}/embed/timeline\?actor=ru"', frame)
    elsewhere.set_content(f"<h1>Another page</h1>{frame}")
    inside = elsewhere.frame_locator("iframe")
    expect(inside.locator("li")).to_have_count(12)
    expect(inside.locator("html")).to_have_attribute("dir", {"ar": "rtl", "en": "ltr"}[language])
    link = inside.locator("li a").first
    assert (link.get_attribute("href") or "").startswith(f"{server}/{language}/events/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/ar/api", "/en/embed/timeline"])
def test_pages_for_others_pass_axe(browser: Browser, server: str, path: str, scheme: str) -> None:
    with axe.page_for(browser, server, scheme=scheme) as page:
        page.goto(path)
        assert not axe.violations(page)


@pytest.mark.parametrize("path", ["/ar/api", "/en/api", "/en/embed/timeline", "/ar/embed/timeline"])
def test_a_phone_shows_them_without_scrolling_sideways(browser: Browser, server: str, path: str) -> None:
    context = browser.new_context(
        base_url=server, viewport={"width": 390, "height": 800}, java_script_enabled=True
    )
    page = context.new_page()
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
