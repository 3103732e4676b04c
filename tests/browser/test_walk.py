"""A reader's way through the whole house: from a mark to its sentence, its speaker, its denial, and back."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support import axe

pytestmark = pytest.mark.browser


def path(page: Page) -> str:
    return urlsplit(page.url).path


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_from_a_mark_to_the_contradiction_and_back(
    browser: Browser, server: str, lang: str, scripts: bool
) -> None:
    context = browser.new_context(
        base_url=server, java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(f"/{lang}/?status=denied")
    page.locator(".threads .mark").first.click()
    page.wait_for_url("**event=*")
    page.locator(".event-panel h2 a").first.click()
    page.wait_for_url(f"**/{lang}/events/*")
    event = path(page)

    page.locator(".telling .provenance a").first.click()
    page.wait_for_url(f"**/{lang}/articles/*")
    expect(page.locator(":target")).to_be_visible()

    page.locator(".found-actors a[href*='/actors/']").first.click()
    page.wait_for_url(f"**/{lang}/actors/*")
    page.go_back()
    speaker = page.locator(".found-chains, .found-actors").locator("a[href$='/actors/sergey-lavrov']").first
    speaker.click()
    page.wait_for_url(f"**/{lang}/actors/sergey-lavrov")
    assert page.locator(".terms-chart .term").count() > 0

    page.locator(".actor-aside a[href*='/statements?']").first.click()
    page.wait_for_url("**/statements?speaker=sergey-lavrov*")
    expect(page.locator(".said").first).to_be_visible()
    page.locator(".list-line .segmented a").last.click()
    page.wait_for_url("**view=table")
    expect(page.locator(".said-table tbody tr").first).to_be_visible()
    page.locator(".said-table thead th a").first.click()
    page.wait_for_url("**sort=-day*")
    expect(page.locator(".said-table [aria-sort='descending']")).to_have_count(1)

    page.locator(".sections a[href$='/contradictions']").click()
    pair = page.locator(".opposed", has=page.locator(f"h2 a[href='{event}']")).first
    pair.locator("h2 a").click()
    page.wait_for_url(f"**{event}")
    page.locator(".against-why a").first.click()
    page.wait_for_url("**/contradictions*#c-*")
    expect(page.locator(".opposed:has(:target)")).to_have_count(1)
    page.go_back()
    assert path(page) == event
    page.locator(".crumbs a").first.click()
    page.wait_for_url("**event=*")
    expect(page.locator(".event-panel")).to_be_visible()
    context.close()


NEW = (
    "/ar/statements?view=table",
    "/en/articles?view=table",
    "/ar/actors/benjamin-netanyahu",
    "/en/actors/ru",
    "/en/offices/us.secretary_of_defense",
    "/en/events/{denied}",
    "/ar/articles/{article}",
)


@pytest.fixture(scope="module")
def known(browser: Browser, server: str) -> dict[str, str]:
    """Ids of a denied event and of an article."""
    page = browser.new_page(base_url=server)
    found = {}
    for name, start, link in (
        ("denied", "/en/contradictions?why=denial", "h2 a[href*='/events/']"),
        ("article", "/ar/articles", "h2 a[href*='/articles/']"),
    ):
        page.goto(start)
        found[name] = (page.locator(link).first.get_attribute("href") or "").rpartition("/")[2]
    page.close()
    return found


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
@pytest.mark.parametrize("address", NEW)
def test_axe_finds_nothing_on_the_way(
    browser: Browser, server: str, known: dict[str, str], address: str, width: int, scheme: str
) -> None:
    with axe.page_for(browser, server, width=width, scheme=scheme) as page:
        page.goto(address.format(**known))
        assert axe.sticks_out(page) <= 0
        assert not axe.violations(page)
