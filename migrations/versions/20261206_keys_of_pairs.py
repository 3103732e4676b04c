"""File tellings under keys of two parties too, for what must have two in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.domain.links import Telling
from app.ingest.matching.compare import block_keys
from app.ingest.storing.keys import telling_keys
from app.ingest.storing.profiles import telling_from_json

revision = "20261206_keys_of_pairs"
down_revision = "20261205_keys_by_day"
branch_labels = None
depends_on = None

_BATCH = 500
_INDEXES = {"ix_block_keys_key_day": ["key", "day"], "ix_block_keys_telling_id": ["telling_id"]}
_TOLD = sa.table("tellings", sa.column("id", sa.Integer), sa.column("profile", sa.JSON))
_KEYS = sa.table(
    "block_keys",
    sa.column("key", sa.String),
    sa.column("day", sa.Integer),
    sa.column("telling_id", sa.Integer),
)


def upgrade() -> None:
    _file_anew(telling_keys)


def downgrade() -> None:
    """Under one party each, on every side."""
    _file_anew(_single_keys)


def _single_keys(telling: Telling) -> Iterator[Mapping[str, Any]]:
    stands = {(key["key"][-1], key["day"]) for key in telling_keys(telling)}
    return ({"key": key + side, "day": day} for key in block_keys(telling) for side, day in stands)


def _file_anew(keys_of: Callable[[Telling], Iterable[Mapping[str, Any]]]) -> None:
    """The indexes are made at the end: in order that takes a fraction of the time."""
    for name in _INDEXES:
        op.drop_index(name, "block_keys")
    connection = op.get_bind()
    connection.execute(_KEYS.delete().where(_KEYS.c.telling_id.is_not(None)))
    for batch in _profiles(connection):
        told = [(id_, telling_from_json(profile)) for id_, profile in batch]
        if keys := [{**key, "telling_id": id_} for id_, telling in told for key in keys_of(telling)]:
            connection.execute(_KEYS.insert(), keys)
    for name, columns in _INDEXES.items():
        op.create_index(name, "block_keys", columns)


def _profiles(connection: sa.Connection) -> Iterator[list[tuple[int, Any]]]:
    """All of them by id, some at a time, so that a large store needs no more memory than a small one."""
    last = 0
    while found := connection.execute(
        sa.select(_TOLD.c.id, _TOLD.c.profile).where(_TOLD.c.id > last).order_by(_TOLD.c.id).limit(_BATCH)
    ).all():
        yield [(row.id, row.profile) for row in found]
        last = found[-1].id
