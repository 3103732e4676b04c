"""What tests share: an empty database built by the migrations, and one with the five articles read in.

Tests that touch a database are run on SQLite and on PostgreSQL; those of rules and in the browser on SQLite.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine
from starlette.testclient import TestClient

from app import cache
from app.main import create_app
from app.settings import MORPHOLOGY, ROOT, Settings
from tests.support import command, postgres, stores, web
from tests.support.postgres import Server

# Derived tables are kept with the checkout, not in the home of whoever runs the tests.
os.environ[cache.VARIABLE] = str(ROOT / ".cache" / "tables")

SETTINGS = (
    "TASALSUL_DATABASE_URL", "TASALSUL_HOST", "TASALSUL_HOSTS", "TASALSUL_TIME_LIMIT", "TASALSUL_LOG", "PORT",
    "TASALSUL_LAG", "TASALSUL_KEPT",
)  # fmt: skip

# Time is measured elsewhere; a busy machine must not fail a property.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*SETTINGS, MORPHOLOGY):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A PostgreSQL server for as long as the tests run; none can be had: they fail."""
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """Whoever asks for this is run twice: with stores in SQLite files, and on a PostgreSQL server."""
    server = request.getfixturevalue("postgres_server") if request.param == "postgresql" else None
    with stores.kept_on(server):
        yield request.param


@pytest.fixture(autouse=True)
def _files_unless_asked(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whoever does not ask for ``database`` has files, also while that fixture lives on for others."""
    with nullcontext() if "database" in request.fixturenames else stores.kept_on(None):
        yield


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[Engine]:
    """An engine on an empty database with all its tables."""
    made = stores.empty(tmp_path)
    yield made
    made.dispose()


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an SQLite database with the articles of seeds/. Shared by all tests: only look at it.

    It is asked for before a test says where its own stores are, so it says so itself.
    """
    with stores.kept_on(None):
        return web.settings_of(stores.read(tmp_path_factory.mktemp("seeded")))


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[TestClient]:
    """Asks the application over the five articles, without a server between. Only look at it."""
    engine = stores.read(tmp_path_factory.mktemp("client"))
    with TestClient(create_app(web.settings_of(engine)), follow_redirects=False) as made:
        yield made


@pytest.fixture
def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture
def tasalsul(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> command.Run:
    """Runs the command in this process, on a database of the test's own."""
    return command.command(monkeypatch, capsys, tmp_path)
