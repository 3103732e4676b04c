from __future__ import annotations

import re

import pytest

from app.pages.actor.query import PARAMETERS as OF_ACTORS
from app.pages.changes.query import PARAMETERS as OF_CHANGES
from app.pages.contradictions.query import PARAMETERS as OF_CONTRADICTIONS
from app.pages.statements.query import PARAMETERS as OF_STATEMENTS
from app.pages.timeline.query import FILTERS, PARAMETERS
from app.web.api.parameters import DISPLAY, MEANINGS, described
from app.web.filters import Parameter

EVERY = (*PARAMETERS, *OF_ACTORS, *OF_CONTRADICTIONS, *OF_STATEMENTS)


def test_every_filter_has_a_meaning_of_its_own() -> None:
    asked = {each.name for each in (*OF_ACTORS, *OF_CONTRADICTIONS, *OF_STATEMENTS, *OF_CHANGES)}
    names = {*FILTERS, "match", "exact", "order", "after", "limit"} | asked - {"run", "view"}
    assert names - MEANINGS.keys() == set()


def test_what_only_changes_the_look_says_so() -> None:
    told = {each["name"]: each["description"] for each in described(PARAMETERS)["parameters"]}
    assert told["lane"] == told["scale"] == DISPLAY


@pytest.mark.parametrize("parameter", EVERY, ids=lambda each: each.name)
def test_the_schema_allows_what_is_accepted(parameter: Parameter) -> None:
    schema = parameter.schema
    for value in (*schema.get("enum", ()), *parameter.allowed[: 0 if "pattern" in schema else None]):
        if "enum" in schema:
            assert parameter.accepts(value)
    if "pattern" in schema:
        for value in ("2015", "2015-09", "ru", "1.2", "7", "a b", "", "٢٠١٥"):
            if parameter.accepts(value):
                assert re.search(schema["pattern"], value), value


def test_a_repeated_parameter_is_an_array_and_a_number_a_number() -> None:
    made = {each["name"]: each for each in described(PARAMETERS, most=40)["parameters"]}
    assert made["actor"]["schema"]["type"] == "array"
    assert made["actor"]["schema"]["maxItems"] == 40
    assert made["limit"]["example"] == 20
