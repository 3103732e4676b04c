"""What the index says of actors is what the tables say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app import db
from app.index.order import latest, told
from app.index.window import dated
from app.models import ActorRow, ArticleRow, EventRow, ParticipantRow, StatementRow
from app.pages.actor import select_parts
from app.pages.actor.select_parts import Parts
from tests.support import stores


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[Engine]:
    engine = stores.filled(tmp_path_factory.mktemp("parts"))
    yield engine
    engine.dispose()


@pytest.fixture
def session(store: Engine) -> Iterator[Session]:
    with db.reading(store) as made:
        yield made


@pytest.fixture
def parties(session: Session) -> dict[int, tuple[int | None, set[str]]]:
    """Day and parties of every event."""
    rows = session.execute(
        sa.select(EventRow.id, EventRow.sort_day, ActorRow.slug)
        .join(ParticipantRow, ParticipantRow.event_id == EventRow.id)
        .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
    )
    found: dict[int, tuple[int | None, set[str]]] = {}
    for event, day, slug in rows:
        found.setdefault(event, (day, set()))[1].add(slug)
    return found


@pytest.mark.parametrize("frequent", [select_parts.FREQUENT, 2])
def test_events_and_company(
    session: Session,
    parties: dict[int, tuple[int | None, set[str]]],
    monkeypatch: pytest.MonkeyPatch,
    frequent: int,
) -> None:
    monkeypatch.setattr(select_parts, "FREQUENT", frequent)
    for slug in session.scalars(sa.select(ActorRow.slug)):
        parts = Parts.of(session, slug)
        mine = {event: told for event, told in parties.items() if slug in told[1]}
        assert sorted(parts.rows("event_id", list(parts.events))) == sorted(mine)
        assert parts.undated == sum(day is None for day, _ in mine.values())
        assert dict(parts.days()) == Counter(day for day, _ in mine.values() if day is not None)
        company = Counter(other for _, others in mine.values() for other in others - {slug})
        assert dict(parts.company(1000)) == company
        assert [n for _, n in parts.company(3)] == sorted(company.values(), reverse=True)[:3]
        last = parts.last_with(company)
        for other, event in zip(last, parts.rows("event_id", last.values()), strict=True):
            days = [day or 0 for day, others in mine.values() if other in others]
            assert (mine[event][0] or 0) == max(days)
            assert other in mine[event][1]


def test_statements_and_who_quotes_them(session: Session) -> None:
    outlet = sa.orm.aliased(ActorRow)
    rows = session.execute(
        sa.select(ActorRow.slug, StatementRow.id, outlet.slug)
        .join(StatementRow, StatementRow.speaker_id == ActorRow.id)
        .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
        .join(outlet, outlet.id == ArticleRow.outlet_id)
    ).all()
    for slug in {row[0] for row in rows}:
        parts = Parts.of(session, slug)
        mine = [(said, paper) for who, said, paper in rows if who == slug]
        assert sorted(parts.rows("statement_id", list(parts.said))) == sorted(said for said, _ in mine)
        assert dict(parts.outlets(100)) == Counter(paper for _, paper in mine)


@pytest.mark.parametrize("few", [600, 1])
def test_the_latest_first_is_the_order_turned_round(
    session: Session, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("app.index.order.FEW", few)
    reader = Parts.of(session, "ru").reader
    turned = list(latest(reader, reader.all))
    begun = list(told(reader, dated(reader.all)))
    assert turned[: len(begun)] == begun[::-1]
    assert len(turned) == len(reader.all)
    for place in (turned[3], turned[-2]):
        assert list(latest(reader, reader.all, place)) == turned[turned.index(place) + 1 :]
