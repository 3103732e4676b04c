"""Lanes: members folded in and opened, the order by hand, silences unfolded, kept in the address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

#: The records behind marks: a mark of one record is known by its own id.
RECORDS = "all => all.flatMap(mark => (mark.dataset.record ?? mark.id.slice(2)).split(' '))"


@pytest.fixture(params=["ar", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def either(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    """A page with scripts, and one without."""
    context = browser.new_context(base_url=server, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def names(page: Page) -> list[str]:
    return [name.strip() for name in page.locator(".lane-names .lane-name").all_inner_texts()]


def test_members_of_a_lane_are_shown_and_folded_in(either: Page, lang: str) -> None:
    either.goto(f"/{lang}/")
    folded = names(either)
    either.locator("#t-ru").click()
    either.wait_for_url("**open=ru")
    opened = names(either)
    assert len(opened) > len(folded)
    members = either.locator(".lane-names [data-level]").count()
    assert members == len(opened) - len(folded)
    assert opened[0] == folded[0]
    either.locator("#t-ru").click()
    either.wait_for_url(f"**/{lang}/")
    assert names(either) == folded


def test_lanes_are_moved_pinned_and_put_back(either: Page, lang: str) -> None:
    either.goto(f"/{lang}/")
    by_activity = names(either)
    either.locator("#arrange > summary").click()
    either.locator("#arrange [id^='down-'][href]").first.click()
    either.wait_for_url("**lanes=*")
    expect(either.locator("#timeline[aria-busy]")).to_have_count(0)
    assert names(either)[:2] == by_activity[1::-1]
    shared = either.url
    either.goto(shared)
    assert names(either)[:2] == by_activity[1::-1]
    either.goto(f"/{lang}/?lanes=tr&actor=il")
    assert either.locator(".lane-names [data-pinned]").count() == 1
    assert either.locator(".lane-names li").first.get_attribute("data-pinned") is not None
    either.locator("#arrange > summary").click()
    either.locator("#pin-tr").click()
    either.wait_for_url(lambda url: "lanes=" not in url)


def test_the_order_is_changed_step_by_step_without_opening_it_again(page: Page) -> None:
    page.goto("/en/")
    page.locator("#arrange > summary").click()
    for _ in range(2):
        old = page.url
        page.locator("#down-ru").click()
        page.wait_for_url(lambda url: url != old)  # noqa: B023 - called before the next turn
        expect(page.locator("#timeline[aria-busy]")).to_have_count(0)
    assert names(page)[2] == "Russia"


def test_a_pinned_lane_stays_though_nothing_is_in_it(page: Page) -> None:
    page.goto("/en/?lanes=ir&from=2014&to=2014")
    assert names(page)[0] == "Iran"


def test_an_unknown_lane_is_told(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?lanes=nowhere,ru")
    assert "nowhere" in page.locator(".chart [role=note]").inner_text()
    assert page.locator("#pin-ru").count() == 1
    assert page.locator("#pin-nowhere").count() == 0


def test_a_silence_is_unfolded_and_folded_again(either: Page, lang: str) -> None:
    either.goto(f"/{lang}/")
    assert either.locator(".quiet").count() == 0
    either.locator(".silence-link").last.click()
    either.wait_for_url("**open=*")
    expect(either.locator(".quiet")).to_have_count(1)
    either.locator(".silence-link").last.click()
    either.wait_for_url(f"**/{lang}/")
    expect(either.locator(".quiet")).to_have_count(0)


@pytest.mark.parametrize("way", ["actor", "outlet", "type"])
def test_every_arrangement_shows_every_thread(page: Page, lang: str, way: str) -> None:
    page.goto(f"/{lang}/?kind=event")
    events = set(page.locator(".mark").evaluate_all(RECORDS))
    page.goto(f"/{lang}/?kind=event&lane={way}")
    there = set(page.locator(".mark").evaluate_all(RECORDS))
    assert there == events


def test_arrows_reach_months_and_silences_beyond_the_lanes(page: Page) -> None:
    page.goto("/en/?kind=event")
    page.keyboard.press("Shift")
    page.locator(".threads .mark[tabindex='0']").focus()
    for _ in range(12):
        page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.classList.contains('heading')")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.classList.contains('mark')")
    for _ in range(20):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.classList.contains('silence-link')")
    page.keyboard.press("Enter")
    page.wait_for_url("**open=*")
