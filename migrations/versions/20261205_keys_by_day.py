"""File tellings and statements under the keys by which matching looks for them now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.ingest.storing.keys import saying_keys, telling_keys
from app.ingest.storing.profiles import saying_from_json, telling_from_json

revision = "20261205_keys_by_day"
down_revision = "20261204_equal_short_texts"
branch_labels = None
depends_on = None

_BATCH = 500
_KEYS = sa.table(
    "block_keys",
    sa.column("key", sa.String),
    sa.column("day", sa.Integer),
    sa.column("telling_id", sa.Integer),
    sa.column("statement_id", sa.Integer),
)


def upgrade() -> None:
    connection = op.get_bind()
    connection.execute(_KEYS.delete())
    for id_, profile in _profiles(connection, "tellings"):
        _file(connection, telling_keys(telling_from_json(profile)), telling_id=id_, statement_id=None)
    for id_, profile in _profiles(connection, "statements"):
        _file(connection, saying_keys(saying_from_json(profile)), telling_id=None, statement_id=id_)


def _profiles(connection: sa.Connection, table: str) -> Iterator[tuple[int, Any]]:
    """All of them by id, some at a time, so that a large store needs no more memory than a small one."""
    rows = sa.table(table, sa.column("id", sa.Integer), sa.column("profile", sa.JSON))
    last = 0
    while found := connection.execute(
        sa.select(rows.c.id, rows.c.profile).where(rows.c.id > last).order_by(rows.c.id).limit(_BATCH)
    ).all():
        yield from ((row.id, row.profile) for row in found)
        last = found[-1].id


def _file(connection: sa.Connection, keys: Iterable[Mapping[str, Any]], **owner: int | None) -> None:
    if rows := [{**key, **owner} for key in keys]:
        connection.execute(_KEYS.insert(), rows)


def downgrade() -> None:
    """Without what sets them apart; repeated words are found again once an article is read again."""
    op.execute("UPDATE block_keys SET key = substr(key, 1, length(key) - 1) WHERE telling_id IS NOT NULL")
