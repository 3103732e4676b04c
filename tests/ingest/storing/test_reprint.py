"""The very same text in two papers is two articles and one origin; the same file twice is one article."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app import db
from app.domain.records import Extraction
from app.domain.text import Metadata, RawArticle
from app.index.check import differences
from app.ingest import pipeline
from app.ingest.intake import intake
from app.ingest.storing.reprint import is_elsewhere, reprinted
from app.ingest.transfer.dump import dump
from app.ingest.transfer.files import write_lines
from app.ingest.transfer.load import load
from app.models import ArticleRow, CopyRow, EventRow
from tests.ingest.storing.test_copies import HEADS, TEXTS
from tests.support import stores

LONG = TEXTS["first"]
SHORT = "وصل وزير الزراعة الأردني خالد الحنيفات إلى الدوحة اليوم الأحد للقاء نظيره القطري.\n"


def raw(text: str, name: str, outlet: str | None = None, url: str | None = None) -> RawArticle:
    meta = Metadata(outlet=outlet, published="2019-10-16", title=HEADS["first"].strip(), url=url)
    return RawArticle(name, text, hashlib.sha256(text.encode()).hexdigest(), meta)


def results(engine: Engine, *found: RawArticle) -> list[str]:
    return [outcome.result.value for outcome in intake(engine, found)]


@pytest.mark.parametrize("text", [LONG, SHORT])
def test_two_papers_with_one_text_are_two_articles_and_one_origin(engine: Engine, text: str) -> None:
    one, other = raw(text, "one.txt", "aljazeera"), raw(text, "other.txt", "bbc-arabic")
    assert results(engine, one, other) == ["added", "added"]
    with db.reading(engine) as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(ArticleRow)) == 2
        assert set(session.scalars(sa.select(CopyRow.shared))) == {100}
        events = session.execute(sa.select(EventRow.tellings_count, EventRow.origins_count)).all()
        assert events
        assert {tuple(row) for row in events} == {(2, 1)}
        assert list(differences(session)) == []
    assert results(engine, one, other) == ["unchanged", "unchanged"]
    assert results(engine, replace(other, name="third.txt")) == ["duplicate"]


def test_what_nobody_tells_apart_is_a_duplicate(engine: Engine) -> None:
    assert results(engine, raw(LONG, "one.txt", "aljazeera"), raw(LONG, "one-copy.txt")) == [
        "added",
        "duplicate",
    ]
    assert results(engine, raw(LONG, "again.txt", "aljazeera")) == ["duplicate"]


def test_two_addresses_without_a_paper_are_two_articles(engine: Engine) -> None:
    pages = [raw(SHORT, f"{n}.txt", url=f"https://paper{n}.example/story") for n in range(3)]
    assert results(engine, *pages) == ["added"] * 3
    with db.reading(engine) as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(CopyRow)) == 6
    assert results(engine, *pages) == ["unchanged"] * 3


def test_a_rehearsal_tells_the_same(engine: Engine) -> None:
    found = [raw(LONG, "one.txt", "aljazeera"), raw(LONG, "other.txt", "bbc-arabic"), raw(LONG, "copy.txt")]
    told = [outcome.result.value for outcome in intake(engine, found, dry=True)]
    assert told == ["added", "added", "duplicate"] == results(engine, *found)
    told = [outcome.result.value for outcome in intake(engine, found, dry=True, again=True)]
    assert told == ["unchanged", "unchanged", "duplicate"]


def test_an_export_carries_both(engine: Engine, tmp_path: Path) -> None:
    results(engine, raw(LONG, "one.txt", "aljazeera"), raw(LONG, "other.txt", "bbc-arabic"))
    write_lines(str(tmp_path / "all.jsonl"), dump(engine))
    with stores.temporary() as empty:
        assert [o.result.value for o in load(empty, str(tmp_path / "all.jsonl"), stores.clock)] == [
            "added"
        ] * 2
        assert list(dump(empty)) == list(dump(engine))
        with db.reading(empty) as session:
            assert set(session.scalars(sa.select(CopyRow.shared))) == {100}


def printed(name: str, outlet: str) -> RawArticle:
    return raw(LONG, name, outlet)


PAPERS = (printed("a.txt", "aljazeera"), printed("b.txt", "bbc-arabic"), printed("c.txt", "enab-baladi"))


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_ids_do_not_depend_on_what_comes_first(engine: Engine, order: tuple[int, ...]) -> None:
    with stores.temporary() as other:
        results(other, *PAPERS)
        assert results(engine, *(PAPERS[n] for n in order)) == ["added"] * 3
        assert stores.contents(engine) == stores.contents(other)
        assert list(dump(engine)) == list(dump(other))
    with db.reading(engine) as session:
        assert list(differences(session)) == []
    assert results(engine, *PAPERS) == ["unchanged"] * 3
    assert [o.result.value for o in intake(engine, PAPERS, again=True)] == ["unchanged"] * 3


@pytest.mark.parametrize(
    ("ours", "theirs"), [((0,), (1, 2)), ((1,), (0, 2)), ((2,), (0, 1)), ((1, 2), (0, 1))]
)
def test_an_import_takes_equal_texts_as_an_ingest_does(
    engine: Engine, tmp_path: Path, ours: tuple[int, ...], theirs: tuple[int, ...]
) -> None:
    with stores.temporary() as whole, stores.temporary() as other:
        results(whole, *PAPERS[: max(*ours, *theirs) + 1])
        results(other, *(PAPERS[n] for n in theirs))
        write_lines(str(tmp_path / "some.jsonl"), dump(other))
        results(engine, *(PAPERS[n] for n in ours))
        told = [o.result.value for o in load(engine, str(tmp_path / "some.jsonl"), stores.clock)]
        assert told.count("duplicate") == 0
        assert stores.contents(engine) == stores.contents(whole)
    with db.reading(engine) as session:
        assert list(differences(session)) == []


def test_an_import_leaves_out_what_nobody_tells_apart(engine: Engine, tmp_path: Path) -> None:
    with stores.temporary() as other:
        results(other, raw(LONG, "copy.txt"))
        write_lines(str(tmp_path / "some.jsonl"), dump(other))
    results(engine, *PAPERS)
    assert [o.result.value for o in load(engine, str(tmp_path / "some.jsonl"), stores.clock)] == ["duplicate"]


def test_the_first_going_leaves_the_reprint_whole(engine: Engine) -> None:
    one, other = raw(LONG, "one.txt", "aljazeera"), raw(LONG, "other.txt", "bbc-arabic")
    results(engine, one, other)
    changed = raw(TEXTS["other"], "one.txt", "aljazeera")
    assert results(engine, changed) == ["changed"]
    with db.reading(engine) as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(CopyRow)) == 0
        assert list(differences(session)) == []
    assert results(engine, changed, other) == ["unchanged", "unchanged"]
    assert results(engine, one) == ["changed"], "nobody holds the text under its own hash"


@pytest.fixture(scope="module")
def reading() -> Extraction:
    return pipeline.extract(raw(LONG, "one.txt", "aljazeera"))


def ids_of(made: Extraction) -> list[str]:
    return [*(s.id for s in made.statements), *(e.id for e in made.events)]


def test_ids_of_a_reprint_are_its_own_and_lead_where_they_led(reading: Extraction) -> None:
    made = reprinted(reading, "key of the reprint")
    ids, own = ids_of(reading), ids_of(made)
    assert ids
    assert not set(ids) & set(own)
    assert [len(id_) for id_ in own] == [len(id_) for id_ in ids]
    new = dict(zip(ids, own, strict=True))
    for before, after in zip(reading.events, made.events, strict=True):
        assert after.claimed_by == (new[before.claimed_by] if before.claimed_by else None)
        assert after.precedes == tuple(new[id_] for id_ in before.precedes)
    assert made == reprinted(reading, "key of the reprint") != reprinted(reading, "another")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("https://paper.example/a/1", "https://other.example/a/1", True),
        ("https://paper.example/a/1", "https://paper.example/b/7", True),
        ("https://paper.example/show?id=1", "https://paper.example/show?id=2", True),
        ("https://paper.example/a/1", "http://www.paper.example/a/1/", False),
        ("https://paper.example/a/1", "https://m.paper.example/a/1?utm_source=x#top", False),
        ("https://paper.example/a/1", "https://amp.paper.example/a/1?fbclid=q", False),
        ("https://paper.example/a?x=1&y=2", "https://paper.example/a?y=2&x=1", False),
        ("http://[paper", "http://[paper", False),
        (None, "https://paper.example/a/1", False),
        ("https://paper.example/a/1", None, False),
    ],
)
def test_addresses_of_one_page(one: str | None, other: str | None, apart: bool) -> None:
    assert is_elsewhere(one, other) is apart
    assert is_elsewhere(other, one) is apart
