from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BackwardsError, QueryError, TooManyError, UnknownParameterError
from app.pages.search.query import SearchQuery
from app.web.asked import MOST_VALUES

PAIRS = st.lists(
    st.one_of(
        st.tuples(st.just("actor"), st.from_regex(r"[a-z]{1,6}", fullmatch=True)),
        st.tuples(st.just("outlet"), st.sampled_from(["a-paper", "b-paper"])),
        st.tuples(st.just("type"), st.sampled_from(["meeting", "visit"])),
        st.just(("exact", "1")),
    )
)


@given(PAIRS)
def test_an_address_once_canonical_stays_as_it_is(pairs: list[tuple[str, str]]) -> None:
    query = SearchQuery.parse(pairs)
    assert SearchQuery.parse(query.pairs) == query
    assert SearchQuery.parse(reversed(query.pairs)).pairs == query.pairs


@pytest.mark.parametrize(
    ("pairs", "error"),
    [
        ([("kind", "poem")], QueryError),
        ([("exact", "yes")], QueryError),
        ([("q", "x" * 201)], QueryError),
        ([("q", "a"), ("q", "b")], QueryError),
        ([("limit", "101")], QueryError),
        ([("colour", "red")], UnknownParameterError),
        ([("from", "2020"), ("to", "2019")], BackwardsError),
        ([("actor", f"s{n}") for n in range(MOST_VALUES + 1)], TooManyError),
    ],
)
def test_what_is_not_understood_is_refused(pairs: list[tuple[str, str]], error: type[QueryError]) -> None:
    with pytest.raises(QueryError) as caught:
        SearchQuery.parse(pairs)
    assert type(caught.value) is error


def test_a_filter_is_taken_away_whole_or_value_by_value() -> None:
    query = SearchQuery.parse([("q", "x"), ("from", "2015"), ("to", "2016"), ("actor", "a"), ("actor", "b")])
    assert query.in_force == ("from", "actor")
    assert query.without("from").window == (None, None)
    assert query.without("actor", "a").actor == ("b",)
    assert query.without("actor").actor == ()


def test_turning_a_page_or_a_tab_asks_nothing_new() -> None:
    query = SearchQuery.parse([("q", "x")])
    assert query.with_(kind="event", after="1.2", limit=5).signature == query.signature
    assert query.with_(exact=True).signature != query.signature
