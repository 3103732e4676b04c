"""What a reader does with statements: narrow by chips, search, follow the words and the speaker."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support import axe

pytestmark = pytest.mark.browser


def number(page: Page, selector: str) -> int:
    return int(page.locator(selector).first.inner_text().replace(",", ""))


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_chip_narrows_to_what_it_says_and_is_taken_away(
    browser: Browser, server: str, lang: str, scripts: bool
) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"/{lang}/statements?limit=200")
    chip = '.facet[aria-labelledby="facet-modality"] .chip'
    everything, wanted = page.locator(".said").count(), number(page, f"{chip} .count")
    page.locator(chip).first.click()
    expect(page.locator(".said")).to_have_count(wanted)
    assert wanted < everything
    page.locator(f"{chip}[aria-current]").click()
    expect(page.locator(".said")).to_have_count(everything)
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_searching_keeps_the_chips(browser: Browser, server: str, scripts: bool) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=scripts)
    page = context.new_page()
    page.goto("/ar/statements?modality=asserted")
    form = page.locator(".said-form")
    form.locator("#q").fill("روسيا")
    form.locator("#from").fill("٢٠١٥")
    form.get_by_role("button").click()
    page.wait_for_url("**/statements?q=*&from=2015&modality=asserted")
    expect(page.locator(".said").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_words_lead_to_their_sentence(browser: Browser, server: str, scripts: bool) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=scripts)
    page = context.new_page()
    page.goto("/ar/statements?quote=direct")
    card = page.locator(".said").first
    words = card.locator("mark").first.inner_text()
    card.locator(".provenance a").click()
    expect(page.locator(":target")).to_contain_text(words)
    context.close()


def test_pages_are_turned_and_the_beginning_found_again(page: Page) -> None:
    page.goto("/en/statements?limit=5")
    first = page.locator(".said h2").first.get_attribute("id")
    page.locator('.pager [rel="next"]').click()
    page.wait_for_url("**after=*")
    assert page.locator(".said h2").first.get_attribute("id") != first
    page.get_by_role("link", name="Back to the first").click()
    expect(page.locator(".said h2").first).to_have_id(first or "")


@pytest.mark.parametrize("ending", ["CSV", "JSON"])
def test_the_view_is_taken_away_as_a_file(page: Page, ending: str) -> None:
    page.goto("/ar/statements?modality=denied")
    with page.expect_download() as download:
        page.locator(".downloads").get_by_text(ending, exact=True).click()
    assert download.value.suggested_filename == f"tasalsul-statements-ar.{ending.lower()}"


def test_the_filters_are_folded_on_a_phone_and_open_when_in_force(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto("/ar/statements")
    expect(page.locator(".facet").first).to_be_hidden()
    page.locator(".facets-box > summary").click()
    page.locator(".facet .chip").first.click()
    expect(page.locator(".facet .chip[aria-current]")).to_be_visible()
    assert page.evaluate("document.fonts.ready.then(() => document.documentElement.scrollWidth)") <= 390
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/ar/statements", "/en/statements?view=table"])
def test_axe_finds_nothing_and_nothing_hangs_over(
    browser: Browser, server: str, path: str, width: int, scheme: str
) -> None:
    with axe.page_for(browser, server, width=width, scheme=scheme) as page:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert axe.sticks_out(page) <= 0
        assert not axe.violations(page)
