from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app import db
from app.index.read import current
from app.index.window import overlapping
from app.models import IndexEntryRow
from tests.support import corpus

BORDERS = [date(2015, 1, 1) + timedelta(days=n * 17) for n in range(24)]
BORDERS += [date(1948, 1, 1), date(1948, 6, 1), date(1999, 9, 9), date(2014, 11, 1), date(2016, 12, 31)]


@pytest.fixture(scope="module")
def engine(database: str) -> Iterator[Engine]:
    with corpus.indexed(9, 40) as made:
        yield made


def test_every_window_holds_what_overlaps_it(engine: Engine) -> None:
    with db.reading(engine) as session:
        reader = current(session)
        entries = session.scalars(sa.select(IndexEntryRow)).all()
        assert len({entry.reach for entry in entries}) > 4, "dates of every length"
        for first in (None, *BORDERS):
            for last in (None, *(day for day in BORDERS if first is None or day >= first)):
                low = first.toordinal() if first else 0
                high = last.toordinal() if last else date.max.toordinal()
                wanted = {e.key for e in entries if e.first and e.first <= high and (e.last or 0) >= low}
                assert set(overlapping(reader, first, last)) == wanted


def test_a_window_that_ends_before_it_begins_is_empty(engine: Engine) -> None:
    with db.reading(engine) as session:
        assert not overlapping(current(session), date(2015, 2, 1), date(2015, 1, 1))


def test_the_ends_of_time(engine: Engine) -> None:
    with db.reading(engine) as session:
        reader = current(session)
        assert overlapping(reader, date.min, date.max) == overlapping(reader, None, None)
