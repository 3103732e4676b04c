from __future__ import annotations

from datetime import date

from app.pages.timeline.view_sources import MOST, sources
from app.web.named import Named
from tests.support.timeline import EN, record


def test_each_article_is_named_once_the_earliest_first() -> None:
    paper = (Named("paper", "صحيفة", "Paper"),)
    told = [
        record(1, "2017-03-05", article=Named("b", "ب", "B"), published=date(2017, 5, 1), outlets=paper),
        record(2, "2017-03-06", article=Named("c", "ج", "C")),
        record(3, "2017-03-07", article=Named("a", "أ", "A"), published=date(2017, 4, 1)),
        record(4, "2017-03-08", article=Named("b", "ب", "B"), published=date(2017, 5, 1), outlets=paper),
        record(5, "2017-03-09"),
    ]
    found = [(each.title, each.told, each.href) for each in sources(told, EN)]
    assert found == [
        ("A", "1 April 2017", "/en/articles/a"),
        ("B", "Paper, 1 May 2017", "/en/articles/b"),
        ("C", "", "/en/articles/c"),
    ]


def test_more_articles_than_fit_are_not_named() -> None:
    told = [record(n, "2017-03-05", article=Named(f"a{n}", "ع", "T")) for n in range(MOST + 1)]
    assert len(sources(told[:MOST], EN)) == MOST
    assert sources(told, EN) == ()
