from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("query", ["", "modality=denied", "quote=direct&from=2015", "verb=قال"])
def test_statements_are_those_of_the_file(client: TestClient, query: str) -> None:
    told = client.get(f"/en/statements.json?{query}").json()["statements"]
    found = client.get(f"/api/v1/statements?{query}&limit=200").json()
    assert found["items"] == told
    assert found["total"] == len(told) > 0


def test_a_statement_is_the_same_alone(client: TestClient) -> None:
    for said in client.get("/api/v1/statements?limit=5").json()["items"]:
        assert client.get(f"/api/v1/statements/{said['id']}").json() == said
