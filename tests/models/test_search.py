from __future__ import annotations

from collections.abc import Sequence

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.dialects import postgresql

from app.models.search import is_one_of


@pytest.mark.parametrize("ids", [(), (2,), range(1, 200_000)])
def test_any_number_of_ids_is_one_variable(engine: Engine, ids: Sequence[int]) -> None:
    row = sa.table("row", sa.column("id", sa.Integer))
    with engine.connect() as connection:
        connection.execute(sa.text("CREATE TEMP TABLE row (id INTEGER)"))
        connection.execute(sa.text("INSERT INTO row VALUES (1), (2), (200000)"))
        found = connection.scalars(sa.select(row.c.id).where(is_one_of(row.c.id, ids)))  # type: ignore[arg-type]
        assert set(found) == {1, 2, 200_000} & set(ids)


def test_postgresql_unpacks_the_same_list() -> None:
    row = sa.table("row", sa.column("id", sa.Integer))
    made = sa.select(row.c.id).where(is_one_of(row.c.id, (1, 2)))  # type: ignore[arg-type]
    assert "json_array_elements_text" in str(made.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
