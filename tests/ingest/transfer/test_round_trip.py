"""What was exported and imported again is the same store, and the same bytes."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app import db
from app.domain.records import Extraction
from app.index.check import differences
from app.ingest.store import ingest_run
from app.ingest.storing.outcome import Outcome, Result
from app.ingest.transfer.dump import dump
from app.ingest.transfer.files import write_lines
from app.ingest.transfer.load import load
from app.models import IngestRunRow
from tests.support import gold, stores


@pytest.fixture(scope="module")
def five() -> tuple[Extraction, ...]:
    return gold.extractions()


@pytest.fixture
def seeds(tmp_path: Path, database: str) -> Engine:
    return stores.filled(folder(tmp_path / "seeds"))


@pytest.fixture
def empty(tmp_path: Path, database: str) -> Engine:
    return stores.empty(folder(tmp_path / "empty"))


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def put(engine: Engine, file: Path) -> list[Outcome]:
    return list(load(engine, str(file), stores.clock))


def exported(engine: Engine, file: Path) -> bytes:
    write_lines(str(file), dump(engine))
    return file.read_bytes()


def test_an_import_is_the_store_that_was_exported(seeds: Engine, empty: Engine, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    first = exported(seeds, file)
    assert {o.result for o in put(empty, file)} == {Result.ADDED}
    assert stores.contents(empty) == stores.contents(seeds)
    assert exported(empty, tmp_path / "again.jsonl") == first
    kinds = [line.split(b'"', 4)[3] for line in first.splitlines()]
    assert {b"header", b"article", b"event", b"link"} == set(kinds)


def test_gzip_by_the_ending_and_the_same_bytes_each_time(
    seeds: Engine, empty: Engine, tmp_path: Path
) -> None:
    packed = exported(seeds, tmp_path / "all.jsonl.gz")
    assert gzip.decompress(packed) == exported(seeds, tmp_path / "all.jsonl")
    assert exported(seeds, tmp_path / "other-name.jsonl.gz") == packed
    put(empty, tmp_path / "all.jsonl.gz")
    assert stores.contents(empty) == stores.contents(seeds)


def test_importing_twice_changes_nothing(seeds: Engine, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    first = exported(seeds, file)
    before = stores.contents(seeds)
    for _ in range(2):
        assert {o.result for o in put(seeds, file)} == {Result.UNCHANGED}
    assert stores.contents(seeds) == before
    assert exported(seeds, file) == first


@pytest.mark.parametrize("held", [(0,), (1, 3), (2, 3, 4)])
def test_beside_other_articles_the_store_is_as_if_all_were_read_here(
    five: Sequence[Extraction], held: Sequence[int], tmp_path: Path, database: str
) -> None:
    """The export holds some of the seeds, the store the others: together they are the five."""
    theirs, ours, whole = (stores.empty(folder(tmp_path / name)) for name in ("theirs", "ours", "whole"))
    for engine, some in (
        (theirs, held),
        (ours, [n for n in range(len(five)) if n not in held]),
        (whole, range(len(five))),
    ):
        with ingest_run(engine, "test", stores.clock) as run:
            for n in some:
                run.store(five[n])
    exported(theirs, tmp_path / "some.jsonl")
    put(ours, tmp_path / "some.jsonl")
    assert stores.contents(ours) == stores.contents(whole)


def test_an_import_broken_off_goes_on(
    seeds: Engine, empty: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.jsonl"
    first = exported(seeds, file)
    monkeypatch.setattr("app.ingest.transfer.load.ARTICLES", 2)
    assert next(load(empty, str(file), stores.clock)).result is Result.ADDED
    assert len(stores.contents(empty)["articles"]) == 2
    found = [o.result for o in put(empty, file)]
    assert found == [Result.UNCHANGED] * 2 + [Result.ADDED] * 3
    assert exported(empty, tmp_path / "again.jsonl") == first


def test_an_import_is_a_run_of_its_own(seeds: Engine, empty: Engine, tmp_path: Path) -> None:
    exported(seeds, tmp_path / "all.jsonl")
    put(empty, tmp_path / "all.jsonl")
    with db.reading(empty) as session:
        run = session.scalars(sa.select(IngestRunRow)).one()
        assert run.finished is not None
        assert run.rules_version.startswith("import ")


def test_an_empty_store_is_a_header(empty: Engine, tmp_path: Path) -> None:
    assert exported(empty, tmp_path / "none.jsonl").count(b"\n") == 1
    assert put(empty, tmp_path / "none.jsonl") == []


def test_the_index_is_kept_with_the_records(seeds: Engine, empty: Engine, tmp_path: Path) -> None:
    exported(seeds, tmp_path / "all.jsonl")
    put(empty, tmp_path / "all.jsonl")
    with db.reading(empty) as session:
        assert list(differences(session)) == []
