"""Keep what a record said before and after a change by field, and find the changes of a record."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "20261127_changes_by_field"
down_revision = "20261126_words_of_articles"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True)
_CHANGES = sa.table("changes", sa.column("id"), sa.column("before", sa.Text), sa.column("after", sa.Text))


def upgrade() -> None:
    _rewrite(lambda told: json.dumps({"summary": told}, ensure_ascii=False))
    with op.batch_alter_table("changes") as batch_op:
        for name in ("before", "after"):
            batch_op.alter_column(
                name,
                type_=_JSON,
                existing_type=sa.String(),
                existing_nullable=True,
                postgresql_using=f"{name}::json",
            )
    op.create_index(op.f("ix_changes_public_id"), "changes", ["public_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_changes_public_id"), "changes")
    with op.batch_alter_table("changes") as batch_op:
        for name in ("before", "after"):
            batch_op.alter_column(name, type_=sa.String(), existing_type=_JSON, existing_nullable=True)
    _rewrite(lambda told: json.loads(told).get("summary", told))


def _rewrite(written) -> None:  # type: ignore[no-untyped-def]
    """Every summary in another form."""
    connection = op.get_bind()
    for id_, *both in connection.execute(sa.select(_CHANGES)).all():
        values = dict(zip(("before", "after"), (told and written(told) for told in both), strict=True))
        connection.execute(sa.update(_CHANGES).where(_CHANGES.c.id == id_).values(**values))
