from __future__ import annotations

import pytest

from app.errors import QueryError
from app.pages.article.query import ArticleQuery


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
