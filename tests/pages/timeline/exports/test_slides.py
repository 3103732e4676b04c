"""Checked against a schema of what TimelineJS documents; tests/browser lets TimelineJS itself load one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from app.pages.timeline.exports.slides import as_slides
from app.pages.timeline.records import Record
from tests.support.sheets import DATES, TALKS, WORDS, dated, sheet

_DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "dependentRequired": {"day": ["month"]},
}
_TEXT = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "scale": {"enum": ["human", "cosmological"]},
        "title": {"type": "object", "properties": {"text": _TEXT}},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "unique_id"],
                "additionalProperties": False,
                "properties": {
                    "start_date": _DATE,
                    "end_date": _DATE,
                    "text": _TEXT,
                    "group": {"type": "string"},
                    "display_date": {"type": "string"},
                    "unique_id": {"type": "string", "pattern": "^[A-Za-z]"},
                },
            },
        },
    },
}


def read(*records: Record, lang: str = "en") -> dict[str, Any]:
    made: dict[str, Any] = json.loads("".join(as_slides(records, sheet(lang))))
    jsonschema.validate(made, SCHEMA)
    return made


@pytest.mark.parametrize("edtf", DATES)
def test_every_shape_of_date_is_a_slide(edtf: str) -> None:
    assert len(read(dated(edtf))["events"]) == 1


@pytest.mark.parametrize(
    ("edtf", "start"),
    [
        ("2015-09-21", {"year": 2015, "month": 9, "day": 21}),
        ("2015-10", {"year": 2015, "month": 10}),
        ("2015-10?", {"year": 2015, "month": 10}),
        ("2015", {"year": 2015}),
    ],
)
def test_a_slide_says_no_more_than_is_known(edtf: str, start: dict[str, int]) -> None:
    assert read(dated(edtf))["events"][0]["start_date"] == start


def test_a_range_has_an_end_and_a_month_none() -> None:
    assert "end_date" not in read(TALKS)["events"][0]
    made = read(dated("2015-10-04/2015-10-07"))
    assert made["events"][0]["end_date"] == {"year": 2015, "month": 10, "day": 7}
    assert read(dated("201X"))["events"][0]["end_date"] == {"year": 2019, "month": 12, "day": 31}


def test_the_undated_are_counted_where_they_are_missed() -> None:
    made = read(dated(None), WORDS, dated(None))
    assert len(made["events"]) == 1
    assert "2 records without a date" in made["title"]["text"]["text"]


def test_text_is_never_markup() -> None:
    (slide,) = read(replace(WORDS, content="<img src=x onerror=y>"))["events"]
    assert "<img" not in slide["text"]["text"]
    assert "&lt;img" in slide["text"]["text"]
