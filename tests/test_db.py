"""The transaction is whole or nothing, and reading keeps nothing."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError, InternalError, InvalidRequestError

from app import db
from app.models import ArticleRow, IngestRunRow, OfficeRow, SentenceRow
from app.settings import ROOT
from tests.support import stores


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Engine:
    return stores.empty(tmp_path)


def office(id: str) -> OfficeRow:
    return OfficeRow(id=id, country=None, name_ar="منصب", name_en="Office")


def ids(engine: Engine) -> list[str]:
    with db.reading(engine) as session:
        return list(session.scalars(sa.select(OfficeRow.id)))


def test_a_transaction_is_kept(engine: Engine) -> None:
    with db.transaction(engine) as session:
        session.add(office("xx.one"))
    assert ids(engine) == ["xx.one"]


def test_a_transaction_that_fails_leaves_nothing(engine: Engine) -> None:
    def half() -> None:
        with db.transaction(engine) as session:
            session.add(office("xx.one"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert ids(engine) == []


def test_reading_keeps_nothing(engine: Engine) -> None:
    refused = suppress(InternalError)  # by PostgreSQL, outright
    with refused, db.reading(engine) as session:
        session.add(office("xx.one"))
        session.flush()
    assert ids(engine) == []


def test_foreign_keys_are_watched(engine: Engine) -> None:
    orphan = sa.insert(SentenceRow).values(article_id=1, paragraph=1, n=1, start=0, end=1)
    with pytest.raises(IntegrityError), db.transaction(engine) as session:
        session.execute(orphan)


def test_sqlite_writes_ahead_and_waits(tmp_path: Path) -> None:
    engine = stores.empty(tmp_path)
    with engine.connect() as connection:
        assert connection.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(sa.text("PRAGMA foreign_keys")).scalar() == 1
        assert int(connection.execute(sa.text("PRAGMA busy_timeout")).scalar() or 0) >= 1000


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    made = db.make_engine(f"sqlite:///{tmp_path / 'new' / 'folder' / 'store.sqlite3'}")
    db.migrate(made)
    assert (tmp_path / "new" / "folder" / "store.sqlite3").exists()


def test_nothing_is_fetched_behind_ones_back(tmp_path: Path, database: str) -> None:
    with db.reading(stores.filled(tmp_path)) as session:
        article = session.scalars(sa.select(ArticleRow)).first()
        assert article is not None
        with pytest.raises(InvalidRequestError):
            _ = article.outlet


def test_only_this_module_commits() -> None:
    """A lint by test: `commit()` stands in app/db.py and nowhere else in the package."""
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "app").rglob("*.py")
        if re.search(r"\.commit\(", path.read_text("utf-8"))
    }
    assert found == {"app/db.py"}


def test_only_two_modules_ask_which_database_it_is() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "app").rglob("*.py")
        if re.search(r"dialect\.name\s*[!=]=|dialect\.name in", path.read_text("utf-8"))
    }
    assert found == {"app/models/connections.py", "app/models/search.py"}


def test_times_are_kept(engine: Engine) -> None:
    with db.transaction(engine) as session:
        session.add(IngestRunRow(started=stores.clock(), rules_version="1"))
    with db.reading(engine) as session:
        (started,) = session.scalars(sa.select(IngestRunRow.started))
    assert started.replace(tzinfo=None) == stores.clock().replace(tzinfo=None)
