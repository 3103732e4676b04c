"""«Only these together» counts parties: every one of them is asked for, or acts for a state that is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from sqlalchemy.engine import Engine

from app import db
from app.index.read import current
from app.pages.timeline import select
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.select_only import without_others
from tests.support import corpus, oracle, stores

CHOICES = (
    *((state,) for state in corpus.STATES),
    *combinations(corpus.STATES, 2),
    corpus.STATES,
    ("person-ru",),
    ("person-ru", "ru"),
    ("military-ru", "person-ru"),
    ("organisation-ru", "ru"),
    ("organisation-ru", "person-none", "tr"),
    ("nobody",),
)


@pytest.fixture(scope="module")
def engine(database: str) -> Iterator[Engine]:
    with corpus.indexed(2, 60) as made:
        yield made


def test_nobody_else_takes_part(engine: Engine) -> None:
    several = 0
    with db.reading(engine) as session:
        told = oracle.records(session)
        for actors in CHOICES:
            query = TimelineQuery(actor=tuple(sorted(actors)), match="only")
            wanted = [each for each in told if oracle.fits(each, query)]
            found = [record.public_id for record in select.everything(session, query)]
            assert sorted(found) == sorted(each.public_id for each in wanted), actors
            several += sum(len(each.parties) > len({state for _, state in each.parties}) for each in wanted)
    assert several, "two of one state are among them"


def test_a_store_in_which_nobody_takes_part(database: str) -> None:
    with stores.temporary() as engine, db.reading(engine) as session:
        reader = current(session)
        assert not without_others(reader, reader.all, ["ru"])
