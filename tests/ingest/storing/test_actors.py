from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app import db
from app.domain.records import Actor, ActorKind, Extraction
from app.ingest.storing.actors import everyone, scoped
from app.knowledge.load import load_knowledge
from app.models import ActorRow, AliasRow
from tests.support import gold, stores


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Engine:
    return stores.empty(tmp_path)


def actor(engine: Engine, slug: str) -> ActorRow | None:
    with db.reading(engine) as session:
        return session.scalar(sa.select(ActorRow).where(ActorRow.slug == slug))


def called(extraction: Extraction, slug: str, name: str, *, known: bool) -> Extraction:
    """The extraction with an actor under another name."""
    actors = tuple(replace(a, name_en=name, known=known) if a.slug == slug else a for a in extraction.actors)
    return replace(extraction, actors=actors)


def test_a_name_from_the_tables_beats_one_from_a_text(engine: Engine) -> None:
    first, second = gold.extractions()[:2]
    stores.put(engine, called(first, "vladimir-putin", "V. Putin", known=False))
    stores.put(engine, called(second, "vladimir-putin", "Vladimir Putin", known=True))
    row = actor(engine, "vladimir-putin")
    assert row is not None
    assert (row.name_en, row.known) == ("Vladimir Putin", True)


def test_an_actor_nobody_names_any_more_goes(engine: Engine) -> None:
    (first, *_) = gold.extractions()
    stores.put(engine, first)
    assert actor(engine, "yair-golan") is not None
    gone = replace(
        first,
        actors=tuple(a for a in first.actors if a.slug != "yair-golan"),
        events=tuple(e for e in first.events if all(p.slug != "yair-golan" for p in e.participants)),
    )
    stores.put(engine, gone)
    assert actor(engine, "yair-golan") is None
    with db.reading(engine) as session:
        assert session.scalar(sa.select(sa.func.min(AliasRow.count))) == 1


def test_lanes_are_states(engine: Engine) -> None:
    stores.put(engine, gold.extractions()[0])
    for slug, lane in (("ru", "ru"), ("vladimir-putin", "ru"), ("nato", None)):
        row = actor(engine, slug)
        assert row is not None
        assert row.lane == lane


def test_only_unnamed_sources_are_scoped() -> None:
    (first, *_) = gold.extractions()
    officer = Actor("an-officer", ActorKind.SOURCE, "ضابط", "an officer", known=False)
    slugs = {a.slug for a in scoped(replace(first, actors=(*first.actors, officer)), "0123456789ab").actors}
    assert "an-officer-012345" in slugs
    assert "an-officer" not in slugs
    assert "vladimir-putin" in slugs


def test_a_state_known_only_by_its_adjective_is_an_actor_too() -> None:
    (first, *_) = gold.extractions()
    without = replace(first, actors=tuple(a for a in first.actors if a.slug != "tr"))
    people = everyone(without, load_knowledge())
    assert people["tr"].name_en == "Turkey"
    assert people["tr"].mentions == ()
