"""Web Annotations of the five articles: both selectors find the same words in the text they point at."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
from starlette.testclient import TestClient

#: What the model requires of an annotation and of its selectors.
_SELECTORS = {
    "type": "array",
    "minItems": 2,
    "prefixItems": [
        {"properties": {"type": {"const": "TextQuoteSelector"}}, "required": ["exact", "prefix", "suffix"]},
        {
            "properties": {"type": {"const": "TextPositionSelector"}, "start": {"minimum": 0}},
            "required": ["start", "end"],
        },
    ],
}
SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": {
                "required": ["id", "type", "target", "body"],
                "properties": {
                    "type": {"const": "Annotation"},
                    "motivation": {"enum": ["describing", "classifying", "identifying", "tagging"]},
                    "body": {"type": "array", "minItems": 1},
                    "target": {"required": ["source", "selector"], "properties": {"selector": _SELECTORS}},
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def pages(client: TestClient) -> list[dict[str, Any]]:
    articles = client.get("/api/v1/articles").json()["items"]
    return [client.get(f"/en/articles/{each['id']}.annotations.jsonld").json() for each in articles]


def test_every_page_of_annotations_is_of_the_model(pages: list[dict[str, Any]]) -> None:
    assert len(pages) == 5
    for page in pages:
        jsonschema.validate(page, SCHEMA)
        ids = [item["id"] for item in page["items"]]
        assert len(set(ids)) == len(ids)


def test_both_selectors_find_the_same_words(client: TestClient, pages: list[dict[str, Any]]) -> None:
    for page in pages:
        source = page["items"][0]["target"]["source"]
        text = client.get(urlsplit(source).path).text
        for item in page["items"]:
            assert item["target"]["source"] == source
            quote, position = item["target"]["selector"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text[position["start"] : position["end"]] == quote["exact"] != ""
            assert around in text


def test_all_findings_are_there(client: TestClient, pages: list[dict[str, Any]]) -> None:
    article = client.get("/api/v1/articles").json()["items"][0]
    whole = client.get(f"/api/v1/articles/{article['id']}").json()
    kinds = [item["id"].partition("#")[2].partition("-")[0] for item in pages[0]["items"]]
    assert kinds.count("event") == len(whole["events"])
    assert kinds.count("statement") == len(whole["statements"])
    assert kinds.count("actor") == sum(len(actor["mentions"]) for actor in whole["actors"])
