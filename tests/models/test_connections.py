"""Connections that may only read, that wait no longer than they should, and errors told apart."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from app import db
from app.models import OfficeRow
from app.models.connections import Trouble, only_readable, trouble
from tests.support import stores

#: Counts to a hundred million: longer than anybody waits.
ENDLESS = sa.text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT max(i) FROM n"
)


def impatient(engine: Engine, seconds: float = 0.2) -> Engine:
    """An engine for readers on the same database, with so much time for each statement."""
    return db.reading_engine(engine.url.render_as_string(hide_password=False), seconds)


def test_a_look_that_takes_too_long_is_broken_off(engine: Engine) -> None:
    readers = impatient(engine)
    with pytest.raises(DBAPIError) as caught, db.reading(readers) as session:
        session.execute(ENDLESS)
    assert trouble(caught.value) is Trouble.SLOW
    with db.reading(readers) as session:
        assert session.scalars(sa.select(OfficeRow)).all() == [], "the next look has its own time"
    readers.dispose()


def test_the_limit_of_a_look_is_not_left_on_its_connection(engine: Engine) -> None:
    readers = impatient(engine)
    with db.reading(readers):
        pass
    counted = sa.text(ENDLESS.text.replace("100000000", "1000000"))
    with readers.connect() as connection:
        assert connection.scalar(counted) == 1_000_000
    readers.dispose()


def test_a_slow_reader_is_no_hard_question(tmp_path: Path) -> None:
    """He takes longer than the limit, of which the work for him is a small part, however busy the machine."""
    readers = impatient(stores.empty(tmp_path), 1.0)
    many = sa.text(ENDLESS.text.replace("100000000", "20000").replace("max(i)", "i"))
    with db.reading(readers) as session:
        for rows in session.scalars(many).partitions(5_000):
            assert len(rows) == 5_000
            time.sleep(0.4)
    readers.dispose()


@contextmanager
def nobody() -> Iterator[None]:
    """Without the rights of root, to whom nothing is read-only."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Path]:
    """A database file in a folder, neither to be written to."""
    engine = stores.filled(tmp_path)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    file = tmp_path / "store.sqlite3"
    outside = {path: path.stat().st_mode for path in tmp_path.parents if path.stat().st_uid == os.getuid()}
    for path, mode in outside.items():
        path.chmod(mode | 0o011)
    file.chmod(0o444)
    tmp_path.chmod(0o555)
    yield file
    for path, mode in outside.items():
        path.chmod(mode)
    tmp_path.chmod(0o755)


def test_what_may_only_be_read_is_read(sealed: Path) -> None:
    with nobody():
        assert only_readable(sealed)
        engine = db.reading_engine(f"sqlite:///{sealed}", 5)
        with db.reading(engine) as session:
            assert session.scalar(sa.text("SELECT count(*) FROM articles")) == 5
        with pytest.raises(DBAPIError) as caught, db.transaction(engine) as session:
            session.execute(sa.text("DELETE FROM articles"))
        engine.dispose()
    assert trouble(caught.value) is Trouble.READ_ONLY


def test_a_file_that_can_be_written_to_is_not_taken_for_one_that_cannot(tmp_path: Path) -> None:
    engine = stores.empty(tmp_path)
    assert not only_readable(tmp_path / "store.sqlite3")
    assert not only_readable(tmp_path / "none.sqlite3")
    engine.dispose()


def test_a_fault_of_whoever_asks_is_no_trouble(engine: Engine) -> None:
    with pytest.raises(DBAPIError) as caught, db.reading(engine) as session:
        session.execute(sa.text("SELECT nothing FROM nowhere"))
    assert trouble(caught.value) is None


def test_a_database_that_is_none_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "text.sqlite3").write_bytes(b"no database, only words" * 100)
    for url in (f"sqlite:///{tmp_path / 'text.sqlite3'}", f"postgresql+psycopg://x@/x?host={tmp_path}"):
        engine = db.make_engine(url)
        with pytest.raises(DBAPIError) as caught, engine.connect() as connection:
            connection.execute(sa.text("SELECT 1"))
        assert trouble(caught.value) is Trouble.GONE
        engine.dispose()


def test_a_full_disk_is_told_and_what_was_there_stays(tmp_path: Path) -> None:
    engine = stores.filled(tmp_path)
    with db.reading(engine) as session:
        pages = session.scalar(sa.text("PRAGMA page_count"))

    @sa.event.listens_for(engine, "checkout")
    def no_room(connection: Any, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")  # as on a disk without room

    with pytest.raises(DBAPIError) as caught, db.transaction(engine) as session:
        session.execute(sa.text("CREATE TABLE more AS SELECT a.text FROM articles a, articles b, articles c"))
    assert trouble(caught.value) is Trouble.FULL
    with db.reading(engine) as session:
        assert session.scalar(sa.text("SELECT count(*) FROM articles")) == 5
        assert session.scalar(sa.text("PRAGMA integrity_check")) == "ok"
    engine.dispose()
