"""Find the run that read an article first, and count how often actors are named, without reading whole rows."""

from __future__ import annotations

from alembic import op

revision = "20261129_indexes_for_lists"
down_revision = "20261128_copies"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_ingest_articles_article_public_id"), "ingest_articles", ["article_public_id"])
    op.create_index("ix_appearances_actor_id_mentions", "appearances", ["actor_id", "mentions"])
    op.drop_index(op.f("ix_appearances_actor_id"), "appearances")


def downgrade() -> None:
    op.create_index(op.f("ix_appearances_actor_id"), "appearances", ["actor_id"])
    op.drop_index("ix_appearances_actor_id_mentions", "appearances")
    op.drop_index(op.f("ix_ingest_articles_article_public_id"), "ingest_articles")
