from __future__ import annotations

import pytest

from app.errors import QueryError
from app.pages.article.query import ArticleQuery, parse_after


def test_nothing_asked() -> None:
    assert ArticleQuery.parse([]) == ArticleQuery()
    assert ArticleQuery().pairs == ()


def test_round_trip() -> None:
    query = ArticleQuery.parse([("marks", "none"), ("hl", "abc123")])
    assert query == ArticleQuery("abc123", "none")
    assert ArticleQuery.parse(query.pairs) == query
    assert query.with_(marks="all").pairs == (("hl", "abc123"),)


@pytest.mark.parametrize("pairs", [[("marks", "some")], [("hl", "<b>")], [("page", "2")]])
def test_refused(pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(QueryError):
        ArticleQuery.parse(pairs)


def test_where_a_list_begins() -> None:
    assert parse_after([]) is None
    assert parse_after([("after", "abc")]) == "abc"
    with pytest.raises(QueryError):
        parse_after([("before", "abc")])
