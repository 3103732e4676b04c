from __future__ import annotations

import json

from app.pages.timeline.exports.objects import as_lines, as_object
from tests.support.sheets import TALKS, WORDS, sheet


def test_the_object_says_what_was_asked_and_what_was_found() -> None:
    made = json.loads("".join(as_object([TALKS, WORDS], sheet(actor=("ru",)))))
    assert made["query"] == [["actor", "ru"]]
    assert [record["id"] for record in made["records"]] == ["e1", "s1"]
    assert made["records"][0]["date_in_words"] == "October 2015"


def test_nothing_found_is_an_object_too() -> None:
    assert json.loads("".join(as_object([], sheet())))["records"] == []


def test_every_line_is_a_record() -> None:
    lines = "".join(as_lines([TALKS, WORDS], sheet())).splitlines()
    assert [json.loads(line) for line in lines] == json.loads("".join(as_object([TALKS, WORDS], sheet())))[
        "records"
    ]
