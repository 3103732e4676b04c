"""The timeline as it is read, printed, magnified and misaddressed."""

from __future__ import annotations

import re
from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page

from tests.support import axe

pytestmark = pytest.mark.browser


@pytest.fixture(params=["ar", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_the_page_loads(browser: Browser, server: str, lang: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.add_init_script(
        "window.shifted = 0; new PerformanceObserver(list => { for (const each of list.getEntries())"
        " window.shifted += each.value; }).observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(f"{server}/{lang}/", wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => null)")
    page.wait_for_timeout(200)
    assert page.evaluate("window.shifted") == 0
    page.close()


def test_the_chart_read_aloud_tells_the_story(page: Page, lang: str) -> None:
    """By the accessible names alone: months, then for each mark when, what, who."""
    page.goto(f"/{lang}/?kind=event&from=2015-09&to=2015-10")
    told = page.locator(".threads").aria_snapshot()
    names = re.findall(r'link "([^"]+)"', told)
    marks = page.locator(".threads .mark").count()
    assert len(names) >= marks
    dated = [name for name in names if re.search(r"\b2015\b", name)]
    assert len(dated) >= marks
    parties = {
        "ar": "روسيا|إسرائيل|الولايات المتحدة|تركيا|بوتين|نتنياهو",
        "en": "Russia|Israel|United States|Turkey|Putin|Netanyahu",
    }
    assert sum(bool(re.search(parties[lang], name)) for name in dated) >= marks / 2
    assert all("None" not in name and "%(" not in name for name in names)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_everything_open(
    browser: Browser, server: str, lang: str, scheme: str
) -> None:
    with axe.page_for(browser, server, scheme=scheme) as page:
        for path in (
            f"/{lang}/?open=ru&open=2021-01-12&lanes=tr&actor=il&actor=ru&match=all",
            f"/{lang}/patterns",
        ):
            page.goto(path)
            if "patterns" not in path:
                page.locator("#arrange > summary").click()
                page.locator("#actor").press_sequentially("a")
            assert not axe.violations(page, grave=True), path


@pytest.mark.parametrize(
    "path", ["", "?open=ru&open=others", "?scale=linear", "?lane=actor", "?actor=il&match=only"]
)
def test_magnified_twice_nothing_is_cut_off(browser: Browser, server: str, lang: str, path: str) -> None:
    """Twice the size of 1280 × 900 is 640 × 450."""
    page = browser.new_page(viewport={"width": 640, "height": 450})
    page.goto(f"{server}/{lang}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.lane-name bdi, .button, .record h3, .summary')]
          .filter(each => each.offsetParent && getComputedStyle(each).display !== 'inline')
          .filter(each => each.scrollWidth > each.clientWidth + 1)
          .map(each => each.textContent)"""
    )
    assert cut == []
    page.close()


def test_lane_names_stand_beside_their_lanes(page: Page, lang: str) -> None:
    for path in ("", "?open=ru&open=il&open=us&open=others", "?lane=actor", "?lane=type"):
        page.goto(f"/{lang}/{path}")
        names = page.locator(".lane-names li").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect()).map(box => box.top + box.height / 2)"
        )
        rows = page.locator(".threads .row").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect().top)"
        )
        assert len(names) == len(rows)
        assert all(abs(name - row) < 3 for name, row in zip(names, rows, strict=True)), path


def test_forced_colours_keep_the_marks(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, forced_colors="active")
    page = context.new_page()
    page.goto("/en/")
    fills = page.locator(".mark .b").evaluate_all("all => all.map(each => getComputedStyle(each).fill)")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert fills
    assert all(fill != ground for fill in fills if fill != "none") or page.locator(".b.hollow").count()
    context.close()


MISTAKES = {
    "from=2020&to=2015": {"ar": "تنتهي قبل أن تبدأ", "en": "ends before it begins"},
    "limit=0": {"ar": "limit", "en": "1–200"},
    "&".join(f"actor=a{n}" for n in range(400)): {"ar": "40", "en": "At most 40 values"},
    "from=yesterday": {"ar": "سنة أو شهر أو يوم", "en": "A year, a month or a day"},
    "lanes=ru,ru": {"ar": "lanes", "en": "lanes"},
}


@pytest.mark.parametrize(("query", "lang"), list(zip(MISTAKES, cycle(("ar", "en")), strict=False)))
def test_a_mistaken_address_is_answered_in_words(page: Page, lang: str, query: str) -> None:
    answer = page.goto(f"/{lang}/?{query}")
    assert answer
    assert answer.status == 422
    assert MISTAKES[query][lang] in page.locator("main").inner_text()
    assert len(answer.body()) < 60_000
    page.locator("main a").last.click()
    page.wait_for_url(f"**/{lang}/")


@pytest.mark.parametrize(("lang", "scale"), [("ar", "sequence"), ("en", "linear")])
@pytest.mark.parametrize(
    "window", ["from=2015-09-21&to=2015-09-21", "from=1900&to=2100", "from=1850&to=1860"]
)
def test_windows_of_any_length_are_shown(page: Page, lang: str, window: str, scale: str) -> None:
    answer = page.goto(f"/{lang}/?{window}&scale={scale}")
    assert answer
    assert answer.status == 200
    assert page.locator(".overview").count() == 1
    assert page.locator("#z-whole").get_attribute("href")
    if "18" in window:
        assert page.locator(".empty a").count() >= 2
    else:
        assert page.locator(".threads .mark").count() > 0


def test_paper_tells_what_is_shown_and_where_each_record_is(browser: Browser, server: str, lang: str) -> None:
    page = browser.new_page(viewport={"width": 688, "height": 900})
    page.goto(f"{server}/{lang}/?actor=il&actor=ru&match=all&from=2015")
    page.emulate_media(media="print")
    head = page.locator(".print-only").first.inner_text()
    assert "2015" in head
    assert f"{server}/{lang}/?" in page.locator(".printed").inner_text()
    card = page.locator(".record").first
    told = card.evaluate("card => getComputedStyle(card, '::after').content")
    assert f"/{lang}/events/" in told
    for control in (".told", ".arrange", ".toggle", ".zoom", ".strip", ".by"):
        assert not page.locator(control).first.is_visible(), control
    page.close()
