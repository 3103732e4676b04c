from __future__ import annotations

from datetime import date

import pytest

from app.pages.actor.records import Term
from app.pages.actor.view_terms import LEAST, YEARS, Chart, chart
from app.web.named import Nameable, Named

OFFICES = {slug: Named(slug, slug, slug) for slug in ("first", "second")}
PERSON = Named("someone", "أحدهم", "Someone")


def term(office: str, since: date, until: date | None) -> Term:
    end = until.isoformat() if until else None
    return Term(OFFICES[office], PERSON, since.isoformat(), end, since, until, verified=True)


def drawn(*terms: Term, mirrored: bool = False, days: tuple[int, ...] = ()) -> Chart:
    def href(office: Nameable) -> str:
        return f"/{office.slug}"

    made = chart(terms, lambda each: each.office, href, mirrored=mirrored, days=days)
    assert made
    return made


LONG = term("first", date(2010, 1, 1), date(2012, 1, 1))
LATER = term("second", date(2015, 1, 1), date(2020, 1, 1))
AGAIN = term("first", date(2018, 1, 1), None)


def test_nothing_held_nothing_drawn() -> None:
    assert chart((), lambda each: each.office, lambda _: None, mirrored=False) is None


def test_terms_of_one_office_stand_in_one_row_in_order() -> None:
    rows = drawn(LONG, LATER, AGAIN).rows
    assert [(row.named.slug, row.href, len(row.bars)) for row in rows] == [
        ("first", "/first", 2),
        ("second", "/second", 1),
    ]
    assert [bar.open for bar in rows[0].bars] == [False, True]


@pytest.mark.parametrize("mirrored", [False, True])
def test_bars_stand_where_their_years_are(mirrored: bool) -> None:
    made = drawn(LONG, LATER, AGAIN, mirrored=mirrored)
    (first, again), (later,) = made.rows[0].bars, made.rows[1].bars
    assert sorted([later.x, first.x, again.x], reverse=mirrored) == [first.x, later.x, again.x]
    assert first.width == pytest.approx(2 / 13 * 100, abs=0.1)
    edge = 0 if mirrored else 100 - again.width
    assert again.x == pytest.approx(edge, abs=0.1)
    ticks = {each.year: each.x for each in made.years}
    begin = first.x + first.width if mirrored else first.x
    assert begin == pytest.approx(ticks[2010], abs=0.1)


def test_a_term_of_a_day_can_be_seen_and_stays_inside() -> None:
    short = term("second", date(2022, 12, 30), date(2022, 12, 31))
    (bar,) = drawn(LONG, short).rows[1].bars
    assert bar.width == LEAST
    assert bar.x + bar.width <= 100


def test_the_axis_reaches_to_every_day_told_of_and_few_years_are_written() -> None:
    days = (date(1990, 5, 1).toordinal(), date(2016, 1, 1).toordinal())
    made = drawn(LONG, days=days)
    assert all(0 <= x <= 100 for x in made.moments)
    assert len(made.years) <= YEARS
    assert made.years[0].year == 1990
