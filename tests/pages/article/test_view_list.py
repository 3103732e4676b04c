from __future__ import annotations

from app.pages.article.query_list import ArticlesQuery
from app.pages.article.records import Listing
from app.pages.article.view_list import build_list
from app.web.i18n import language
from app.web.urls import Urls


def test_headings_turn_the_order_and_files_know_no_pages() -> None:
    query = ArticlesQuery(view="table", after="abc")
    view = build_list(Listing((), 0, "def"), query, language("en"), Urls("en"))
    assert view.columns["published"].sorted == "descending"
    assert view.columns["published"].href == "/en/articles?sort=published&view=table"
    assert view.columns["events"].href == "/en/articles?sort=-events&view=table"
    assert view.columns["title"].href == "/en/articles?sort=title&view=table"
    assert view.files == {"CSV": "/en/articles.csv", "JSON": "/en/articles.json"}
    assert view.next_page == "/en/articles?view=table&after=def"
    assert view.first_page == "/en/articles?view=table"
