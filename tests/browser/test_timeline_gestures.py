"""Moving about the timeline by hand: wheel, drag, two fingers, two clicks, the overview, keys. Each ends in
an address that works by itself, and in both directions of history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

#: The sign of later time on the screen.
LATER = {"ar": -1, "en": 1}


@pytest.fixture(params=["ar", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def middle(page: Page, selector: str) -> tuple[float, float, float]:
    """Centre of a box and its width."""
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, box["width"]


def window(page: Page) -> tuple[str, str]:
    given = parse_qs(urlsplit(page.url).query)
    return given.get("from", [""])[0], given.get("to", [""])[0]


def moved(page: Page, old: str) -> None:
    """Wait for another address and for the results to have come."""
    page.wait_for_function("old => location.href !== old", arg=old)
    page.wait_for_selector("#timeline:not([aria-busy])")


def days(page: Page) -> list[str]:
    return sorted(page.locator("[data-day]").evaluate_all("all => all.map(each => each.dataset.day)"))


def wheel(page: Page, turns: int, *, key: str | None = "Control", sideways: bool = False) -> None:
    if key:
        page.keyboard.down(key)
    for _ in range(abs(turns)):
        by = 100 if turns > 0 else -100
        page.mouse.wheel(by if sideways else 0, 0 if sideways else by)
    if key:
        page.keyboard.up(key)


@pytest.mark.parametrize("scale", ["sequence", "linear"])
def test_wheel_with_control_zooms_and_history_works_both_ways(page: Page, lang: str, scale: str) -> None:
    page.goto(f"/{lang}/?scale=linear" if scale == "linear" else f"/{lang}/")
    all_days, start = days(page), page.url
    x, _, _ = middle(page, ".mark >> nth=3")
    _, y, _ = middle(page, ".scroller")
    page.mouse.move(x, y)
    wheel(page, -4)
    moved(page, start)
    closer = days(page)
    assert 0 < len(closer) < len(all_days)
    assert "".join(window(page))
    zoomed = page.url
    page.go_back()
    moved(page, zoomed)
    assert days(page) == all_days
    page.go_forward()
    moved(page, start)
    assert page.url == zoomed
    assert days(page) == closer
    page.reload()
    assert days(page) == closer
    page.mouse.move(x, y)
    wheel(page, 9)
    moved(page, zoomed)
    assert len(days(page)) > len(closer)


def test_a_plain_wheel_scrolls_the_page(page: Page) -> None:
    page.goto("/en/")
    x, y, _ = middle(page, ".scroller")
    page.mouse.move(x, y)
    wheel(page, 3, key=None)
    page.wait_for_function("() => scrollY > 200")
    assert window(page) == ("", "")


def test_the_wheel_zooms_where_the_pointer_is(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/")
    start = page.url
    last = days(page)[-1]
    box = page.locator(".scroller").bounding_box()
    assert box
    edge = 8 if LATER[lang] < 0 else box["width"] - 8
    page.mouse.move(box["x"] + edge, box["y"] + 200)
    wheel(page, -6)
    moved(page, start)
    assert days(page)[-1] == last


@pytest.mark.parametrize("scale", ["", "&scale=linear"])
def test_dragging_pans_under_the_hand_and_opens_nothing(page: Page, lang: str, scale: str) -> None:
    page.goto(f"/{lang}/?from=2015-09-18&to=2015-10-05{scale}")
    start, before = page.url, window(page)
    x, y, width = middle(page, ".scroller")
    page.mouse.move(x, y)
    page.mouse.down()
    old = page.locator("[data-day]").first.get_attribute("x")
    page.mouse.move(x - LATER[lang] * width / 3, y, steps=6)
    page.wait_for_function("old => document.querySelector('[data-day]').getAttribute('x') !== old", arg=old)
    page.mouse.up()
    moved(page, start)
    after = window(page)
    assert after[0] >= before[0]
    assert after[1] > before[1]
    assert "event=" not in page.url


def test_a_sideways_wheel_pans(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?from=2015-09-18&to=2015-10-05")
    start = page.url
    x, y, _ = middle(page, ".scroller")
    page.mouse.move(x, y)
    wheel(page, 4 * LATER[lang], key=None, sideways=True)
    moved(page, start)
    assert window(page)[1] > "2015-10-05"


def test_a_drag_that_goes_nowhere_leaves_all_as_it_was(page: Page) -> None:
    page.goto("/en/")
    x, y, _ = middle(page, ".scroller")
    places = page.locator("[data-day]").evaluate_all(
        "all => all.map(each => parseFloat(each.getAttribute('x')))"
    )
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 300, y, steps=4)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert page.url.endswith("/en/")
    after = page.locator("[data-day]").evaluate_all(
        "all => all.map(each => parseFloat(each.getAttribute('x')))"
    )
    assert after == pytest.approx(places)


def test_two_clicks_enter_a_month(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/")
    start = page.url
    column = page.locator('[data-day^="2015-09"] .day').first.bounding_box()
    assert column
    page.mouse.dblclick(column["x"] + column["width"] / 2, column["y"] + 2)
    moved(page, start)
    assert window(page) == ("2015-09", "2015-09")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_name_of_a_month_enters_it(browser: Browser, server: str, lang: str, scripts: bool) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"/{lang}/")
    name = page.locator(".heading[href*='from=2015-10&']").first
    box = name.locator(".month-sub").bounding_box()
    assert box
    # Between its two lines, where no letter is.
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] - 1)
    page.wait_for_url("**from=2015-10&to=2015-10")
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_buttons_move_the_window_with_and_without_scripts(
    browser: Browser, server: str, lang: str, scripts: bool
) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"/{lang}/?from=2015-09-18&to=2015-10-05")
    for step, grows in (("later", 1), ("earlier", -1)):
        was, old = window(page), page.url
        page.locator(f"#z-{step}").click()
        page.wait_for_url(lambda url: url != old)  # noqa: B023 - called before the next turn
        assert (window(page) > was) == (grows > 0)
    old = page.url
    page.locator("#z-out").click()
    page.wait_for_url(lambda url: url != old)
    page.locator("#z-whole").click()
    page.wait_for_url(f"**/{lang}/")
    context.close()


def test_pages_by_keys_keep_the_focus_in_the_chart(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?from=2015-09-18&to=2015-10-05")
    start, before = page.url, window(page)
    page.keyboard.press("Shift")
    page.locator(".threads .mark[tabindex='0']").focus()
    page.keyboard.press("PageDown")
    moved(page, start)
    assert window(page)[0] > before[1]
    page.locator(".threads .mark[tabindex='0']").focus()
    now = page.url
    page.keyboard.press("PageUp")
    moved(page, now)
    assert window(page) < (before[1], "")


def drag_over(page: Page, first: float, last: float) -> None:
    """Drag on the overview between two shares of time."""
    box = page.locator(".overview .ground").bounding_box()
    assert box
    rtl = page.locator(".overview").get_attribute("data-axis") == "rtl"
    at = [box["x"] + box["width"] * (1 - share if rtl else share) for share in (first, last)]
    y = box["y"] + box["height"] / 2
    page.mouse.move(at[0], y)
    page.mouse.down()
    page.mouse.move((at[0] + at[1]) / 2, y, steps=3)
    page.mouse.move(at[1], y, steps=3)
    page.mouse.up()


def test_the_overview_is_brushed_dragged_and_resized(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?from=2016&to=2017")
    old = page.url
    drag_over(page, 0.6, 0.8)
    moved(page, old)
    brushed, old = window(page), page.url
    assert ("2019-01", "2020-01") < brushed < ("2020-01", "2022-01")
    drag_over(page, 0.7, 0.8)
    moved(page, old)
    panned, old = window(page), page.url
    assert panned[0] > brushed[0]
    assert panned[1] > brushed[1]
    drag_over(page, 0.7, 0.3)
    moved(page, old)
    wider = window(page)
    assert wider[0] < panned[0]
    assert wider[1] == panned[1]


def test_an_edge_of_the_overview_is_a_slider(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?from=2016-03&to=2017")
    edge = page.locator("#edge-from")
    assert edge.get_attribute("role") == "slider"
    assert edge.get_attribute("aria-valuetext")
    for key, month in (("ArrowUp", "2016-04"), ("PageDown", "2015-04")):
        old = page.url
        edge.focus()
        page.keyboard.press(key)
        moved(page, old)
        assert window(page)[0] == month
        assert page.evaluate("document.activeElement.id") == "edge-from"
    old = page.url
    page.keyboard.press("ArrowRight")
    moved(page, old)
    assert window(page)[0] == ("2015-05" if lang == "en" else "2015-03")


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(base_url=server, viewport={"width": 390, "height": 844}, has_touch=True)
    yield context.new_page()
    context.close()


def test_two_fingers_zoom(phone: Page, lang: str) -> None:
    phone.goto(f"/{lang}/?scale=linear")
    phone.locator(".scroller").scroll_into_view_if_needed()
    start, before = phone.url, days(phone)
    x, y, _ = middle(phone, ".scroller")
    hand = phone.context.new_cdp_session(phone)

    def touch(kind: str, apart: float) -> None:
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
        hand.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if kind == "touchEnd" else points}
        )

    touch("touchStart", 20)
    for apart in (25, 35, 50, 70, 90):
        touch("touchMove", apart)
    touch("touchEnd", 0)
    moved(phone, start)
    assert 0 < len(days(phone)) < len(before)
    assert "".join(window(phone))


def test_a_new_view_keeps_scroll_and_focus(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/")
    start = page.url
    page.locator("#z-in").focus()
    page.evaluate("scrollTo({ top: 120, behavior: 'instant' })")
    page.keyboard.press("Enter")
    moved(page, start)
    page.wait_for_timeout(100)
    assert page.evaluate("scrollY") == 120
    assert page.evaluate("document.activeElement.id") == "z-in"


def test_going_back_comes_back_to_the_place_on_the_page(page: Page) -> None:
    page.goto("/en/")
    page.evaluate("scrollTo({ top: 1200, behavior: 'instant' })")
    link = page.locator(".record h3 a").nth(12)
    start = page.url
    link.evaluate("link => link.click()")
    moved(page, start)
    opened = page.url
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.go_back()
    moved(page, opened)
    page.wait_for_function("() => Math.abs(scrollY - 1200) < 3")
    page.wait_for_timeout(300)
    assert page.evaluate("Math.abs(scrollY - 1200) < 3")
    assert [url for url in asked if "/static/" not in url] == [start], "one view, asked for once"


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_marks_glide_only_where_motion_is_welcome(browser: Browser, server: str, motion: str) -> None:
    context = browser.new_context(base_url=server, reduced_motion=motion)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/en/")
    page.evaluate(
        "() => { window.glided = 0; const own = Element.prototype.animate;"
        "Element.prototype.animate = function (...all) { window.glided++; return own.apply(this, all); }; }"
    )
    page.get_by_role("link", name="Time scale").click()
    page.wait_for_url("**scale=linear")
    expect(page.locator("#timeline[aria-busy]")).to_have_count(0)
    page.wait_for_timeout(100)
    assert (page.evaluate("window.glided") > 0) == (motion == "no-preference")
    context.close()


def test_only_the_last_of_several_views_is_shown(page: Page) -> None:
    page.goto("/en/")
    page.evaluate(
        """() => ['tr', 'ru'].map((who) => document.querySelector(`.chip[href$="actor=${who}"]`))
        .forEach((chip) => chip.click())"""
    )
    page.wait_for_url(re.compile(r"actor=ru$"))
    page.wait_for_timeout(300)
    assert page.url.endswith("actor=ru")
    expect(page.locator(".applied .chip")).to_contain_text("Russia")


def test_what_stays_on_the_page_is_left_alone(page: Page) -> None:
    page.goto("/en/")
    parts = [".summary", "#actor", ".scroller", ".threads", "select[name=type]"]
    page.evaluate("parts => parts.forEach((part) => (document.querySelector(part).kept = true))", parts)
    start = page.url
    page.locator(".chip[href*='actor=tr']").click()
    moved(page, start)
    kept = "parts => parts.filter((part) => !document.querySelector(part).kept)"
    assert page.evaluate(kept, parts) == []
