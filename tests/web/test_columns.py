from __future__ import annotations

import pytest

from app.web.columns import both_ways, columns, in_order
from app.web.i18n import language


@pytest.mark.parametrize(
    ("sort", "name", "direction", "following"),
    [
        ("day", "day", "ascending", "-day"),
        ("-day", "day", "descending", "day"),
        ("-count", "day", None, "day"),
        ("day", "count", None, "-count"),
        ("-count", "count", "descending", "count"),
        ("count", "count", "ascending", "-count"),
    ],
)
def test_a_heading_says_its_order_and_the_one_it_leads_to(
    sort: str, name: str, direction: str | None, following: str
) -> None:
    titles = {"day": "Day", "count": "Articles"}
    column = columns(titles, sort, lambda value: f"?sort={value}", language("en"), ("count",))[name]
    assert (column.sorted, column.href) == (direction, f"?sort={following}")


def test_titles_are_told_in_the_language() -> None:
    (column,) = columns({"n": "Articles"}, "x", str, language("ar")).values()
    assert column.title == "المقالات"


def test_each_name_stands_both_ways() -> None:
    assert both_ways(["a", "b"]) == ("a", "-a", "b", "-b")


def test_what_has_no_rank_is_last_either_way_and_equals_stay() -> None:
    ranks = {"a": 2, "b": None, "c": 1, "d": 2}
    assert "".join(in_order("abcd", "x", ranks.get)) == "cadb"
    assert "".join(in_order("abcd", "-x", ranks.get)) == "adcb"
