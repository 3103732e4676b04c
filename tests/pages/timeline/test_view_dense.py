from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_dense import MOST_MARKS, Stretches, dense
from app.pages.timeline.view_lanes import OTHERS
from tests.support.timeline import AR, EN, facts

DAY = date(2015, 1, 1).toordinal()
STATES = ("ru", "us", "il", "tr", "sy", "ir", "lb", "jo", "iq", "sa", "eg", "qa", "fr", "some-group", None)
CELLS = st.tuples(st.sampled_from(STATES), st.integers(DAY, DAY + 4000))


@given(st.dictionaries(CELLS, st.integers(1, 500), min_size=1, max_size=200), st.booleans())
def test_every_record_is_counted_in_its_lane_and_numbers_stay_few(
    cells: dict[tuple[str | None, int], int], rtl: bool
) -> None:
    density = tuple((state, day, count) for (state, day), count in cells.items())
    chart = dense(TimelineQuery(), facts(density=density), AR if rtl else EN, rtl=rtl)
    numbers = [mark for column in chart.columns for mark in column.marks]
    assert sum(mark.count for mark in numbers) == sum(cells.values())
    assert len(numbers) <= MOST_MARKS
    assert sum(lane.count for lane in chart.lanes) == sum(cells.values())
    assert all(0 <= column.at <= 100 for column in chart.columns)


@given(st.integers(1, 5000), st.data())
def test_stretches_cover_the_window_day_by_day(days: int, data: st.DataObject) -> None:
    cut = Stretches(DAY, DAY + days - 1, data.draw(st.integers(1, min(days, 40))))
    edges = [cut.ends(n) for n in range(cut.count)]
    assert edges[0][0] == cut.first
    assert edges[-1][1] == cut.last
    assert all(after[0] == before[1] + 1 for before, after in pairwise(edges))
    day = data.draw(st.integers(cut.first, cut.last))
    first, last = cut.ends(cut.of(day))
    assert first <= day <= last


def test_a_number_leads_to_the_days_it_counts() -> None:
    density = (("ru", DAY, 5), ("ru", DAY + 900, 7), (None, DAY + 900, 1))
    chart = dense(TimelineQuery(actor=("ru",)), facts(density=density), EN, rtl=False)
    assert [lane.slug for lane in chart.lanes] == ["ru", OTHERS]
    first = chart.columns[0].marks[0]
    assert first.href.startswith("/en/?from=2015-01-01&to=2015-01-")
    assert first.href.endswith("actor=ru")
    assert first.title.endswith("5 records")


def test_a_single_day_is_one_column() -> None:
    chart = dense(TimelineQuery(), facts(density=(("ru", DAY, 900),)), EN, rtl=False)
    assert len(chart.columns) == 1
