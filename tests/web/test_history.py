from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from app.web.history import Step, Teller
from app.web.i18n import language
from app.web.named import Named
from app.web.render import date_words

EVENT: dict[str, Any] = {
    "type": "meeting",
    "status": "planned",
    "participants": [["a", "participant"], ["b", "target"]],
    "date": "2015-09-21",
    "place": {"slug": "moscow", "ar": "موسكو", "en": "Moscow"},
    "text": "سيلتقيان",
}


def step(before: dict[str, Any] | None, after: dict[str, Any] | None) -> Step:
    return Step(1, 2, datetime(2026, 1, 1, tzinfo=UTC), "changed", "event", "e", before, after)


def told(
    before: dict[str, Any] | None, after: dict[str, Any] | None, code: str = "en"
) -> dict[str, tuple[Any, Any]]:
    teller = Teller(language(code), date_words(code), {"a": Named("a", "أحمد", "Ahmad")})
    return {each.field: (each.before, each.after) for each in teller.differences(step(before, after))}


def test_only_what_differs_is_told() -> None:
    assert told(EVENT, {**EVENT, "date": "2015-09"}) == {"date": ("21 September 2015", "September 2015")}
    assert told(EVENT, {**EVENT, "text": "يلتقيان"}) == {}


def test_of_what_came_or_went_everything_is_told() -> None:
    came = told(None, EVENT)
    assert came["type"] == (None, "Meeting")
    assert came["participants"] == (None, "Ahmad, b (is acted on)")
    assert came["place"] == (None, "Moscow")
    assert told(EVENT, None) == {field: (after, None) for field, (_, after) in came.items()}


def test_a_value_that_came_in_or_fell_out_has_one_side() -> None:
    assert told({**EVENT, "place": None}, EVENT) == {"place": (None, "Moscow")}
    assert told(EVENT, {**EVENT, "participants": []})["participants"][1] is None


@pytest.mark.parametrize("code", ["ar", "en"])
def test_words_of_an_older_run_are_shown_as_they_are(code: str) -> None:
    assert told({"summary": "x; y"}, {"summary": "x; z"}, code) == {"summary": ("x; y", "x; z")}


def test_arabic_is_told_in_arabic() -> None:
    found = told(EVENT, {**EVENT, "status": "occurred", "participants": [["a", "participant"]]}, "ar")
    assert found["participants"][1] == "أحمد"
    assert "b" in found["participants"][0]
    assert found["status"][0] != "planned"


def test_the_words_are_the_last() -> None:
    assert step(EVENT, {**EVENT, "text": "التقيا"}).text == "التقيا"
    assert step(EVENT, None).text == "سيلتقيان"
