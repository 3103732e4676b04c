"""A dry run foretells what the true one does, and writes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from app import db
from app.domain.text import RawArticle
from app.errors import InputError
from app.ingest.intake import intake
from app.ingest.read import Found, Meter, Reading, fingerprint, read_paths
from app.ingest.report import as_record, reporting
from app.models import ArticleRow, IngestRunRow
from tests.support.articles import article


def twin(of: RawArticle, name: str) -> RawArticle:
    return RawArticle(name, of.text, of.sha256)


def inputs() -> list[Found]:
    known, other, old = article("known"), article("other"), article("old")
    text = old.text + "\nوغادر الوفد مساء."
    return [
        known,
        RawArticle("old", text, fingerprint(text)),
        InputError("bad.txt", "empty", 2),
        other,
        twin(other, "again"),
        RawArticle("english", "The minister arrived today in the capital.", fingerprint("x")),
    ]


def test_what_is_foretold_comes_true(engine: Engine) -> None:
    list(intake(engine, [article("known"), article("old")]))
    with db.reading(engine) as session:
        before = session.scalar(sa.select(sa.func.count()).select_from(IngestRunRow))
    told = [as_record(o) for o in intake(engine, inputs(), dry=True)]
    with db.reading(engine) as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(IngestRunRow)) == before
        assert session.scalars(sa.select(ArticleRow.file_name)).all() == ["known", "old"]
    done = [as_record(o) for o in intake(engine, inputs())]
    assert [one["result"] for one in told] == [
        "unchanged",
        "changed",
        "failed",
        "added",
        "duplicate",
        "added",
    ]
    assert [(o["file"], o["result"], o["article"], o["detail"]) for o in told] == [
        (o["file"], o["result"], o["article"], o["detail"]) for o in done
    ]
    assert [o["added"] for o in told if o["result"] == "added"] == [
        o["added"] for o in done if o["result"] == "added"
    ]


def test_the_report_has_a_line_for_each(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "report.jsonl"
    with reporting(file) as note:
        assert note is not None
        for n, outcome in enumerate(intake(engine, inputs()), 1):
            note(outcome)
            assert len(file.read_text("utf-8").splitlines()) == n, "at once, for a run may be broken off"
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [line["result"] for line in lines] == ["added", "added", "failed", "added", "duplicate", "added"]
    assert lines[2]["detail"] == "line 2: empty"
    assert "not in Arabic" in lines[5]["detail"]


def test_a_report_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"report\.jsonl"), reporting(tmp_path / "none" / "report.jsonl"):
        pass


def test_the_meter_ends_where_the_files_do(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص أول", "utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "نص"}\n{"text": "آخر"}\n', "utf-8")
    (tmp_path / "c.txt").write_bytes(b"\xff\xff")
    meter = Meter.of([str(tmp_path)])
    assert meter.total == sum(path.stat().st_size for path in tmp_path.iterdir())
    seen = [meter.done + meter.at for _ in read_paths([str(tmp_path)], Reading(meter=meter))]
    assert seen == sorted(seen)
    assert meter.done == meter.total
    assert Meter.of(["-", str(tmp_path)]).total == 0
    assert Meter.of([str(tmp_path / "none")]).total == 0
