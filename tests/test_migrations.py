"""The migrations build exactly the tables that the models describe."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.engine import Engine

from app import db
from app.models import Base
from app.models.search import is_ours
from app.settings import MIGRATIONS
from tests.support import stores


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Engine:
    return stores.blank(tmp_path)


def test_migrations_build_what_the_models_say(engine: Engine) -> None:
    db.migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": is_ours})
        assert compare_metadata(context, Base.metadata) == []


def test_migrating_twice_changes_nothing(engine: Engine) -> None:
    db.migrate(engine)
    before = sorted(sa.inspect(engine).get_table_names())
    db.migrate(engine)
    assert sorted(sa.inspect(engine).get_table_names()) == before


def test_going_down_leaves_nothing_behind(engine: Engine) -> None:
    db.migrate(engine)
    with engine.begin() as connection:
        command.downgrade(db.alembic_config(connection), "base")
    assert sa.inspect(engine).get_table_names() == ["alembic_version"]


def test_migration_files_are_dated() -> None:
    names = [p.name for p in (MIGRATIONS / "versions").glob("*.py")]
    assert names
    assert all(name[:8].isdigit() and name[8] == "_" for name in names)
