from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BackwardsError, QueryError, TooManyError, UnknownParameterError
from app.pages.statements.query import StatementsQuery
from app.web.asked import MOST_VALUES

PAIRS = st.lists(
    st.one_of(
        st.tuples(st.just("speaker"), st.from_regex(r"[a-z]{1,6}", fullmatch=True)),
        st.tuples(st.just("verb"), st.sampled_from(["قال", "أكد", "نفى", "اكد"])),
        st.tuples(st.just("quote"), st.sampled_from(["direct", "indirect", "mixed"])),
        st.tuples(st.just("modality"), st.sampled_from(["asserted", "denied"])),
        st.tuples(st.just("outlet"), st.sampled_from(["a-paper", "b-paper"])),
        st.tuples(st.just("chain"), st.sampled_from(["0", "1", "4"])),
    )
)


@given(PAIRS)
def test_an_address_once_canonical_stays_as_it_is(pairs: list[tuple[str, str]]) -> None:
    query = StatementsQuery.parse(pairs)
    assert StatementsQuery.parse(query.pairs) == query
    assert StatementsQuery.parse(reversed(query.pairs)).pairs == query.pairs


@pytest.mark.parametrize(
    ("pairs", "error"),
    [
        ([("quote", "loud")], QueryError),
        ([("modality", "sung")], QueryError),
        ([("from", "yesterday")], QueryError),
        ([("limit", "0")], QueryError),
        ([("q", "a"), ("q", "b")], QueryError),
        ([("chain", "5")], QueryError),
        ([("sort", "taste")], QueryError),
        ([("view", "map")], QueryError),
        ([("sort", "day"), ("sort", "-day")], QueryError),
        ([("colour", "red")], UnknownParameterError),
        ([("from", "2020"), ("to", "2019")], BackwardsError),
        ([("speaker", f"s{n}") for n in range(MOST_VALUES + 1)], TooManyError),
    ],
)
def test_what_is_not_understood_is_refused(pairs: list[tuple[str, str]], error: type[QueryError]) -> None:
    with pytest.raises(QueryError) as caught:
        StatementsQuery.parse(pairs)
    assert type(caught.value) is error


def test_days_and_verbs_may_be_written_as_people_write_them() -> None:
    query = StatementsQuery.parse([("from", "٢٠١٥/٩/٢١"), ("verb", "أكد"), ("to", "")])
    assert query.pairs == (("from", "2015-09-21"), ("verb", "اكد"))


def test_a_value_is_put_in_and_taken_out_and_paging_begins_anew() -> None:
    query = StatementsQuery.parse([("speaker", "b"), ("after", "1.2")])
    more = query.toggled("speaker", "a")
    assert (more.speaker, more.after) == (("a", "b"), None)
    assert more.toggled("speaker", "b").speaker == ("a",)


def test_turning_a_page_asks_nothing_new() -> None:
    query = StatementsQuery.parse([("verb", "قال")])
    assert query.with_(after="1.2", limit=5).signature == query.signature
    assert query.with_(sort="-chain", view="table").signature == query.signature
    assert query.with_(q="x").signature != query.signature
