from __future__ import annotations

import pytest

from app.errors import QueryError, UnknownParameterError
from app.web.filters import canonical, choice, cursor, day, number, read, slug, words

PARAMETERS = (
    day("from"),
    slug("actor", repeat=True),
    choice("match", ("any", "all"), default="any"),
    words("q"),
    cursor("after"),
    number("limit", 1, 200, 50),
)


def test_values_are_checked_sorted_and_said_once() -> None:
    given = [("actor", "tr"), ("q", "  two words "), ("actor", "il"), ("actor", "tr"), ("from", "")]
    assert read(PARAMETERS, given) == {"actor": ("il", "tr"), "q": ("two words",)}


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UnknownParameterError) as refused:
        read(PARAMETERS, [("actors", "tr")])
    assert refused.value.field == "actors"
    assert "actor" in refused.value.allowed


def test_a_second_value_is_refused_where_one_is_meant() -> None:
    with pytest.raises(QueryError) as refused:
        read(PARAMETERS, [("match", "any"), ("match", "all")])
    assert refused.value.field == "match"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("from", "2015-13"),
        ("from", "2015-02-30"),
        ("from", "15"),
        ("from", "0000"),
        ("from", "٢٠١٥"),
        ("from", "2015-09~"),
        ("from", "../2015"),
        ("actor", "../etc"),
        ("actor", "a b"),
        ("actor", "x" * 200),
        ("match", "ALL"),
        ("q", "x" * 201),
        ("q", "bad\x00byte"),
        ("after", "a b"),
        ("limit", "0"),
        ("limit", "201"),
        ("limit", "5.0"),
        ("limit", "007"),
        ("limit", "²"),
    ],
)
def test_bad_values_are_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(QueryError) as refused:
        read(PARAMETERS, [(name, value)])
    assert (refused.value.field, refused.value.value) == (name, value)
    assert refused.value.allowed


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("from", "2015"),
        ("from", "2015-09"),
        ("from", "2016-02-29"),
        ("limit", "200"),
        ("actor", "source-1f:2.x"),
    ],
)
def test_good_values_are_taken(name: str, value: str) -> None:
    assert read(PARAMETERS, [(name, value)]) == {name: (value,)}


def test_an_address_is_written_in_one_order_without_defaults() -> None:
    values = {"limit": ("50",), "match": ("all",), "actor": ("il", "tr"), "from": ("2015",)}
    assert canonical(PARAMETERS, values) == (
        ("from", "2015"),
        ("actor", "il"),
        ("actor", "tr"),
        ("match", "all"),
    )
