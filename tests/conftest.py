"""What tests share: an empty database built by the migrations, and one with the five articles read in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine
from starlette.testclient import TestClient

from app import cache, db
from app.ingest.intake import intake
from app.ingest.read import read_paths
from app.main import create_app
from app.settings import MORPHOLOGY, ROOT, SEEDS, Settings, database_url

# Derived tables are kept with the checkout, not in the home of whoever runs the tests.
os.environ[cache.VARIABLE] = str(ROOT / ".cache" / "tables")

# Time is measured elsewhere; a busy machine must not fail a property.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TASALSUL_DATABASE_URL", "TASALSUL_HOST", "PORT", MORPHOLOGY):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An engine on an empty SQLite database with all its tables."""
    made = db.make_engine(database_url(str(tmp_path / "empty.sqlite3")))
    db.migrate(made)
    yield made
    made.dispose()


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a database with the articles of seeds/. Shared by all tests: only look at it."""
    settings = Settings(database_url(str(tmp_path_factory.mktemp("seeded") / "seeds.sqlite3")))
    made = db.make_engine(settings.database_url)
    db.migrate(made)
    outcomes = list(intake(made, read_paths([str(SEEDS)])))
    made.dispose()
    assert [o.result.value for o in outcomes] == ["added"] * 5, outcomes
    return settings


@pytest.fixture(scope="session")
def client(seeded: Settings) -> Iterator[TestClient]:
    """Asks the application over the five articles, without a server between."""
    with TestClient(create_app(seeded), follow_redirects=False) as made:
        yield made
