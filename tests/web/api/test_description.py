"""The description is complete and true: schemathesis asks what it allows and what it forbids."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings

#: No schema can say it: a cursor that no list gave out is refused, a window that ends before it begins, words
#: that cannot be printed.
BEYOND_SCHEMA = [positive_data_acceptance]


def description(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return found


def test_every_parameter_and_every_answer_is_described(client: TestClient) -> None:
    told = description(client)
    for path, item in told["paths"].items():
        for operation in item.values():
            assert operation["summary"], path
            assert operation["description"], path
            assert operation["tags"], path
            assert all(parameter["description"] for parameter in operation.get("parameters", ())), path
            assert "200" in operation["responses"], path
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    assert [*answer["content"]] == ["application/problem+json"], path


def test_parameters_are_those_of_the_pages(client: TestClient) -> None:
    listed = description(client)["paths"]["/api/v1/events"]["get"]["parameters"]
    names = {parameter["name"]: parameter["schema"] for parameter in listed}
    assert {"from", "to", "actor", "match", "type", "status", "q", "exact", "after", "limit"} <= names.keys()
    assert names["kind"]["enum"] == ["event"]
    assert names["limit"] == {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}
    assert names["status"]["items"]["enum"][0] == "occurred"


def test_nothing_in_the_description_leads_nowhere(client: TestClient) -> None:
    told = description(client)
    for address in told["paths"]:
        assert address.startswith("/api/v1/")
    assert "HTTPValidationError" not in told["components"]["schemas"]


def test_schemas_have_names_of_their_own(client: TestClient) -> None:
    """Two classes of one name would be named after the modules they are in, a list after what it holds."""
    names = description(client)["components"]["schemas"].keys()
    assert {"Record", "Records", "Medium", "Source", "Office", "Term", "EventHits"} <= names
    assert [name for name in names if not name.isalpha()] == []


@pytest.mark.slow
def test_schemathesis_finds_no_fault(seeded: Settings) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(seeded))
    asked = 0
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]
        right = operation.as_strategy()
        wrong = operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE)

        @given(case=right | wrong)
        @settings(max_examples=12, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def answered(case: Any) -> None:
            case.call_and_validate(excluded_checks=BEYOND_SCHEMA)

        answered()
        asked += 1
    assert asked >= 12
