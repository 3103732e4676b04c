from __future__ import annotations

from datetime import date

import pytest

from app.domain.edtf import date_span
from app.domain.text import Basis, Document, Metadata, Published
from app.ingest.storing.rows import article_key, certainty, day_bounds, public_id, sort_day


def document(**meta: str) -> Document:
    published = Published(None, Basis.UNKNOWN, None)
    return Document("talks.txt", "نص", "0" * 64, "ar", Metadata(**meta), None, None, None, published, (), ())


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("2015-09-21", "day"),
        ("2015-09-21?", "approximate"),
        ("2015-09-21~", "approximate"),
        ("2015-09", "month"),
        ("2015-10-04/2015-10-07", "month"),
        ("2015", "year"),
        ("2015-09-28/2015-10-02", "year"),
        ("2011/2016", "approximate"),
        ("../2015-10-05", "approximate"),
        ("2015/..", "approximate"),
    ],
)
def test_certainty(edtf: str, wanted: str) -> None:
    assert certainty(date_span(edtf)) == wanted


def test_undated() -> None:
    assert certainty(None) == "undated"
    assert sort_day(None) is None


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2015-09-21", date(2015, 9, 21)),
        ("2022-02-~15", date(2022, 2, 15)),
        ("2015-10~", date(2015, 10, 1)),
        ("../2015-10-05", date(2015, 10, 5)),
        ("2015/..", date(2015, 1, 1)),
        ("2015-10-04~/2015-10-07~", date(2015, 10, 4)),
    ],
)
def test_a_day_to_sort_by(edtf: str, day: date) -> None:
    assert sort_day(date_span(edtf)) == day.toordinal()


def test_bounds_of_what_is_not_understood() -> None:
    assert day_bounds(None) == day_bounds("soon") == (None, None)


def test_key_is_the_address_then_the_id_then_the_name() -> None:
    assert article_key(document()) == "talks.txt"
    assert article_key(document(id="7")) == "7"
    assert article_key(document(id="7", url="https://example.org/a")) == "https://example.org/a"


def test_public_id_is_short_and_steady() -> None:
    assert public_id("talks.txt") == public_id("talks.txt")
    assert len(public_id("talks.txt")) == 12
    assert public_id("a") != public_id("b")
