"""Know from an index alone in which articles an event is told."""

from __future__ import annotations

from alembic import op

revision = "20261203_articles_of_events"
down_revision = "20261202_lost_beside"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_tellings_event_id_article_id", "tellings", ["event_id", "article_id"])
    op.drop_index(op.f("ix_tellings_event_id"), "tellings")


def downgrade() -> None:
    op.create_index(op.f("ix_tellings_event_id"), "tellings", ["event_id"])
    op.drop_index("ix_tellings_event_id_article_id", "tellings")
