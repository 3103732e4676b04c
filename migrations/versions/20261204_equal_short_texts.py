"""Let the next ingest look at short articles again: equal ones are copies now."""

from __future__ import annotations

from alembic import op

revision = "20261204_equal_short_texts"
down_revision = "20261203_articles_of_events"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM bands WHERE key = 0")


def downgrade() -> None:
    """What is filed now does no harm to those who do not look."""
