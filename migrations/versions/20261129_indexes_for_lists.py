"""Find first readings of articles, how often actors are named and what statements tell by indexes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261129_indexes_for_lists"
down_revision = "20261128_copies"
branch_labels = None
depends_on = None

_CLAIMED = sa.text("claimed_by_id IS NOT NULL")


def upgrade() -> None:
    op.create_index(op.f("ix_ingest_articles_article_public_id"), "ingest_articles", ["article_public_id"])
    op.create_index("ix_appearances_actor_id_mentions", "appearances", ["actor_id", "mentions"])
    op.drop_index(op.f("ix_appearances_actor_id"), "appearances")
    op.drop_index(op.f("ix_tellings_claimed_by_id"), "tellings")
    op.create_index(
        op.f("ix_tellings_claimed_by_id"),
        "tellings",
        ["claimed_by_id"],
        sqlite_where=_CLAIMED,
        postgresql_where=_CLAIMED,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_tellings_claimed_by_id"), "tellings")
    op.create_index(op.f("ix_tellings_claimed_by_id"), "tellings", ["claimed_by_id"])
    op.create_index(op.f("ix_appearances_actor_id"), "appearances", ["actor_id"])
    op.drop_index("ix_appearances_actor_id_mentions", "appearances")
    op.drop_index(op.f("ix_ingest_articles_article_public_id"), "ingest_articles")
