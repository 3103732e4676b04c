"""Counts by time against a plain loop over the records of a random store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.index.write import rebuild
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.select import everything
from app.pages.timeline.select_counts import INTERVALS, choices, histogram
from tests.support import stores
from tests.support.corpus import Corpus


@pytest.fixture(scope="module", params=[1, 2])
def session(request: pytest.FixtureRequest, database: str) -> Iterator[Session]:
    with stores.temporary() as engine, Session(engine) as made:
        Corpus(made, request.param).fill()
        rebuild(made)
        yield made


@pytest.mark.parametrize("interval", INTERVALS)
@pytest.mark.parametrize("filters", [{}, {"kind": "event"}, {"actor": ("ru",), "since": "2015"}])
def test_counts_are_those_of_a_plain_loop(
    session: Session, filters: dict[str, object], interval: str
) -> None:
    query = TimelineQuery(**filters)  # type: ignore[arg-type]
    records = list(everything(session, query))
    made = histogram(session, query, interval)
    plain = Counter(
        (date.fromordinal(record.day).isoformat()[: INTERVALS[interval]], record.kind)
        for record in records
        if record.day
    )
    told = {(s.date, "event"): s.events for s in made.stretches if s.events}
    told |= {(s.date, "statement"): s.statements for s in made.stretches if s.statements}
    assert told == dict(plain)
    assert made.total == choices(session, query)[0] == len(records)
    assert made.undated == sum(not record.day for record in records)
    assert [s.date for s in made.stretches] == sorted({s.date for s in made.stretches})
