from __future__ import annotations

import pytest

from app.ingest.given_date import iso_day, published_value


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2015-09-24", "2015-09-24"),
        (" 2015-09 ", "2015-09"),
        ("2015", "2015"),
        ("2015-09-24~", "2015-09-24~"),
        ("2016-02-29T23:59:59+03:00", "2016-02-29"),
        ("2016-02-29 10:00", "2016-02-29"),
    ],
)
def test_dates_that_do(given: str, value: str) -> None:
    assert published_value(given) == value


@pytest.mark.parametrize(
    "given",
    [
        "",
        "أمس",
        "24/09/2015",
        "2015-9-4",
        "2015-13",
        "2015-02-29",
        "2015-09-24x",
        "٢٠١٥-٠٩-٢٤",
        "2015-02-30T10:00",
    ],
)
def test_dates_that_do_not(given: str) -> None:
    with pytest.raises(ValueError, match="published"):
        published_value(given)


def test_iso_day_reads_the_head_of_a_moment() -> None:
    assert iso_day("2015-09-24T10:00:00Z") == "2015-09-24"
    assert iso_day("2015-09-241") is None
    assert iso_day("24-09-2015") is None
