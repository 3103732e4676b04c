"""What was read is stored, an article at a time, and what failed is recorded."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app import db
from app.domain.records import Extraction
from app.errors import InputError
from app.ingest import store
from app.ingest.intake import intake
from app.ingest.store_rows import is_empty
from app.models import IngestArticleRow, IngestRunRow
from tests.support.articles import article


def test_run_is_recorded_with_its_failures(engine: Engine, failing_rules: None) -> None:
    assert is_empty(engine)
    results = [
        o.result.value
        for o in intake(engine, [article("bad"), InputError("x.jsonl", "empty", 3), article("good")])
    ]
    assert results == ["failed", "failed", "added"]
    assert not is_empty(engine)
    with db.reading(engine) as session:
        lines = session.execute(sa.select(IngestArticleRow.file_name, IngestArticleRow.detail)).all()
        assert lines[1] == ("x.jsonl", "line 3: empty")
        assert session.scalar(sa.select(IngestRunRow.finished)) is not None


def test_what_cannot_be_stored_leaves_nothing_and_stops_no_other(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = store.store

    def refuse(session: Session, extraction: Extraction, *more: object) -> store.Outcome:
        outcome = real(session, extraction, *more)  # type: ignore[arg-type]
        if extraction.document.name == "bad":
            session.execute(sa.text("SELECT * FROM no_such_table"))
        return outcome

    monkeypatch.setattr(store, "store", refuse)
    assert [o.result.value for o in intake(engine, [article("bad"), article("good")])] == ["failed", "added"]
    with db.reading(engine) as session:
        assert session.scalars(sa.text("SELECT file_name FROM articles")).all() == ["good"]
