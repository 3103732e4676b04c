from __future__ import annotations

import pytest

from app.errors import QueryError
from app.pages.actor.query import ActorsQuery, parse_none


def test_round_trip() -> None:
    query = ActorsQuery.parse([("kind", "person"), ("q", " Putin "), ("country", "ru")])
    assert query == ActorsQuery("Putin", "person", "ru")
    assert ActorsQuery.parse(query.pairs) == query


def test_another_filter_begins_the_list_anew() -> None:
    query = ActorsQuery(kind="person", after="x")
    assert query.with_(kind="media").after is None
    assert query.with_(after="y").after == "y"


def test_empty_fields_of_the_form_are_no_filters() -> None:
    assert not ActorsQuery.parse([("q", ""), ("country", "")]).is_filtered


@pytest.mark.parametrize("pairs", [[("kind", "animal")], [("q", "x" * 201)], [("lane", "ru")]])
def test_refused(pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(QueryError):
        ActorsQuery.parse(pairs)


def test_the_page_of_an_actor_takes_nothing() -> None:
    parse_none([])
    with pytest.raises(QueryError):
        parse_none([("q", "x")])
