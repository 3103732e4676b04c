"""The index follows the records: after every change it says what the tables say, or nothing changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st
from pyroaring import BitMap64
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app import db
from app.domain.records import Extraction
from app.index.check import differences
from app.index.write import is_current, rebuild, reindex, reindex_actors
from app.ingest import store
from app.models import (
    ActorRow,
    ArticleRow,
    Base,
    EventRow,
    IndexEntryRow,
    IndexPostingRow,
    IndexStateRow,
    IndexTermRow,
    StatementRow,
)
from tests.support import corpus, gold, stores


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Engine:
    return stores.empty(tmp_path)


@pytest.fixture(scope="module")
def five() -> tuple[Extraction, ...]:
    return gold.extractions()


def said_otherwise(engine: Engine) -> list[str]:
    with db.reading(engine) as session:
        return list(differences(session))


def test_an_empty_store_has_an_empty_index(engine: Engine) -> None:
    assert said_otherwise(engine) == []


def test_storing_articles_fills_it(engine: Engine, five: tuple[Extraction, ...]) -> None:
    for extraction in five:
        stores.put(engine, extraction)
        assert said_otherwise(engine) == []
    with db.reading(engine) as session:
        entries = session.scalar(sa.select(sa.func.count()).select_from(IndexEntryRow))
        assert entries == len(corpus.ids(session, EventRow)) + len(corpus.ids(session, StatementRow))


def test_a_changed_article_takes_its_records_out_and_no_others(
    engine: Engine, five: tuple[Extraction, ...]
) -> None:
    stores.put(engine, *five)
    for extraction in five:
        fewer = replace(extraction, events=extraction.events[::2], statements=())
        stores.put(engine, replace(fewer, rules_version="test"))
        assert said_otherwise(engine) == []


def test_a_removed_article_leaves_nothing(engine: Engine, five: tuple[Extraction, ...]) -> None:
    stores.put(engine, five[0])
    with db.transaction(engine) as session:
        removed = store.remove(session, session.scalars(sa.select(ArticleRow)).one())
        reindex(session, removed.events, removed.statements, removed.articles)
    assert said_otherwise(engine) == []
    with db.reading(engine) as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(IndexEntryRow)) == 0
        assert not any(
            BitMap64.deserialize(keys) for keys in session.scalars(sa.select(IndexPostingRow.keyset))
        )
        assert set(session.scalars(sa.select(IndexTermRow.records))) == {0}


def test_what_is_rolled_back_leaves_no_trace(engine: Engine, five: tuple[Extraction, ...]) -> None:
    stores.put(engine, *five[:2])
    before = rows(engine)
    with Session(engine) as session:
        store.store(session, five[2])
        session.flush()  # and the process ends here
    assert rows(engine) == before
    assert said_otherwise(engine) == []


def test_an_actor_of_another_state_moves_its_records(engine: Engine, five: tuple[Extraction, ...]) -> None:
    stores.put(engine, *five)
    with db.transaction(engine) as session:
        actor = session.scalars(sa.select(ActorRow).where(ActorRow.slug == "ru")).one()
        actor.lane = "xx"
    assert said_otherwise(engine)
    with db.transaction(engine) as session:
        reindex_actors(session, [session.scalars(sa.select(ActorRow.id).where(ActorRow.slug == "ru")).one()])
    assert said_otherwise(engine) == []


def test_each_change_is_a_generation_and_rewrites_only_its_sets(
    engine: Engine, five: tuple[Extraction, ...]
) -> None:
    stores.put(engine, *five[:4])
    with db.reading(engine) as session:
        before = session.scalar(sa.select(IndexStateRow.generation)) or 0
        blobs = sets(session)
    stores.put(engine, five[4])
    with db.reading(engine) as session:
        changed = set(
            session.scalars(sa.select(IndexPostingRow.id).where(IndexPostingRow.generation > before))
        )
        now = sets(session)
    assert {posting for posting in now if now[posting] != blobs.get(posting)} <= changed
    assert 0 < len(changed) < len(now)


def sets(session: Session) -> dict[int, bytes]:
    return dict(iter(session.execute(sa.select(IndexPostingRow.id, IndexPostingRow.keyset))))


def rows(engine: Engine) -> list[object]:
    with db.reading(engine) as session:
        tables = [t for t in Base.metadata.sorted_tables if t.name.startswith("index_")]
        assert len(tables) == 7
        return [tuple(row) for table in tables for row in session.execute(table.select())]


@pytest.mark.usefixtures("database")
@pytest.mark.slow
@profile(max_examples=15)
@given(seed=st.integers(0, 10**9), steps=st.lists(st.sampled_from(["add", "redescribe", "drop"]), max_size=6))
def test_any_sequence_of_changes_leaves_it_right(seed: int, steps: list[str]) -> None:
    with stores.temporary() as engine:
        with db.transaction(engine) as session:
            corpus.Corpus(session, seed).fill()
            rebuild(session)
            assert is_current(session)
        for n, step in enumerate(steps):
            with db.transaction(engine) as session:
                change(session, step, seed + n)
            assert said_otherwise(engine) == []


def change(session: Session, step: str, seed: int) -> None:
    made = corpus.Corpus(session, seed)
    made._made = 1000 + seed % 10**6 * 100
    kinds = (EventRow, StatementRow, ArticleRow)
    before = [corpus.ids(session, kind) for kind in kinds]
    events = before[0]
    if step == "add":
        made.article()
    for event in sorted(events)[::3] if step == "redescribe" else ():
        made.redescribe(event)
    if step == "drop":
        for article in sorted(corpus.ids(session, ArticleRow))[:2]:
            made.drop(article)
    session.flush()
    now = [corpus.ids(session, kind) for kind in kinds]
    reindex(session, *(old | new for old, new in zip(before, now, strict=True)))
