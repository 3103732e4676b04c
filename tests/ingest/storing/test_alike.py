from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.edtf import bounds
from app.domain.links import Group, Principal, Saying, Telling, Verdict
from app.domain.records import EventStatus, EventType, Role
from app.domain.time import DateSpan
from app.ingest.matching.compare import same_event
from app.ingest.matching.ties import course_links, pair_links, repeated_words
from app.ingest.storing.alike import windows
from app.ingest.storing.keys import repeats, telling_keys
from app.ingest.storing.known import tellings_near
from app.ingest.storing.profiles import telling_to_json
from app.models import Base, BlockKeyRow, TellingRow

PEOPLE = (("a", "ru"), ("b", "tr"))
PERSONS = [Principal(slug, "person", land, role) for slug, land in PEOPLE for role in Role]
STATES = [Principal(slug, "country", slug, role) for slug in ("ru", "tr") for role in Role]
TYPES = [EventType.MEETING, EventType.TALKS, EventType.AGREEMENT, EventType.PROPOSAL, EventType.AIRSTRIKE]


def test_days_far_apart_have_a_window_each() -> None:
    assert windows({100, 1000}, 10) == [(90, 110), (990, 1010)]


def test_windows_that_meet_are_one() -> None:
    assert windows({100, 115}, 10) == [(90, 125)]


def test_no_day_is_only_looked_for_where_there_is_none() -> None:
    assert windows({0, 100}, 10) == [(0, 0), (90, 110)]


@pytest.fixture(scope="module", params=[25, 90])
def told(request: pytest.FixtureRequest) -> list[Telling]:
    """Published within so many days."""
    return [_telling(Random(n), n, request.param) for n in range(200)]


@pytest.fixture(scope="module")
def session(told: list[Telling]) -> Iterator[Session]:
    """The tellings and their keys alone, without what they belong to."""
    engine = sa.create_engine("sqlite://")
    tables = [TellingRow.__table__, BlockKeyRow.__table__]
    Base.metadata.create_all(engine, tables=tables)  # type: ignore[arg-type]
    with Session(engine) as session:
        for number, telling in enumerate(told, start=1):
            session.execute(sa.insert(TellingRow).values(_row(number, telling)))
            keys = [{**key, "telling_id": number} for key in telling_keys(telling)]
            session.execute(sa.insert(BlockKeyRow), keys)
        yield session


def test_nothing_is_passed_over_that_matching_would_tie(session: Session, told: list[Telling]) -> None:
    tied = found = 0
    for telling in told:
        near = tellings_near(session, [telling])
        wanted = {other.id for other in told if other.id != telling.id and _tied(telling, other)}
        assert wanted <= near.keys()
        tied, found = tied + len(wanted), found + len(near)
    assert 200 < tied < found < len(told) ** 2 / 6, "neither nothing nor nearly all"


def test_however_many_are_sought_one_query_is_asked(session: Session, told: list[Telling]) -> None:
    asked: list[str] = []
    connection = session.connection()
    sa.event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
    near = tellings_near(session, told[:30])
    assert len(asked) == 1
    assert near == {id_: t for each in told[:30] for id_, t in tellings_near(session, [each]).items()}


def _tied(one: Telling, other: Telling) -> bool:
    groups = [Group(t.id, (t.id,), t.type, t.status, None, None, ()) for t in (one, other)]
    return same_event(one, other).verdict is Verdict.SAME or bool(
        pair_links([one, other], groups) + course_links([one, other])
    )


def _telling(random: Random, n: int, within: int) -> Telling:
    """Of few parties within few days: many are one event, nearly one, or come true in one another."""
    told = date(2018, 3, 1) + timedelta(days=random.randrange(within))
    day = told + timedelta(days=random.randrange(-3, 4))
    days = (
        day.isoformat(),
        day.isoformat(),
        f"{day}/{day + timedelta(days=random.randrange(1, 9))}",
        f"{day}~",
        f"{day:%Y-%m}",
    )
    stated = random.choice(days)
    return Telling(
        id=f"t{n}",
        article=f"a{n}",
        paragraph=1,
        type=random.choice(TYPES),
        status=random.choice(list(EventStatus)),
        principals=tuple(random.sample([*PERSONS, *PERSONS, *STATES], random.randrange(1, 5))),
        date=random.choice([DateSpan(stated, *bounds(stated)), None])
        if n % 2
        else DateSpan(stated, *bounds(stated)),
        place=random.choice([None, "sochi"]),
        published=DateSpan(told.isoformat(), told, told),
    )


def _row(number: int, telling: Telling) -> dict[str, Any]:
    filled: dict[str, Any] = {
        column.name: "" if isinstance(column.type, sa.String) else 0
        for column in TellingRow.__table__.columns
        if not column.nullable
    }
    shown = {"public_id": telling.id, "type": telling.type, "status": telling.status, "background": False}
    if telling.date is not None:
        shown |= {"earliest": telling.date.earliest, "latest": telling.date.latest}
    return filled | shown | {"id": number, "profile": telling_to_json(telling)}


@pytest.mark.parametrize("more", [0, 6, 30])
def test_words_that_come_again_are_found_by_a_run_of_them(more: int) -> None:
    hidden = 0
    for n in range(100):
        random = Random(n)
        words = [f"{random.randrange(10**6)}" for _ in range(12)]
        one = _saying("one", words)
        other = _saying("other", [*words, *(f"{random.randrange(10**6)}" for _ in range(more))])
        assert repeated_words([one, other])
        hidden += repeats(one).isdisjoint(repeats(other))
        assert repeats(one).isdisjoint(repeats(_saying("third", words, speaker="somebody")))
    assert hidden <= (0 if not more else 5)


def _saying(name: str, words: list[str], speaker: str = "speaker") -> Saying:
    return Saying(
        id=name,
        article=name,
        paragraph=1,
        speaker=speaker,
        country=None,
        denies=False,
        words=tuple(words),
        topics=frozenset(),
        about=frozenset(),
        said=None,
        published=None,
    )
