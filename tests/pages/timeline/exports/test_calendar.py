"""Read back by vobject, which knows nothing of what wrote it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import vobject

from app.pages.timeline.exports.calendar import as_ics
from app.pages.timeline.records import Record
from tests.support.sheets import DATES, TALKS, WORDS, dated, sheet


def read(record: Record, lang: str = "en") -> Any:
    """The one entry of a calendar."""
    calendar = vobject.readOne("".join(as_ics([record], sheet(lang))), validate=True)
    (entry,) = [each for each in calendar.getChildren() if each.name in ("VEVENT", "VJOURNAL")]
    return entry


def test_a_day_is_that_day() -> None:
    entry = read(dated("2015-09-21"))
    assert (entry.dtstart.value, entry.dtend.value) == (date(2015, 9, 21), date(2015, 9, 22))
    assert entry.summary.value == "Talks"


def test_a_month_fills_its_days_and_says_that_it_is_one() -> None:
    entry = read(TALKS)
    assert (entry.dtstart.value, entry.dtend.value) == (date(2015, 10, 1), date(2015, 11, 1))
    assert entry.summary.value == "Talks (October 2015)"
    assert entry.contents["x-edtf"][0].value == "2015-10"


def test_an_open_side_stands_on_the_day_that_is_known() -> None:
    entry = read(dated("../2015-10-05"))
    assert (entry.dtstart.value, entry.dtend.value) == (date(2015, 10, 5), date(2015, 10, 6))
    assert "by 5 October 2015" in entry.summary.value


def test_what_has_no_date_is_a_journal_entry_without_one() -> None:
    entry = read(dated(None))
    assert entry.name == "VJOURNAL"
    assert "dtstart" not in entry.contents


@pytest.mark.parametrize("edtf", DATES)
def test_every_shape_of_date_makes_a_whole_entry(edtf: str) -> None:
    entry = read(dated(edtf))
    assert entry.dtend.value - entry.dtstart.value >= timedelta(days=1)
    assert entry.url.value == "https://example.org/en/events/e1"


def test_arabic_and_hostile_characters_come_through() -> None:
    entry = read(replace(WORDS, content="سطر\nآخر؛ «اقتباس», BEGIN:VEVENT\x00\x0b"), "ar")
    assert "سطر\nآخر؛ «اقتباس», BEGIN:VEVENT" in entry.description.value
    assert "الوزير" in entry.summary.value


def test_the_last_day_there_is_ends_somewhere() -> None:
    entry = read(replace(TALKS, earliest=date.max, latest=date.max))
    assert entry.dtend.value == date.max


def test_lines_are_folded_at_75_octets() -> None:
    text = "".join(as_ics([WORDS], sheet("ar")))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
