"""The loop: one article's fault is told and stops no other."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app import db
from app.domain.records import Extraction
from app.domain.text import RawArticle
from app.errors import InputError
from app.ingest import pipeline, store
from app.ingest.intake import intake, is_empty, readings
from app.ingest.read import fingerprint
from app.models import IngestArticleRow, IngestRunRow


def raw(name: str, text: str = "وصل الوزير إلى العاصمة يوم الثلاثاء وأجرى محادثات مع نظيره.") -> RawArticle:
    text = f"{text}\n{name}"
    return RawArticle(name, text, fingerprint(text))


@pytest.fixture
def failing_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that stumble over an article named ``bad``."""
    extract = pipeline.extract

    def stumble(article: RawArticle, tables: object) -> Extraction:
        if article.name == "bad":
            raise IndexError("a rule's fault")
        return extract(article, tables)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "extract", stumble)


def test_a_rules_fault_is_told_and_the_others_go_on(failing_rules: None) -> None:
    first, second, third = readings([raw("bad"), InputError("x", "empty"), raw("good")])
    assert isinstance(first, InputError)
    assert first.file == "bad"
    assert "a rule's fault" in first.reason
    assert isinstance(second, InputError)
    assert isinstance(third, Extraction)


def test_run_is_recorded_with_its_failures(engine: Engine, failing_rules: None) -> None:
    assert is_empty(engine)
    results = [
        o.result.value for o in intake(engine, [raw("bad"), InputError("x.jsonl", "empty", 3), raw("good")])
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
    assert [o.result.value for o in intake(engine, [raw("bad"), raw("good")])] == ["failed", "added"]
    with db.reading(engine) as session:
        assert session.scalars(sa.text("SELECT file_name FROM articles")).all() == ["good"]
