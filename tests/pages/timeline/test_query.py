from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import QueryError, TooManyError
from app.pages.timeline.query import FILTERS, PARAMETERS, TimelineQuery
from app.pages.timeline.select_filters import FILTERS as CONDITIONS
from app.pages.timeline.view_filters import _TITLES


def test_parameters_and_fields_are_the_same_set() -> None:
    names = {"since" if parameter.name == "from" else parameter.name for parameter in PARAMETERS}
    assert names == {field.name for field in fields(TimelineQuery)}


def test_every_filter_has_its_condition_and_its_words() -> None:
    # The text is looked for apart from the other conditions.
    assert set(FILTERS) == set(CONDITIONS) | {"q"} == set(_TITLES)


def test_an_address_is_read_and_written_back_in_canonical_order() -> None:
    query = TimelineQuery.parse(
        [("q", "x"), ("actor", "tr"), ("limit", "50"), ("from", "2015"), ("actor", "il")]
    )
    assert query.actor == ("il", "tr")
    assert query.pairs == (("from", "2015"), ("actor", "il"), ("actor", "tr"), ("q", "x"))


def test_the_window_is_whole_years_months_and_days() -> None:
    assert TimelineQuery(since="2015", to="2015-02").window == (date(2015, 1, 1), date(2015, 2, 28))
    assert TimelineQuery(to="2015-02-03").window == (None, date(2015, 2, 3))


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(QueryError) as refused:
        TimelineQuery.parse([("from", "2016"), ("to", "2015-12-31")])
    assert refused.value.field == "to"


def test_changing_a_filter_begins_the_list_anew_but_paging_does_not() -> None:
    query = TimelineQuery(after="1.0.1")
    assert query.with_(kind="event").after is None
    assert query.with_(event="x").after == "1.0.1"


def test_filters_are_taken_away_one_value_at_a_time() -> None:
    query = TimelineQuery(actor=("il", "ru"), q="x", exact=True)
    assert query.without("actor", "il").actor == ("ru",)
    assert query.without("q") == TimelineQuery(actor=("il", "ru"))
    assert query.toggled("actor", "ru").actor == ("il",)
    assert query.toggled("actor", "sy").actor == ("il", "ru", "sy")


def test_clearing_keeps_how_it_is_shown() -> None:
    query = TimelineQuery(actor=("il",), scale="linear", axis="ltr", limit=20, event="x")
    assert query.cleared == TimelineQuery(scale="linear", axis="ltr", limit=20)
    assert query.is_filtered
    assert not query.cleared.is_filtered


slugs = st.lists(st.sampled_from(("ru", "il", "us", "x-1")), max_size=3)


@given(
    st.builds(
        TimelineQuery,
        since=st.sampled_from((None, "2014", "2014-05")),
        to=st.sampled_from((None, "2016", "2016-05-03")),
        kind=st.sampled_from((None, "event")),
        q=st.sampled_from((None, "كلمة", "a & b=c?")),
        exact=st.booleans(),
        scale=st.sampled_from(("sequence", "linear")),
        limit=st.integers(1, 200),
    ),
    slugs,
)
def test_what_is_written_is_read_back(query: TimelineQuery, actors: list[str]) -> None:
    query = query.with_(actor=actors)
    assert TimelineQuery.parse(query.pairs) == query
    assert TimelineQuery.parse(query.pairs).pairs == query.pairs


@pytest.mark.parametrize("value", ["ru,il", "ru", "us,ru,il,tr"])
def test_the_order_of_lanes_is_kept_as_given(value: str) -> None:
    query = TimelineQuery.parse([("lanes", value)])
    assert query.pinned == tuple(value.split(","))
    assert query.pairs == (("lanes", value),)


@pytest.mark.parametrize("value", ["ru,,il", "ru,ru", ",", "r u", ",".join(f"a{n}" for n in range(30))])
def test_an_order_of_lanes_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(QueryError):
        TimelineQuery.parse([("lanes", value)])


def test_how_lanes_are_shown_leaves_the_list_where_it_is() -> None:
    query = TimelineQuery(after="737000.5", event="e1")
    for changed in (query.with_(lanes="ru"), query.toggled("open", "ru"), query.with_(scale="linear")):
        assert changed.after == query.after


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2015", "2015"),
        ("٢٠١٥", "2015"),
        ("۲۰۱۵-۹", "2015-09"),
        ("2015/9/1", "2015-09-01"),
        ("2015.09.21", "2015-09-21"),
        ("21/9/2015", "2015-09-21"),
        ("9-2015", "2015-09"),
        (" 2015-09-21 ", "2015-09-21"),
    ],
)
def test_dates_are_read_as_people_type_them(typed: str, told: str) -> None:
    assert TimelineQuery.parse([("from", typed), ("to", typed)]).pairs == (("from", told), ("to", told))


@pytest.mark.parametrize("typed", ["yesterday", "15", "2015-13", "31/2/2015", "2015-09-21-3", "20155"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(QueryError):
        TimelineQuery.parse([("from", typed)])


def test_more_values_than_a_view_can_hold_are_refused() -> None:
    with pytest.raises(TooManyError) as refused:
        TimelineQuery.parse([("actor", f"a{n}") for n in range(400)])
    assert refused.value.field == "actor"
    assert len(TimelineQuery.parse([("actor", f"a{n}") for n in range(40)]).actor) == 40
