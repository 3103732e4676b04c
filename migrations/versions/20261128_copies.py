"""Keep which articles have the same text, and by what they are looked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261128_copies"
down_revision = "20261127_changes_by_field"
branch_labels = None
depends_on = None

_WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "bands",
        sa.Column("key", _WIDE, autoincrement=False, nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_bands_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "article_id", name=op.f("pk_bands")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_bands_article_id"), "bands", ["article_id"])
    op.create_table(
        "copies",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("copy_id", sa.Integer(), nullable=False),
        sa.Column("shared", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_copies_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["copy_id"], ["articles.id"], name=op.f("fk_copies_copy_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "copy_id", name=op.f("pk_copies")),
    )
    op.create_index(op.f("ix_copies_copy_id"), "copies", ["copy_id"])


def downgrade() -> None:
    op.drop_table("copies")
    op.drop_table("bands")
