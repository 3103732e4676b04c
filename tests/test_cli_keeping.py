"""A database copied while it is in use, carried to another kind, and restored."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app import cli, db
from app.ingest.transfer.dump import dump
from app.models import ArticleRow, OfficeRow
from tests.support import stores
from tests.support.postgres import Server

Run = Callable[..., str]


@pytest.fixture
def tasalsul(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process; what it says on standard error."""

    def run(*arguments: str, code: int = 0) -> str:
        monkeypatch.setattr(sys, "argv", ["tasalsul", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr().err
        assert ended.value.code == code, told
        return told

    return run


def address(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def exported(url: str) -> bytes:
    engine = db.make_engine(url)
    lines = b"".join(dump(engine))
    engine.dispose()
    return lines


@pytest.mark.slow
def test_there_and_back_between_the_databases(tasalsul: Run, tmp_path: Path, postgres_server: Server) -> None:
    here = address(stores.filled(tmp_path))
    there = postgres_server.url(postgres_server.create())
    back = f"sqlite:///{tmp_path / 'back.sqlite3'}"
    assert tasalsul("copy", here, there).splitlines()[-1] == "5 added"
    assert tasalsul("copy", there, back).splitlines()[-1] == "5 added"
    assert exported(here) == exported(there) == exported(back)
    assert tasalsul("copy", there, back).splitlines()[-1] == "5 unchanged"


def test_a_backup_is_the_database(tasalsul: Run, tmp_path: Path) -> None:
    engine = stores.filled(tmp_path)
    file = tmp_path / "backup.sqlite3"
    tasalsul("backup", str(file), "--db", address(engine))
    with db.transaction(engine) as session:
        session.execute(sa.delete(ArticleRow))
    restored = db.make_engine(f"sqlite:///{file}")
    assert stores.contents(restored) == stores.contents(stores.filled(folder(tmp_path / "fresh")))
    restored.dispose()


def test_a_backup_beside_a_writer_is_of_one_moment(tasalsul: Run, tmp_path: Path) -> None:
    """The writer keeps two rows equal; in no backup do they differ."""
    engine = stores.filled(tmp_path)
    stop, written = threading.Event(), [0]

    def write() -> None:
        while not stop.is_set():
            written[0] += 1
            with db.transaction(engine) as session:
                for id_ in ("xx.one", "xx.two"):
                    session.merge(OfficeRow(id=id_, country=None, name_ar="منصب", name_en=str(written[0])))
                    session.flush()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(4):
            file = tmp_path / f"backup-{n}.sqlite3"
            tasalsul("backup", str(file), "--db", address(engine))
            with closing(sqlite3.connect(file)) as copy:
                assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                names = copy.execute("SELECT name_en FROM offices WHERE id LIKE 'xx.%'").fetchall()
                assert len(set(names)) <= 1
    finally:
        stop.set()
        writer.join()
    assert written[0] > 4


def test_a_backup_of_a_server_is_an_export_that_can_be_imported(
    tasalsul: Run, tmp_path: Path, postgres_server: Server
) -> None:
    with stores.kept_on(postgres_server):
        engine = stores.filled(tmp_path)
        file, other = tmp_path / "backup.jsonl.gz", postgres_server.url(postgres_server.create())
        tasalsul("backup", str(file), "--db", address(engine))
        tasalsul("import", str(file), "--db", other)
        assert exported(other) == exported(address(engine))


def test_a_backup_that_cannot_be_written_leaves_the_one_before(tasalsul: Run, tmp_path: Path) -> None:
    url = address(stores.filled(tmp_path))
    assert "no-such-folder" in tasalsul("backup", str(tmp_path / "no-such-folder" / "x"), "--db", url, code=1)
    kept = tmp_path / "kept.sqlite3"
    kept.write_bytes(b"the one before")
    (tmp_path / "broken.sqlite3").write_bytes(b"no database" * 500)
    tasalsul("backup", str(kept), "--db", str(tmp_path / "broken.sqlite3"), code=1)
    assert kept.read_bytes() == b"the one before"
    assert list(tmp_path.glob(".*part")) == []


def folder(path: Path) -> Path:
    path.mkdir()
    return path
