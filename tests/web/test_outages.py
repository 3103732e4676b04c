"""A database that does not answer: a page that says why, in the reader's language, and recovery by itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.main import create_app
from tests.support import postgres, stores, web
from tests.support.postgres import Server

#: Kinds of addresses; all of them read from the database.
PATHS = ("/ar/", "/en/", "/en/search?q=syria", "/ar/articles", "/api/v1/events")
DOWNLOAD = "/en/statements.csv"


@contextmanager
def asking(engine: sa.Engine, seconds: float = 5, lag: float = 0) -> Iterator[TestClient]:
    settings = replace(web.settings_of(engine), time_limit=seconds, lag=lag)
    with TestClient(create_app(settings), follow_redirects=False) as client:
        yield client


def told(client: TestClient, words: str, reason: str) -> None:
    """All addresses answer 503, the English page with these words; nothing of the inside is shown."""
    for path in PATHS:
        answer = client.get(path)
        assert (path, answer.status_code) == (path, 503)
        assert "sqlite3" not in answer.text.lower()
        assert "psycopg" not in answer.text.lower()
        assert "content-security-policy" in answer.headers
        assert reason == "slow" or int(answer.headers["retry-after"]) > 0
    assert words in client.get("/en/").text
    assert client.get("/ar/").text.count("الخدمة غير متاحة مؤقتًا") >= 1
    assert client.get("/api/v1/events").json()["reason"] == reason


def works(client: TestClient) -> None:
    assert {path: client.get(path).status_code for path in (*PATHS, DOWNLOAD)} == dict.fromkeys(
        (*PATHS, DOWNLOAD), 200
    )


def test_a_locked_database(tmp_path: Path) -> None:
    with asking(stores.filled(tmp_path), 0.2) as client:
        with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as other:
            other.execute("PRAGMA locking_mode=EXCLUSIVE")
            other.execute("BEGIN EXCLUSIVE")
            told(client, "The database is busy", "busy")
            assert client.get("/health").status_code == 503
        works(client)
        assert client.get("/health").status_code == 200


def test_a_file_that_is_gone_and_comes_back(tmp_path: Path) -> None:
    engine = stores.filled(tmp_path)
    file, away = tmp_path / "store.sqlite3", tmp_path / "away"
    with asking(engine) as client:
        file.rename(away)
        file.mkdir()
        told(client, "The database cannot be reached", "gone")
        file.rmdir()
        away.rename(file)
        works(client)


def test_a_disk_without_room_for_sorting(tmp_path: Path) -> None:
    with asking(stores.filled(tmp_path)) as client:
        full = [True]

        @sa.event.listens_for(client.app.state.engine, "before_cursor_execute")  # type: ignore[attr-defined]
        def no_room(*_: object) -> None:
            if full[0]:  # as SQLite says it
                error = sqlite3.OperationalError("database or disk is full")
                error.sqlite_errorcode = sqlite3.SQLITE_FULL
                raise sa.exc.OperationalError("", {}, error)

        told(client, "The disk of the server is full", "full")
        full[0] = False
        works(client)


def test_a_question_that_takes_too_long(tmp_path: Path, database: str) -> None:
    with asking(stores.filled(tmp_path), 0.3) as client:
        slow = [True]

        @sa.event.listens_for(client.app.state.engine, "before_cursor_execute", retval=True)  # type: ignore[attr-defined]
        def endless(
            _c: object, _k: object, statement: str, parameters: object, *_: object
        ) -> tuple[str, object]:
            count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000)"
            if slow[0] and statement.startswith("SELECT"):
                return f"{count} SELECT max(i) FROM n", () if database == "sqlite" else {}
            return statement, parameters

        told(client, "This query took too long", "slow")
        with pytest.raises(RuntimeError, match="already started"):
            client.get(DOWNLOAD)  # which breaks off in the middle, so that nobody takes a half for the whole
        slow[0] = False
        works(client)


@pytest.mark.slow
def test_a_server_that_is_lost_and_comes_back(tmp_path: Path) -> None:
    with postgres.running() as server:
        server_lost(server, tmp_path)


def server_lost(server: Server, folder: Path) -> None:
    with stores.kept_on(server):
        engine = stores.filled(folder)
        with asking(engine, lag=0.01) as client:
            works(client)
            server.stop()
            told(client, "The database cannot be reached", "gone")
            assert client.get("/health").status_code == 503
            server.start()
            works(client)
            assert client.get("/health").status_code == 200
