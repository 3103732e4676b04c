"""Say with which telling a lost one stood in one event."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261202_lost_beside"
down_revision = "20261201_curations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("changes", sa.Column("beside", sa.String(length=64), nullable=True))
    op.create_index(op.f("ix_changes_beside"), "changes", ["beside"])


def downgrade() -> None:
    op.drop_index(op.f("ix_changes_beside"), "changes")
    with op.batch_alter_table("changes") as batch_op:
        batch_op.drop_column("beside")
