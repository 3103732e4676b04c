"""Keep by what an article was read, so that it need not be read again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261130_input_prints"
down_revision = "20261129_indexes_for_lists"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "articles", sa.Column("input_print", sa.String(length=64), server_default="", nullable=False)
    )


def downgrade() -> None:
    with op.batch_alter_table("articles") as batch_op:
        batch_op.drop_column("input_print")
