from __future__ import annotations

import pytest

from app.errors import QueryError
from app.pages.article.query_list import ArticlesQuery, parse_whole


def test_round_trip() -> None:
    query = ArticlesQuery.parse([("view", "table"), ("sort", "-events"), ("after", "abc")])
    assert query == ArticlesQuery("-events", "table", "abc")
    assert ArticlesQuery.parse(query.pairs) == query
    assert ArticlesQuery().pairs == ()


def test_another_order_begins_the_list_anew() -> None:
    assert ArticlesQuery(after="abc").with_(sort="title").after is None


@pytest.mark.parametrize("pairs", [[("sort", "colour")], [("view", "map")], [("before", "abc")]])
def test_refused(pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(QueryError):
        ArticlesQuery.parse(pairs)


def test_a_file_has_no_pages() -> None:
    assert parse_whole([("sort", "title")]).sort == "title"
    with pytest.raises(QueryError):
        parse_whole([("after", "abc")])
