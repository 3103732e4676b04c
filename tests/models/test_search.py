from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from app.models import search


def test_sqlite_connections_are_prepared(tmp_path: Path) -> None:
    assert search.prepares_connections(sa.create_engine(f"sqlite:///{tmp_path / 'x.sqlite3'}"))


def test_postgresql_connections_are_left_alone() -> None:
    assert not search.prepares_connections(sa.create_engine("postgresql+psycopg://nobody@localhost/none"))
