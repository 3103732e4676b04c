from __future__ import annotations

from starlette.testclient import TestClient


def test_every_span_holds_the_words_it_says(client: TestClient) -> None:
    for card in client.get("/api/v1/articles").json()["items"]:
        article = client.get(f"/api/v1/articles/{card['id']}").json()
        text = article["text"]
        spans = [*article["paragraphs"], *article["dates"], *article["discarded"], *article["events"]]
        spans += [word for said in article["statements"] for word in (said["verb"], said["content"])]
        spans += [mention for actor in article["actors"] for mention in actor["mentions"]]
        assert len(spans) > 50
        assert all(text[each["start"] : each["end"]] == each["text"] for each in spans)
        assert (card["events"], card["statements"]) == (len(article["events"]), len(article["statements"]))


def test_the_latest_comes_first(client: TestClient) -> None:
    days = [card["published"] for card in client.get("/api/v1/articles").json()["items"]]
    assert days == sorted(days, reverse=True)
