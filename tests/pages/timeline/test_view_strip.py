from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_strip import MOST_BARS, strip
from tests.support.timeline import AR, EN, facts


def test_without_dates_there_is_no_strip() -> None:
    assert strip(TimelineQuery(), facts(), EN) is None


def test_a_bar_leads_to_its_month_and_counts_it() -> None:
    made = strip(TimelineQuery(actor=("ru",)), facts("2015-09-18", "2015-09-21", "2016-01-01"), EN)
    assert made is not None
    first, second = made.bars
    assert first.href == "/en/?from=2015-09&to=2015-09&actor=ru"
    assert first.title == "September 2015: 2 records"
    assert first.height > second.height
    assert 0 <= first.at < second.at < 100


def test_the_axis_turns_the_strip_round() -> None:
    corpus = facts("2015-09-18", "2016-01-01")
    arabic, english = strip(TimelineQuery(), corpus, AR), strip(TimelineQuery(), corpus, EN)
    turned = strip(TimelineQuery(axis="ltr"), corpus, AR)
    assert arabic
    assert english
    assert turned
    assert arabic.bars[0].at > arabic.bars[1].at
    assert [bar.at for bar in turned.bars] == [bar.at for bar in english.bars]


@pytest.mark.parametrize("years", [1, 9, 40, 400])
def test_bars_stay_few_and_count_everything(years: int) -> None:
    days = [date(1500, 1, 15) + timedelta(days=7 * n) for n in range(years * 52)]
    made = strip(TimelineQuery(), facts(*(day.isoformat() for day in days)), EN)
    assert made is not None
    assert 0 < len(made.bars) <= MOST_BARS
    assert sum(int(bar.title.split(": ")[1].split()[0].replace(",", "")) for bar in made.bars) == len(days)
    assert len(made.years) <= 17


@pytest.mark.parametrize(
    ("query", "window"),
    [
        (TimelineQuery(), (0, 100)),
        (TimelineQuery(since="2016"), (50, 50)),
        (TimelineQuery(to="2015"), (0, 50)),
        (TimelineQuery(since="1900", to="2100"), (0, 100)),
    ],
)
def test_the_window_is_shaded(query: TimelineQuery, window: tuple[int, int]) -> None:
    made = strip(query, facts("2015-06-01", "2016-06-01"), EN)
    assert made is not None
    assert [round(each) for each in made.window] == list(window)


def test_each_year_leads_to_its_own_view() -> None:
    made = strip(TimelineQuery(actor=("ru",)), facts("2015-03-01", "2017-05-01"), EN)
    assert made is not None
    assert [year.text for year in made.years] == ["2015", "2016", "2017"]
    assert made.years[1].href == "/en/?from=2016&to=2016&actor=ru"
