"""File the words of the records, under keys that are given out once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.models import search

revision = "20261125_words_of_records"
down_revision = "20261124_record_index"
branch_labels = None
depends_on = None

_WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "index_months",
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("following", _WIDE, nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_index_months")),
    )
    op.execute(sa.text("DELETE FROM index_entries"))
    with op.batch_alter_table("index_entries") as batch_op:
        batch_op.add_column(sa.Column("text", _WIDE, nullable=False))
    op.execute(sa.text("UPDATE index_state SET version = ''"))
    search.create_words(op.get_bind())


def downgrade() -> None:
    search.drop_words(op.get_bind())
    with op.batch_alter_table("index_entries") as batch_op:
        batch_op.drop_column("text")
    op.drop_table("index_months")
    op.execute(sa.text("UPDATE index_state SET version = ''"))
