"""The tables as a whole: enums are words, every table has a key, nothing refers to nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import configure_mappers

from app import models
from app.domain.records import EventStatus, EventType
from app.models import Base, EventRow
from tests.support import stores


def test_every_row_class_is_exported() -> None:
    configure_mappers()
    rows = {mapper.class_.__name__ for mapper in Base.registry.mappers}
    assert rows <= set(models.__all__)


def test_rows_of_an_article_go_with_it() -> None:
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name in ("articles", "tellings", "events"):
                assert key.ondelete == "CASCADE", f"{table.name}.{key.parent.name}"


def test_every_relationship_refuses_to_load_by_itself() -> None:
    configure_mappers()
    for mapper in Base.registry.mappers:
        for relationship in mapper.relationships:
            assert relationship.lazy == "raise_on_sql", f"{mapper.class_.__name__}.{relationship.key}"


def test_enums_are_stored_as_words(tmp_path: Path, database: str) -> None:
    with stores.filled(tmp_path).connect() as connection:
        words = set(connection.execute(sa.text("SELECT DISTINCT type FROM events")).scalars())
        states = set(connection.execute(sa.text("SELECT DISTINCT status FROM events")).scalars())
    assert words <= {t.value for t in EventType}
    assert states <= {s.value for s in EventStatus}


@pytest.mark.parametrize("column", ["sort_day", "earliest", "latest", "edtf"])
def test_an_undated_event_has_no_day(tmp_path: Path, column: str, database: str) -> None:
    table = EventRow.__table__
    with stores.filled(tmp_path).connect() as connection:
        rows = connection.execute(sa.select(table.c[column]).where(table.c.certainty == "undated"))
        values = [row[0] for row in rows]
    assert values
    assert set(values) == {None}
