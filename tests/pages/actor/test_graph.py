"""Read back by networkx."""

from __future__ import annotations

from datetime import date

import networkx
from starlette.testclient import TestClient

from app.pages.actor.graph import as_graphml
from app.pages.actor.records import Entry
from app.pages.actor.select_graph import Tie
from app.web.named import Named

LINES = (
    Entry(1, Named("ru", "روسيا", "Russia", "ru"), "country", "ru", True, 9, 3),
    Entry(2, Named("x", "«هيئة» <b>&\x00", "Body"), "organisation", None, False, 1, 1),
)


def test_nodes_and_edges_come_back_with_what_is_told_of_them() -> None:
    text = "".join(as_graphml(LINES, [Tie(1, 2, 4, date(2015, 9, 21), None)]))
    graph = networkx.parse_graphml(text)
    assert graph.nodes["ru"] == {
        "name_ar": "روسيا", "name_en": "Russia", "kind": "country", "country": "ru", "mentions": 9,
        "articles": 3,
    }  # fmt: skip
    assert graph.nodes["x"]["name_ar"] == "«هيئة» <b>&"
    assert "country" not in graph.nodes["x"]
    assert graph.edges["ru", "x"] == {"events": 4, "first": "2015-09-21"}


def test_the_network_of_states(client: TestClient) -> None:
    answer = client.get("/en/actors.graphml?kind=country")
    graph = networkx.parse_graphml(answer.text)
    assert {"ru", "il"} <= {*graph}
    assert graph.has_edge("ru", "il")
    shared = client.get("/en/timeline.json?actor=ru&actor=il&match=all&kind=event").json()["records"]
    both = [r for r in shared if {"ru", "il"} <= {actor["slug"] for actor in r["actors"]}]
    assert graph.edges["ru", "il"]["events"] == len(both)
    assert client.get("/en/actors.graphml?after=ru").status_code == 422


def test_an_actor_can_be_followed(client: TestClient) -> None:
    answer = client.get("/ar/actors/ru.atom")
    assert (answer.status_code, answer.headers["location"]) == (302, "/ar/timeline.atom?actor=ru")
    assert client.get("/ar/actors/nobody.atom").status_code == 404
