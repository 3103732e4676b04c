"""What was read is stored, an article at a time, and what failed is recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app import db
from app.domain.records import Extraction
from app.domain.text import Metadata, RawArticle
from app.errors import InputError
from app.ingest import engine as engine_module
from app.ingest import pipeline, store
from app.ingest.intake import intake
from app.ingest.storing.outcome import NOT_READ, Outcome
from app.ingest.storing.rows import is_empty
from app.knowledge.load import Knowledge
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

    def refuse(session: Session, extraction: Extraction, *more: object) -> Outcome:
        outcome = real(session, extraction, *more)  # type: ignore[arg-type]
        if extraction.document.name == "bad":
            session.execute(sa.text("SELECT * FROM no_such_table"))
        return outcome

    monkeypatch.setattr(store, "store", refuse)
    assert [o.result.value for o in intake(engine, [article("bad"), article("good")])] == ["failed", "added"]
    with db.reading(engine) as session:
        assert session.scalars(sa.text("SELECT file_name FROM articles")).all() == ["good"]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the articles that the rules are asked to read."""
    asked: list[str] = []
    extract = pipeline.extract

    def noted(raw: RawArticle, tables: Knowledge) -> Extraction:
        asked.append(raw.name)
        return extract(raw, tables)

    monkeypatch.setattr(pipeline, "extract", noted)
    return asked


def results(engine: Engine, *articles: RawArticle, again: bool = False, dry: bool = False) -> list[str]:
    return [o.result.value for o in intake(engine, articles, again=again, dry=dry)]


def test_what_the_same_rules_have_read_is_not_read_again(engine: Engine, read: list[str]) -> None:
    one, two = article("one"), article("two")
    assert results(engine, one) == ["added"]
    (known, fresh) = intake(engine, [one, two])
    assert (known.result.value, known.detail, fresh.result.value) == ("unchanged", NOT_READ, "added")
    assert read == ["one", "two"]
    assert results(engine, one, two, dry=True) == ["unchanged", "unchanged"]
    assert results(engine, replace(one, meta=Metadata(published="2015-09-24"))) == ["changed"]
    assert results(engine, replace(two, name="copy")) == ["duplicate"]
    assert read == ["one", "two", "one"]
    with db.reading(engine) as session:
        lines = session.scalars(sa.select(IngestArticleRow.detail).order_by(IngestArticleRow.id)).all()
    assert lines == [None, NOT_READ, None, None, "two"]


def at(raw: RawArticle, name: str, **known: str) -> RawArticle:
    return replace(raw, name=name, meta=Metadata(**known))


def test_no_article_takes_the_place_of_another_of_the_same_run(engine: Engine) -> None:
    one, two, three, four = map(article, ("one", "two", "three", "four"))
    address = "https://paper.example/1"
    given = [
        at(one, "a.html", url=address),
        at(four, "b.rss#1", url=address),
        at(two, "c.jsonl#1", id="1"),
        at(three, "d.jsonl#1", id="1"),
        at(one, "talks.txt"),
        at(three, "talks.txt"),
        at(two, "c.jsonl#1", id="1"),
    ]
    first = list(intake(engine, given))
    assert [o.result.value for o in first] == [
        "added", "duplicate", "added", "failed", "duplicate", "failed", "unchanged"
    ]  # fmt: skip
    assert first[1].detail == "a.html"
    assert "id '1' too (c.jsonl#1)" in (first[3].detail or "")
    assert "this name too (talks.txt)" in (first[5].detail or "")
    again = [o.result.value for o in intake(engine, given)]
    assert "changed" not in again, "each run would change what the last one did"
    assert again == [o.result.value for o in intake(engine, given, dry=True)]
    assert results(engine, at(four, "b.rss#1", url=address)) == ["changed"], (
        "alone it is the article's new text"
    )


def test_it_is_read_again_where_that_is_asked_for_or_the_rules_are_others(
    engine: Engine, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = article("one")
    assert results(engine, one) + results(engine, one, again=True) == ["added", "unchanged"]
    monkeypatch.setattr(engine_module, "engine_version", lambda: "other rules")
    assert results(engine, one) == ["unchanged"]
    assert read == ["one", "one", "one"]
    assert results(engine, one) == ["unchanged"]
    assert len(read) == 3
