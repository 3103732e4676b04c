"""File the words of articles by paragraph, and keep a list of all words; ``app.index`` fills both."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.models import search

revision = "20261126_words_of_articles"
down_revision = "20261125_words_of_records"
branch_labels = None
depends_on = None

_WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "index_articles",
        sa.Column("key", _WIDE, autoincrement=False, nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_index_articles")),
        sa.UniqueConstraint("article_id", name=op.f("uq_index_articles_article_id")),
    )
    op.create_table(
        "index_vocabulary",
        sa.Column("word", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_index_vocabulary")),
    )
    search.create_words(op.get_bind(), search.PASSAGES)


def downgrade() -> None:
    search.drop_words(op.get_bind(), search.PASSAGES)
    op.drop_table("index_vocabulary")
    op.drop_table("index_articles")
