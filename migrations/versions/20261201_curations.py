"""Keep what people set right, and where."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261201_curations"
down_revision = "20261130_input_prints"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "curations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("record", sa.String(length=16), nullable=False),
        sa.Column("public_id", sa.String(length=160), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("note_ar", sa.String(), nullable=True),
        sa.Column("note_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_curations_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_curations")),
    )
    for column in ("article_id", "entry", "public_id"):
        op.create_index(op.f(f"ix_curations_{column}"), "curations", [column])


def downgrade() -> None:
    op.drop_table("curations")
