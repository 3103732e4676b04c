"""The application over the seeds as annotated, asked without a server between."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.support import stores


@contextmanager
def asking(folder: Path) -> Iterator[TestClient]:
    """A client of the application; ``client.app.state.engine`` is its database."""
    engine = stores.filled(folder)  # kept until the end, for with it a database of a server would go
    with TestClient(create_app(settings_of(engine)), follow_redirects=False) as client:
        yield client


def settings_of(engine: Engine) -> Settings:
    """Settings of an application over the database of an engine, that sees every change at once."""
    return Settings(engine.url.render_as_string(hide_password=False), lag=0)


@contextmanager
def counting(engine: Engine) -> Iterator[list[str]]:
    """The SQL statements sent while the block runs, without those that begin a transaction."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "SET TRANSACTION")):
            sent.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    yield sent
    sa.event.remove(engine, "before_cursor_execute", note)


def visible(page: str) -> str:
    """The words of a page as one line, tags and their names left out."""
    words = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", entities.unescape(re.sub(r"<[^>]+>", "", words))).strip()
