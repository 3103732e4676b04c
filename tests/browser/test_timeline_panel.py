"""The open record beside the timeline: by pointer, by keys, by finger; next, previous, back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=["ar", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def opened(page: Page) -> str:
    return page.url.partition("event=")[2].partition("&")[0].partition("#")[0]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def open_nth(page: Page, n: int) -> str:
    """Open the n-th card of the list by key, as a reader would."""
    link = page.locator(".record h3 a").nth(n)
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**event=*")
    expect(page.locator("#panel")).to_be_visible()
    return opened(page)


def test_opened_by_key_the_panel_is_read_and_gives_the_focus_back(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?kind=event")
    first = open_nth(page, 2)
    page.wait_for_function("() => document.activeElement.id === 'event-title'")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_have_count(0)
    page.wait_for_function("id => document.activeElement.closest('.record')?.id === id", arg=f"r-{first}")


def test_keys_go_through_the_records_and_back(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?kind=event")
    ids = page.locator(".record").evaluate_all("all => all.map(each => each.id.slice(2))")
    assert open_nth(page, 1) == ids[1]
    for key, at in (("j", 2), ("n", 3), ("k", 2), ("p", 1)):
        page.keyboard.press(key)
        page.wait_for_url(f"**event={ids[at]}*")
        expect(page.locator(f"#r-{ids[at]}")).to_have_attribute("aria-current", "true")
        page.wait_for_function("() => document.activeElement.id === 'event-title'")
    page.go_back()
    page.wait_for_url(f"**event={ids[2]}*")


def test_keys_pressed_before_a_record_has_come_count_from_it(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?kind=event")
    ids = page.locator(".record").evaluate_all("all => all.map(each => each.id.slice(2))")
    page.locator(".record h3 a").nth(0).focus()
    for key in ("Enter", "j", "j"):
        page.keyboard.press(key)
    page.wait_for_url(f"**event={ids[2]}*")
    page.wait_for_function("() => document.activeElement.id === 'event-title'")


def test_letters_typed_into_a_field_are_letters(page: Page) -> None:
    page.goto("/en/?kind=event")
    first = open_nth(page, 1)
    page.get_by_role("searchbox").fill("")
    page.get_by_role("searchbox").press("j")
    page.wait_for_timeout(200)
    assert opened(page) == first


@pytest.mark.parametrize("scripts", [True, False])
def test_buttons_go_through_the_records(browser: Browser, server: str, lang: str, scripts: bool) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"/{lang}/?kind=event")
    ids = page.locator(".record").evaluate_all("all => all.map(each => each.id.slice(2))")
    page.locator(f"#r-{ids[0]} h3 a").click()
    page.wait_for_url(f"**event={ids[0]}*")
    assert page.locator("#s-previous").get_attribute("aria-disabled") == "true"
    page.locator("#s-next").click()
    page.wait_for_url(f"**event={ids[1]}*")
    page.locator("#s-previous").click()
    page.wait_for_url(f"**event={ids[0]}*")
    page.locator("#panel .close").click()
    page.wait_for_url(lambda url: "event=" not in url)
    context.close()


def test_a_finger_across_the_panel_turns_to_the_next_record(browser: Browser, server: str, lang: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(f"/{lang}/?kind=event")
    ids = page.locator(".record").evaluate_all("all => all.map(each => each.id.slice(2))")
    page.goto(f"/{lang}/?kind=event&event={ids[1]}#panel")
    hand = context.new_cdp_session(page)
    for to, way in ((2, 1), (1, -1)):
        page.locator("#panel h2").first.scroll_into_view_if_needed()
        box = page.locator("#panel h2").first.bounding_box()
        assert box
        y = box["y"] + 5
        by = 140 * way * (1 if lang == "ar" else -1)
        for kind, x in (
            ("touchStart", 195),
            ("touchMove", 195 + by / 2),
            ("touchMove", 195 + by),
            ("touchEnd", 0),
        ):
            points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
            hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_url(f"**event={ids[to]}*")
    context.close()


def test_thread_card_and_panel_light_up_together(page: Page) -> None:
    page.goto("/en/?kind=event")
    card = page.locator(".record").nth(2)
    card.hover()
    key = (card.get_attribute("id") or "")[2:]
    assert page.locator(f"#m-{key}").get_attribute("data-lit") == ""
    page.locator(f"#m-{key} .hit").hover()
    assert card.get_attribute("data-lit") == ""
    page.locator(f"#m-{key}").click()
    page.wait_for_url("**event=*")
    expect(page.locator("#panel")).to_have_attribute("data-record", key)
    expect(page.locator(f"#m-{key}")).to_have_attribute("aria-current", "true")
    expect(page.locator(f"#r-{key}")).to_have_attribute("aria-current", "true")


def test_the_list_begins_at_the_month_of_the_open_record(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?kind=event")
    last = page.locator(".record[id]").evaluate_all(
        "all => all.filter(each => !each.closest('.undated')).at(-1).id.slice(2)"
    )
    page.goto(f"/{lang}/?kind=event&event={last}")
    first = page.locator(".month-group").first
    expect(first.locator(f"#r-{last}")).to_have_count(1)
    page.locator("#earlier-records").click()
    page.wait_for_url("**after=*")
    assert opened(page) == last
    expect(page.locator(".month-group").first.locator(f"#r-{last}")).to_have_count(0)


def test_a_card_opened_far_down_stays_under_the_pointer(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?kind=event")
    link = page.locator(".month-group:not(.undated) .record h3 a").last
    link.hover()  # cards above it get their own heights when they come into sight
    key = link.evaluate("each => each.closest('.record').dataset.record")
    before = link.bounding_box()
    link.click()
    page.wait_for_url(f"**event={key}*")
    expect(page.locator(f"#r-{key}")).to_have_attribute("aria-current", "true")
    expect(page.locator("#timeline[aria-busy]")).to_have_count(0)
    page.wait_for_timeout(200)
    after = page.locator(f"#r-{key} h3 a").bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 60
