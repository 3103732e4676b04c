"""An article page names its copies; the event they tell counts them once, on the page and as data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from tests.ingest.storing.test_copies import TEXTS, read
from tests.support import stores, web


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks the application over an article, its copy in another outlet, and a third report."""
    with stores.kept_on(None):
        engine = stores.empty(tmp_path_factory.mktemp("copies"))
        stores.put(engine, *map(read, TEXTS))
        with TestClient(create_app(web.settings_of(engine)), follow_redirects=False) as made:
            yield made


def article(copies: TestClient, outlet: str) -> str:
    items = copies.get("/api/v1/articles").json()["items"]
    return str(next(each["id"] for each in items if each["outlet"]["slug"] == outlet))


@pytest.mark.parametrize(
    ("lang", "words"),
    [("ar", ["النص نفسه في", "100% من هذا النص"]), ("en", ["The same text in", "100% of this text"])],
)
def test_an_article_page_names_its_copies(copies: TestClient, lang: str, words: list[str]) -> None:
    page = copies.get(f"/{lang}/articles/{article(copies, 'al-quds-al-arabi')}").text
    assert all(each in page for each in words)
    assert f"/{lang}/articles/{article(copies, 'aljazeera')}" in page
    assert words[0] not in copies.get(f"/{lang}/articles/{article(copies, 'bbc-arabic')}").text


def test_an_article_as_data_names_its_copies(copies: TestClient) -> None:
    whole, cut = article(copies, "aljazeera"), article(copies, "al-quds-al-arabi")
    for address in (f"/ar/articles/{whole}.json", f"/api/v1/articles/{whole}"):
        (found,) = copies.get(address).json()["same_text_in"]
        assert (found["article"], found["outlet"]) == (cut, "al-quds-al-arabi")
        assert 0.5 <= found["shared"] < 1


def test_an_event_counts_them_once_and_says_so(copies: TestClient) -> None:
    (event,) = copies.get("/api/v1/events?type=phone_call").json()["items"]
    full = copies.get(f"/api/v1/events/{event['id']}").json()
    assert event["independent_sources"] == full["independent_sources"] == 2
    same = {t["outlet"]: t["same_text_in"] for t in full["tellings"]}
    assert same["aljazeera"] == [article(copies, "al-quds-al-arabi")]
    assert same["bbc-arabic"] == []
    page = copies.get(f"/en/events/{event['id']}").text
    assert page.count("the same text, counted once") == 1
    assert "2 independent sources" in page
