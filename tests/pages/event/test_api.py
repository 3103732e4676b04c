from __future__ import annotations

from starlette.testclient import TestClient


def test_programs_read_what_the_file_of_the_event_holds(client: TestClient) -> None:
    for each in client.get("/api/v1/events?limit=8").json()["items"]:
        whole = client.get(f"/api/v1/events/{each['id']}").json()
        assert whole == client.get(f"/en/events/{each['id']}.json").json()
        assert whole["headline_ar"] == each["headline_ar"]


def test_the_id_of_a_telling_leads_to_its_event(client: TestClient) -> None:
    events = [
        client.get(f"/api/v1/events/{each['id']}").json()
        for each in client.get("/api/v1/events").json()["items"]
    ]
    several = next(event for event in events if len(event["tellings"]) > 1)
    for telling in several["tellings"]:
        assert client.get(f"/api/v1/events/{telling['id']}").json()["id"] == several["id"]
