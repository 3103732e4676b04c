"""What a reader does on the timeline, in Chromium: look, filter, open, follow, walk by keys, come back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support import axe

pytestmark = pytest.mark.browser

STATES = {"ar": ("روسيا", "إسرائيل", "الولايات المتحدة", "تركيا", "سوريا", "إيران")}


def lanes(page: Page) -> list[str]:
    return [name.strip() for name in page.locator(".lane-names .lane-name").all_inner_texts()]


def marks(page: Page) -> Locator:
    return page.locator(".threads .mark")


def left(mark: Locator) -> float:
    box = mark.locator(".hit").bounding_box()
    assert box
    return box["x"]


def is_focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_the_lanes_of_the_main_states_are_there(page: Page) -> None:
    page.goto("/ar/")
    assert set(STATES["ar"]) <= set(lanes(page))
    assert marks(page).count() > 10
    expect(page.locator(".summary")).to_contain_text("من 5 مقالات")


def test_time_runs_from_right_to_left_in_arabic_and_mirrored_in_english(page: Page) -> None:
    page.goto("/ar/?from=2015&to=2015")
    arabic = page.locator(".threads .day").all()
    assert left_of(arabic[0]) > left_of(arabic[-1])
    page.goto("/en/?from=2015&to=2015")
    english = page.locator(".threads .day").all()
    assert left_of(english[0]) < left_of(english[-1])
    assert page.locator("html").get_attribute("dir") == "ltr"


def left_of(text: Locator) -> float:
    box = text.bounding_box()
    assert box
    return box["x"]


def test_a_state_chip_leaves_only_what_the_state_takes_part_in(page: Page) -> None:
    page.goto("/ar/")
    page.locator(".chip", has_text="تركيا").click()
    page.wait_for_url("**/ar/?actor=tr")
    expect(page.locator(".applied .chip")).to_contain_text("تركيا")
    for mark in marks(page).all():
        expect(mark.locator('[data-colour="4"]').first).to_be_attached()
    page.locator(".applied .chip").click()
    page.wait_for_url("**/ar/")
    page.go_back()
    page.wait_for_url("**/ar/?actor=tr")
    expect(page.locator(".applied .chip")).to_contain_text("تركيا")


def test_the_form_applies_at_once_and_takes_names(page: Page) -> None:
    page.goto("/en/")
    page.get_by_label("From").fill("2021")
    page.get_by_label("From").press("Tab")
    page.wait_for_url("**/en/?from=2021")
    titles = page.locator(".month-group h2 bdi").all_inner_texts()
    assert titles
    assert all(title.endswith(("2021", "2022")) for title in titles)
    page.get_by_role("combobox", name="Another actor").fill("Israel")
    page.get_by_role("combobox", name="Another actor").press("Enter")
    page.wait_for_url("**/en/?from=2021&actor=il")


def test_a_bead_opens_its_event_and_leads_to_the_sentence(page: Page) -> None:
    page.goto("/ar/?kind=event")
    marks(page).nth(2).click()
    page.wait_for_url("**event=*")
    panel = page.locator("#panel")
    expect(panel.locator("mark").first).to_be_visible()
    expect(page.locator(".mark[aria-current]")).to_have_count(1)
    expect(page.locator(".record[aria-current]")).to_have_count(1)
    words = panel.locator("mark").first.inner_text().strip()
    panel.locator("a[href*='/articles/']").first.click()
    page.wait_for_url(re.compile(r"/ar/articles/[^?]+\?hl=[^#]+#p\d+"))
    here = page.locator(":target")
    expect(here).to_be_in_viewport()
    assert words.split()[0] in here.inner_text()


def test_the_panel_closes_with_its_cross_and_with_escape(page: Page) -> None:
    page.goto("/ar/?kind=event")
    marks(page).nth(1).click()
    expect(page.locator("#panel")).to_be_visible()
    page.locator("#panel .close").click()
    expect(page.locator("#panel")).to_have_count(0)
    marks(page).nth(1).click()
    expect(page.locator("#panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_have_count(0)
    assert "event=" not in page.url


def test_the_chart_is_one_stop_for_the_tab_key_and_is_walked_with_arrows(page: Page) -> None:
    page.goto("/en/?kind=event")
    page.keyboard.press("Shift")
    assert page.locator(".threads .mark[tabindex='0']").count() == 1
    first = page.locator(".threads .mark[tabindex='0']")
    first.focus()
    start = is_focused(page)
    x = left(page.locator(f"[id='{start}']"))
    page.keyboard.press("ArrowRight")
    second = is_focused(page)
    assert second != start
    assert left(page.locator(f"[id='{second}']")) >= x
    page.keyboard.press("ArrowLeft")
    assert is_focused(page) == start
    page.keyboard.press("End")
    last = is_focused(page)
    assert left(page.locator(f"[id='{last}']")) > x
    page.keyboard.press("Home")
    assert left(page.locator(f"[id='{is_focused(page)}']")) <= x
    page.keyboard.press("Enter")
    page.wait_for_url("**event=*")
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile(r"kind=event$"))
    assert is_focused(page).startswith("m-")


def test_every_mark_is_reached_by_arrows_along_the_axis(page: Page) -> None:
    page.goto("/ar/?kind=event")
    page.keyboard.press("Shift")
    page.locator(".threads .mark[tabindex='0']").focus()
    page.keyboard.press("Home")
    seen = {is_focused(page)}
    for _ in range(marks(page).count()):
        page.keyboard.press("ArrowLeft")
        seen.add(is_focused(page))
    assert len(seen) == marks(page).count()


def test_plus_minus_and_zero_zoom(page: Page) -> None:
    page.goto("/en/")
    page.keyboard.press("Shift")
    page.locator(".threads .mark[tabindex='0']").focus()
    page.keyboard.press("+")
    page.wait_for_url("**from=*to=*")
    page.locator(".threads .mark[tabindex='0']").focus()
    page.keyboard.press("0")
    page.wait_for_url(re.compile(r"/en/$"))


def test_dragging_the_edge_of_the_overview_narrows_the_view(page: Page) -> None:
    page.goto("/en/")
    page.locator(".overview").scroll_into_view_if_needed()
    box = page.locator(".overview .ground").bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 1, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, y, steps=5)
    page.mouse.up()
    page.wait_for_url("**from=201*to=*")
    window = page.locator(".overview .window").bounding_box()
    assert window
    assert abs(window["x"] - box["x"] - box["width"] / 2) < box["width"] / 20


def test_a_bar_of_the_overview_leads_to_its_month(page: Page) -> None:
    page.goto("/en/")
    page.locator(".bars a").nth(3).click()
    page.wait_for_url(re.compile(r"from=(\d{4}-\d\d)&to=\1"))


def test_each_mark_is_announced_in_a_sentence(page: Page) -> None:
    page.goto("/en/?kind=event&from=2015-10&to=2015-10")
    names = [mark.locator("title").first.text_content() or "" for mark in marks(page).all()]
    assert names
    assert all(re.search(r"\b2015\b", name) for name in names)
    assert any("October 2015" in name for name in names)
    assert any("planned" in name for name in names)
    assert any("Russia" in name for name in names)


def test_scales_change_without_losing_the_filters(page: Page) -> None:
    page.goto("/en/?actor=ru")
    page.get_by_role("link", name="Time scale").click()
    page.wait_for_url("**actor=ru&scale=linear")
    expect(page.locator(".heading text").first).to_be_attached()
    page.get_by_role("link", name="Sequence").click()
    page.wait_for_url("**/en/?actor=ru")


def test_the_language_switch_keeps_the_view(page: Page) -> None:
    page.goto("/ar/?actor=tr")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/?actor=tr")
    assert page.locator("html").get_attribute("lang") == "en"


def test_all_works_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/ar/")
    page.locator(".filters input[name=from]").fill("2021")
    page.locator(".filters button[type=submit]").click()
    page.wait_for_url("**/ar/?from=2021")
    page.locator(".threads .mark").first.click()
    page.wait_for_url("**event=*#panel")
    expect(page.locator("#panel mark").first).to_be_visible()
    page.locator("#panel a[href*='/articles/']").first.click()
    page.wait_for_url("**/ar/articles/**")
    expect(page.locator(":target")).to_be_in_viewport()
    context.close()


def test_a_phone_shows_all_without_scrolling_sideways(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 390, "height": 844})
    page = context.new_page()
    for path in ("/ar/", "/en/", "/ar/?from=2021&actor=il"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        strip, chart = page.locator(".strip").bounding_box(), page.locator(".lanes").bounding_box()
        assert strip
        assert chart
        assert strip["y"] < chart["y"]
        assert page.locator(".scroller").evaluate("box => box.scrollWidth > box.clientWidth")
    context.close()


def test_the_first_screen_of_a_phone_has_strip_and_lanes_and_the_filters_folded(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(
        base_url=server, viewport={"width": 390, "height": 844}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/ar/?actor=ru&kind=event")
    for part in (".summary", ".strip", ".mark", ".lane-names li:nth-child(2)"):
        box = page.locator(part).first.bounding_box()
        assert box
        assert box["y"] + box["height"] < 844, part
    chip = page.locator(".filters .chip").first
    expect(page.locator(".fields-box > summary")).to_have_text("المرشحات 2")
    assert not chip.is_visible()
    page.locator(".fields-box > summary").click()
    assert chip.is_visible()
    context.close()


def test_the_month_one_reads_stays_in_view_and_covers_nothing_jumped_to(
    browser: Browser, server: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    page.goto(f"{server}/en/")
    card = page.locator(".month-group li:nth-child(4)").first
    page.goto(f"{server}/en/#{card.get_attribute('id')}")
    heading = card.locator("xpath=ancestor::section[1]/h2")
    expect(heading).to_be_in_viewport()
    top, bottom = card.bounding_box(), heading.bounding_box()
    assert top
    assert bottom
    assert bottom["y"] + bottom["height"] <= top["y"] + 1
    page.close()


@pytest.mark.parametrize("path", ["/ar/", "/en/", "/ar/?scale=linear", "/en/?from=1990&to=1991"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, server: str, path: str, scheme: str) -> None:
    with axe.page_for(browser, server, scheme=scheme) as page:
        page.goto(path)
        if "?" not in path:
            marks(page).nth(1).click()
            page.wait_for_url("**event=*")
            page.locator("#undated > summary").click()
        assert not axe.violations(page, grave=True)


def test_the_browser_complains_of_nothing(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None
    )
    for path in ("/ar/", "/en/?scale=linear", "/ar/?from=1990&to=1991"):
        page.goto(path, wait_until="networkidle")
    page.goto("/ar/")
    marks(page).first.click()
    page.wait_for_url("**event=*")
    context.close()
    assert not said
