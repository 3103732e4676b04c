from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app import db
from app.ingest import store
from app.models import ArticleRow, EventRow, TellingRow
from app.pages.event.select_passages import sources
from tests.support import gold, stores, web


def _told_twice(session: Session) -> str:
    """The id of a telling of an event that another article tells too."""
    shared = sa.select(EventRow.id).where(EventRow.tellings_count > 1).limit(1).scalar_subquery()
    return str(session.scalar(sa.select(TellingRow.public_id).where(TellingRow.event_id == shared).limit(1)))


def _withdraw(engine: Engine, telling: str, run: str) -> None:
    """Read the article again by rules that find nothing in it."""
    extraction = next(x for x in gold.extractions() if telling in {event.id for event in x.events})
    with store.ingest_run(engine, run, stores.clock) as reading:
        reading.store(replace(extraction, events=()))


def test_a_telling_lost_in_another_reading_stands_in_the_history(tmp_path: Path, database: str) -> None:
    with web.asking(tmp_path) as client:
        engine = client.app.state.engine  # type: ignore[attr-defined]
        with db.reading(engine) as session:
            lost = _told_twice(session)
            own = session.scalars(sa.select(TellingRow).where(TellingRow.public_id == lost)).one()
            of_others = TellingRow.event_id == own.event_id, TellingRow.article_id != own.article_id
            left = session.scalar(sa.select(TellingRow.public_id).where(*of_others).limit(1))
        _withdraw(engine, lost, "second")
        with db.reading(engine) as session:
            telling = TellingRow.public_id == left
            event = session.scalar(sa.select(EventRow.public_id).join(TellingRow).where(telling))
        for lang, word in (("ar", "لم يعد موجودًا"), ("en", "lost")):
            page = client.get(f"/{lang}/events/{event}").text
            history = web.visible(page[page.index('class="past"') :])
            assert word in history
            assert own.text in history


def test_sources_are_those_asked_for(tmp_path: Path, database: str) -> None:
    engine = stores.filled(tmp_path)
    with db.reading(engine) as session:
        one = session.scalar(sa.select(ArticleRow.public_id).limit(1))
        assert [source.article for source in sources(session, {str(one), "gone"})] == [one]
        assert sources(session, ()) == ()
    engine.dispose()
