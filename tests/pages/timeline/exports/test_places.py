from __future__ import annotations

import json
from dataclasses import replace

from app.pages.timeline.exports.places import as_geojson
from tests.support.sheets import TALKS, WORDS, sheet


def test_a_record_stands_at_its_place_or_nowhere() -> None:
    elsewhere = replace(TALKS, public_id="e2", place=replace(TALKS.place, slug="atlantis"))  # type: ignore[type-var]
    made = json.loads("".join(as_geojson([TALKS, WORDS, elsewhere], sheet(), {"moscow": (37.6, 55.75)})))
    assert made["type"] == "FeatureCollection"
    assert [(each["id"], each["geometry"]) for each in made["features"]] == [
        ("e1", {"type": "Point", "coordinates": [37.6, 55.75]}),
        ("s1", None),
        ("e2", None),
    ]
    assert made["features"][0]["properties"]["place"]["name_en"] == "Moscow"
