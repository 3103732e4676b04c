"""Build the tables of the record index; ``app.index`` fills them, for it alone knows the rules."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261124_record_index"
down_revision = "20261123_every_table"
branch_labels = None
depends_on = None

_WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    state = op.create_table(
        "index_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("generation", _WIDE, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_index_state")),
    )
    op.bulk_insert(state, [{"id": 1, "version": "", "epoch": 0, "generation": 0}])
    op.create_table(
        "index_terms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("facet", sa.String(length=16), nullable=False),
        sa.Column("value", sa.String(length=160), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_index_terms")),
        sa.UniqueConstraint("value", "facet", name=op.f("uq_index_terms_value_facet")),
    )
    op.create_index("ix_index_terms_facet_records", "index_terms", ["facet", "records", "value"])
    op.create_table(
        "index_postings",
        sa.Column("id", _WIDE, autoincrement=False, nullable=False),
        sa.Column("keyset", sa.LargeBinary(), nullable=False),
        sa.Column("generation", _WIDE, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_index_postings")),
    )
    op.create_index(op.f("ix_index_postings_generation"), "index_postings", ["generation"])
    op.create_table(
        "index_entries",
        sa.Column("key", _WIDE, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("statement_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("last", sa.Integer(), nullable=True),
        sa.Column("reach", sa.Integer(), nullable=False),
        sa.Column("published", sa.Integer(), nullable=False),
        sa.Column("terms", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_index_entries")),
        sa.UniqueConstraint("event_id", name=op.f("uq_index_entries_event_id")),
        sa.UniqueConstraint("statement_id", name=op.f("uq_index_entries_statement_id")),
    )
    op.create_index("ix_index_entries_reach_day", "index_entries", ["reach", "day", "first", "last"])


def downgrade() -> None:
    for table in ("index_entries", "index_postings", "index_terms", "index_state"):
        op.drop_table(table)
