from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.web.limits import ADDRESS, BODY


@pytest.mark.parametrize(
    ("query", "status"), [("q=" + "x" * ADDRESS, 414), ("q=a%00b", 400), ("q=" + "x" * 60, 200)]
)
def test_addresses_have_bounds(client: TestClient, query: str, status: int) -> None:
    for language in ("ar", "en"):
        answer = client.get(f"/{language}/?{query}")
        assert answer.status_code == status
        assert "content-security-policy" in answer.headers
        assert f'<html lang="{language}"' in answer.text


def test_a_null_byte_in_a_path_is_refused(client: TestClient) -> None:
    assert client.get("/ar/events/a%00b").status_code == 400


def test_bodies_are_not_taken(client: TestClient) -> None:
    assert client.request("GET", "/ar/", content=b"x" * (BODY + 1)).status_code == 413
    assert client.request("GET", "/ar/", content=iter([b"x"])).status_code == 413, "of unknown length"
    assert client.request("GET", "/ar/", content=b"x").status_code == 200
    assert client.post("/ar/", content=b"x").status_code == 405


@pytest.mark.parametrize("length", ["-1", "1e9", "9" * 400, "x"])
def test_lengths_that_are_none_are_refused(client: TestClient, length: str) -> None:
    assert client.get("/ar/", headers={"Content-Length": length}).status_code == 413
