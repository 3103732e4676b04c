"""Filters by hand: actors from a list, dates as people type them, years, only these, share and cite."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=["ar", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def either(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    """A page with scripts, and one without."""
    context = browser.new_context(base_url=server, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("lang", "typed", "first"),
    [
        ("en", "اسرائيل", "il"),
        ("ar", "isra", "il"),
        ("ar", "تركيا", "tr"),
        ("ar", "الروسي", None),
        ("en", "RUSS", "ru"),
    ],
)
def test_an_actor_is_found_in_the_list_by_either_name_and_folded(
    page: Page, lang: str, typed: str, first: str | None
) -> None:
    page.goto(f"/{lang}/")
    field = page.locator("#actor")
    field.press_sequentially(typed)
    options = page.locator(".combo [role=option]")
    expect(options.first).to_be_visible()
    assert field.get_attribute("aria-expanded") == "true"
    field.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "actor-0"
    expect(options.first).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    page.wait_for_url(f"**actor={first}" if first else "**actor=*")
    expect(page.locator(".applied .chip")).to_have_count(1)


def test_the_list_closes_with_escape_and_is_chosen_from_by_pointer(page: Page) -> None:
    page.goto("/en/")
    field = page.locator("#actor")
    field.press_sequentially("isra")
    field.press("Escape")
    expect(page.locator(".combo [role=listbox]")).to_be_hidden()
    field.press_sequentially("e")
    page.locator(".combo [role=option]").first.click()
    page.wait_for_url("**actor=il")


def test_names_are_taken_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/ar/")
    assert page.locator("#actors option").count() > 5
    page.locator("#actor").fill("اسرائيل")
    page.locator("#actor").press("Enter")
    page.wait_for_url("**actor=il")
    context.close()


@pytest.mark.parametrize(
    ("lang", "typed", "told"), [("ar", "٢٠٢١", "2021"), ("en", "21/9/2015", "2015-09-21")]
)
def test_dates_are_taken_as_they_are_typed(either: Page, lang: str, typed: str, told: str) -> None:
    either.goto(f"/{lang}/")
    either.locator("input[name=from]").fill(typed)
    either.locator("input[name=from]").press("Enter")
    either.wait_for_url(f"**from={told}")
    expect(either.locator("input[name=from]")).to_have_value(told)


def test_a_year_of_the_strip_is_a_preset_with_its_count(either: Page, lang: str) -> None:
    either.goto(f"/{lang}/")
    year = either.locator(".overview a:has(.year)", has_text="2015")
    count = int((year.locator(".year-count").text_content() or "0").replace(",", ""))
    assert count > 0
    year.locator(".year").click()
    either.wait_for_url("**from=2015&to=2015")
    expect(either.locator(".applied .chip")).to_have_count(1)


def test_only_these_together(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/?actor=il&actor=ru&kind=event")
    every = page.locator(".record").count()
    page.locator("select[name=match]").select_option("only")
    page.wait_for_url("**match=only**")
    expect(page.locator("#timeline[aria-busy]")).to_have_count(0)
    cards = page.locator(".record")
    assert 0 < cards.count() < every
    for card in cards.all():
        colours = card.locator(".who a").evaluate_all("all => all.map(actor => actor.dataset.colour)")
        assert set(colours) == {"1", "2"}


def test_the_view_is_shared_and_cited(either: Page, lang: str, server: str) -> None:
    either.goto(f"/{lang}/?from=2015&to=2015&actor=ru")
    either.locator("#share > summary").click()
    address = either.locator("#permalink").input_value()
    assert address == either.url
    cited = either.locator("#citation").inner_text()
    assert address in cited
    assert "2015" in either.locator("#citation cite").inner_text()
    if either.locator("[data-copy=permalink]").is_visible():
        either.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
        either.locator("[data-copy=permalink]").click()
        expect(either.locator("[data-copy=permalink]")).to_have_text({"ar": "نُسخ", "en": "Copied"}[lang])
        assert either.evaluate("navigator.clipboard.readText()") == address
        either.keyboard.press("Escape")
        expect(either.locator("#citation")).to_be_hidden()


def test_filters_come_and_go_without_moving_the_chart(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/")
    before = page.locator(".chart").bounding_box()
    page.locator("#z-in").click()
    page.wait_for_url("**from=*")
    expect(page.locator(".applied .chip")).to_have_count(1)
    after = page.locator(".chart").bounding_box()
    assert before
    assert after
    assert before["y"] == after["y"]
