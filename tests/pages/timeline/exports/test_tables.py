from __future__ import annotations

from dataclasses import replace

import pytest
import tablib

from app.pages.timeline.exports.tables import as_csv
from app.pages.timeline.records import Record
from tests.support.sheets import TALKS, WORDS, sheet


def read(records: list[Record], lang: str = "en") -> list[dict[str, str]]:
    """The rows as a library of spreadsheets reads them."""
    text = "".join(as_csv(records, sheet(lang)))
    assert text.startswith("\ufeff")
    found: list[dict[str, str]] = tablib.Dataset().load(text.removeprefix("\ufeff"), format="csv").dict
    return found


@pytest.mark.parametrize("headline", ["=1+1", "+cmd", "-2", "@x", "\tx", "\r=x"])
def test_no_cell_is_a_formula(headline: str) -> None:
    (row,) = read([replace(TALKS, headline_en=headline)])
    assert row["headline_en"].startswith("'")


def test_arabic_comes_through_whole() -> None:
    talks, words = read([TALKS, WORDS], "ar")
    assert talks["headline_ar"] == TALKS.headline_ar
    assert words["content"] == WORDS.content
    assert talks["date_in_words"] == "تشرين الأول/أكتوبر 2015"


def test_lines_and_quotation_marks_stay_in_their_cell() -> None:
    (row,) = read([replace(WORDS, content='first "line"\nsecond, line')])
    assert row["content"] == 'first "line"\nsecond, line'


def test_a_row_says_who_where_and_how_sure() -> None:
    (row,) = read([TALKS])
    assert (row["actors"], row["place"], row["outlets"]) == ("ru (source)", "moscow", "paper")
    assert (row["date"], row["earliest"], row["latest"]) == ("2015-10", "2015-10-01", "2015-10-31")
    assert row["address"] == "https://example.org/en/events/e1"
