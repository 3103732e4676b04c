from __future__ import annotations

from starlette.testclient import TestClient


def test_both_accounts_stand_in_their_articles(client: TestClient) -> None:
    found = client.get("/api/v1/contradictions").json()
    assert found["total"] == len(found["items"]) > 0
    for pair in found["items"]:
        for account in (pair["one"], pair["other"]):
            text = client.get(f"/api/v1/articles/{account['article']}").json()["text"]
            assert text[account["start"] : account["end"]] == account["text"]
        assert client.get(f"/api/v1/contradictions/{pair['id']}").json() == pair


def test_by_what_they_are_opposed_in(client: TestClient) -> None:
    every = client.get("/api/v1/contradictions").json()
    denials = client.get("/api/v1/contradictions?why=denial").json()
    assert 0 < denials["total"] == len(denials["items"]) <= every["total"]
    assert denials["items"] == [pair for pair in every["items"] if pair["kind"] == "denial_of"]
