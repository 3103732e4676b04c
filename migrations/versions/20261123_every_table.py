"""Build every table."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261123_every_table"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:  # noqa: PLR0915 - one statement a table or index
    op.create_table(
        "actors",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("country", sa.String(length=40), nullable=True),
        sa.Column("lane", sa.String(length=16), nullable=True),
        sa.Column("wikidata", sa.String(length=24), nullable=True),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("affiliation", sa.String(length=160), nullable=True),
        sa.Column("gender", sa.String(length=16), nullable=True),
        sa.Column("number", sa.String(length=16), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actors")),
        sa.UniqueConstraint("slug", name=op.f("uq_actors_slug")),
    )
    with op.batch_alter_table("actors") as batch_op:
        batch_op.create_index(batch_op.f("ix_actors_country"), ["country"], unique=False)
        batch_op.create_index(batch_op.f("ix_actors_kind"), ["kind"], unique=False)

    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=64), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("headline_ar", sa.String(), nullable=False),
        sa.Column("headline_en", sa.String(), nullable=False),
        sa.Column("certainty", sa.String(length=16), nullable=False),
        sa.Column("evidence_kind", sa.String(length=16), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("tellings_count", sa.Integer(), nullable=False),
        sa.Column("origins_count", sa.Integer(), nullable=False),
        sa.Column("edtf", sa.String(length=80), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("date_text", sa.String(), nullable=True),
        sa.Column("date_rule", sa.String(length=120), nullable=True),
        sa.Column("sort_day", sa.Integer(), nullable=True),
        sa.Column("place_slug", sa.String(length=120), nullable=True),
        sa.Column("place_ar", sa.String(), nullable=True),
        sa.Column("place_en", sa.String(), nullable=True),
        sa.Column("place_country", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("public_id", name=op.f("uq_events_public_id")),
    )
    with op.batch_alter_table("events") as batch_op:
        batch_op.create_index("ix_events_earliest_latest", ["earliest", "latest"], unique=False)
        batch_op.create_index("ix_events_sort_day_id", ["sort_day", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_events_status"), ["status"], unique=False)
        batch_op.create_index("ix_events_type_sort_day", ["type", "sort_day"], unique=False)

    op.create_table(
        "ingest_runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started", sa.DateTime(), nullable=False),
        sa.Column("finished", sa.DateTime(), nullable=True),
        sa.Column("rules_version", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ingest_runs")),
    )
    op.create_table(
        "offices",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("country", sa.String(length=40), nullable=True),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offices")),
    )
    op.create_table(
        "aliases",
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("how", sa.String(length=32), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name=op.f("fk_aliases_actor_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("actor_id", "text", "how", name=op.f("pk_aliases")),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=16), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("rules_version", sa.String(length=40), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("given_id", sa.String(), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("title_start", sa.Integer(), nullable=True),
        sa.Column("title_end", sa.Integer(), nullable=True),
        sa.Column("byline", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("published_edtf", sa.String(length=80), nullable=True),
        sa.Column("published_earliest", sa.Date(), nullable=True),
        sa.Column("published_latest", sa.Date(), nullable=True),
        sa.Column("published_basis", sa.String(length=32), nullable=False),
        sa.Column("published_evidence", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["outlet_id"], ["actors.id"], name=op.f("fk_articles_outlet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("key", name=op.f("uq_articles_key")),
        sa.UniqueConstraint("public_id", name=op.f("uq_articles_public_id")),
        sa.UniqueConstraint("sha256", name=op.f("uq_articles_sha256")),
    )
    with op.batch_alter_table("articles") as batch_op:
        batch_op.create_index(batch_op.f("ix_articles_outlet_id"), ["outlet_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_articles_published_earliest"), ["published_earliest"], unique=False
        )

    op.create_table(
        "holders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(length=80), nullable=False),
        sa.Column("person_slug", sa.String(length=160), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("since_edtf", sa.String(length=16), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("until_edtf", sa.String(length=16), nullable=True),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["offices.id"], name=op.f("fk_holders_office_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holders")),
    )
    with op.batch_alter_table("holders") as batch_op:
        batch_op.create_index(batch_op.f("ix_holders_office_id"), ["office_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_holders_person_slug"), ["person_slug"], unique=False)

    op.create_table(
        "ingest_articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("article_public_id", sa.String(length=16), nullable=True),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("result", sa.String(length=16), nullable=False),
        sa.Column("detail", sa.String(), nullable=True),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("redated", sa.Integer(), nullable=False),
        sa.Column("lost", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["ingest_runs.id"], name=op.f("fk_ingest_articles_run_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ingest_articles")),
    )
    with op.batch_alter_table("ingest_articles") as batch_op:
        batch_op.create_index(batch_op.f("ix_ingest_articles_run_id"), ["run_id"], unique=False)

    op.create_table(
        "participants",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sort_day", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_participants_actor_id")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_participants_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "actor_id", name=op.f("pk_participants")),
    )
    with op.batch_alter_table("participants") as batch_op:
        batch_op.create_index(
            "ix_participants_actor_id_sort_day", ["actor_id", "sort_day", "event_id"], unique=False
        )

    op.create_table(
        "appearances",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("country", sa.String(length=40), nullable=True),
        sa.Column("wikidata", sa.String(length=24), nullable=True),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("affiliation", sa.String(length=160), nullable=True),
        sa.Column("gender", sa.String(length=16), nullable=True),
        sa.Column("number", sa.String(length=16), nullable=True),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name=op.f("fk_appearances_actor_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_appearances_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "actor_id", name=op.f("pk_appearances")),
    )
    with op.batch_alter_table("appearances") as batch_op:
        batch_op.create_index(batch_op.f("ix_appearances_actor_id"), ["actor_id"], unique=False)

    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ingest_article_id", sa.Integer(), nullable=False),
        sa.Column("change", sa.String(length=16), nullable=False),
        sa.Column("record", sa.String(length=16), nullable=False),
        sa.Column("public_id", sa.String(length=64), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ingest_article_id"],
            ["ingest_articles.id"],
            name=op.f("fk_changes_ingest_article_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
    )
    with op.batch_alter_table("changes") as batch_op:
        batch_op.create_index(batch_op.f("ix_changes_ingest_article_id"), ["ingest_article_id"], unique=False)

    op.create_table(
        "date_mentions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("edtf", sa.String(length=80), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("rule", sa.String(length=120), nullable=False),
        sa.Column("anchor", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_date_mentions_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_date_mentions")),
    )
    with op.batch_alter_table("date_mentions") as batch_op:
        batch_op.create_index(batch_op.f("ix_date_mentions_article_id"), ["article_id"], unique=False)

    op.create_table(
        "discarded",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_discarded_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discarded")),
    )
    with op.batch_alter_table("discarded") as batch_op:
        batch_op.create_index(batch_op.f("ix_discarded_article_id"), ["article_id"], unique=False)

    op.create_table(
        "mentions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("how", sa.String(length=32), nullable=False),
        sa.Column("office", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name=op.f("fk_mentions_actor_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_mentions_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentions")),
    )
    with op.batch_alter_table("mentions") as batch_op:
        batch_op.create_index(batch_op.f("ix_mentions_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mentions_article_id"), ["article_id"], unique=False)

    op.create_table(
        "paragraphs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_paragraphs_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraphs")),
    )
    with op.batch_alter_table("paragraphs") as batch_op:
        batch_op.create_index(batch_op.f("ix_paragraphs_article_id"), ["article_id"], unique=False)

    op.create_table(
        "sentences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_sentences_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentences")),
    )
    with op.batch_alter_table("sentences") as batch_op:
        batch_op.create_index(batch_op.f("ix_sentences_article_id"), ["article_id"], unique=False)

    op.create_table(
        "statements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=64), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("speaker_named", sa.Boolean(), nullable=False),
        sa.Column("inferred_by", sa.String(length=120), nullable=True),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("lemma", sa.String(length=80), nullable=False),
        sa.Column("quote", sa.String(length=32), nullable=False),
        sa.Column("modality", sa.String(length=32), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("evidence_kind", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=120), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.Column("edtf", sa.String(length=80), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("date_text", sa.String(), nullable=True),
        sa.Column("date_rule", sa.String(length=120), nullable=True),
        sa.Column("sort_day", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_statements_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["speaker_id"], ["actors.id"], name=op.f("fk_statements_speaker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
        sa.UniqueConstraint("public_id", name=op.f("uq_statements_public_id")),
    )
    with op.batch_alter_table("statements") as batch_op:
        batch_op.create_index(batch_op.f("ix_statements_article_id"), ["article_id"], unique=False)
        batch_op.create_index("ix_statements_sort_day_id", ["sort_day", "id"], unique=False)
        batch_op.create_index("ix_statements_speaker_id_sort_day", ["speaker_id", "sort_day"], unique=False)

    op.create_table(
        "tellings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=64), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("headline_ar", sa.String(), nullable=False),
        sa.Column("headline_en", sa.String(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("claimed_by_id", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=160), nullable=False),
        sa.Column("evidence_kind", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=120), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.Column("edtf", sa.String(length=80), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("date_text", sa.String(), nullable=True),
        sa.Column("date_rule", sa.String(length=120), nullable=True),
        sa.Column("sort_day", sa.Integer(), nullable=True),
        sa.Column("place_slug", sa.String(length=120), nullable=True),
        sa.Column("place_ar", sa.String(), nullable=True),
        sa.Column("place_en", sa.String(), nullable=True),
        sa.Column("place_country", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_tellings_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["claimed_by_id"], ["statements.id"], name=op.f("fk_tellings_claimed_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_tellings_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tellings")),
        sa.UniqueConstraint("public_id", name=op.f("uq_tellings_public_id")),
    )
    with op.batch_alter_table("tellings") as batch_op:
        batch_op.create_index(batch_op.f("ix_tellings_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tellings_claimed_by_id"), ["claimed_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tellings_event_id"), ["event_id"], unique=False)

    op.create_table(
        "block_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("telling_id", sa.Integer(), nullable=True),
        sa.Column("statement_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(statement_id IS NULL) <> (telling_id IS NULL)", name=op.f("ck_block_keys_one_record")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_block_keys_statement_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["telling_id"], ["tellings.id"], name=op.f("fk_block_keys_telling_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block_keys")),
    )
    with op.batch_alter_table("block_keys") as batch_op:
        batch_op.create_index("ix_block_keys_key_day", ["key", "day"], unique=False)
        batch_op.create_index(batch_op.f("ix_block_keys_statement_id"), ["statement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_block_keys_telling_id"), ["telling_id"], unique=False)

    op.create_table(
        "chain_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=True),
        sa.Column("telling_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("cue_text", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(statement_id IS NULL) <> (telling_id IS NULL)", name=op.f("ck_chain_links_one_record")
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_chain_links_actor_id")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_chain_links_statement_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["telling_id"], ["tellings.id"], name=op.f("fk_chain_links_telling_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain_links")),
    )
    with op.batch_alter_table("chain_links") as batch_op:
        batch_op.create_index(batch_op.f("ix_chain_links_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_chain_links_statement_id"), ["statement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_chain_links_telling_id"), ["telling_id"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=True),
        sa.Column("telling_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(statement_id IS NULL) <> (telling_id IS NULL)", name=op.f("ck_evidence_one_record")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_evidence_statement_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["telling_id"], ["tellings.id"], name=op.f("fk_evidence_telling_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_statement_id"), ["statement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_telling_id"), ["telling_id"], unique=False)

    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("from_telling_id", sa.Integer(), nullable=True),
        sa.Column("from_statement_id", sa.Integer(), nullable=True),
        sa.Column("to_telling_id", sa.Integer(), nullable=True),
        sa.Column("to_statement_id", sa.Integer(), nullable=True),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(from_telling_id IS NULL) <> (from_statement_id IS NULL)", name=op.f("ck_links_one_from")
        ),
        sa.CheckConstraint(
            "(to_telling_id IS NULL) <> (to_statement_id IS NULL)", name=op.f("ck_links_one_to")
        ),
        sa.ForeignKeyConstraint(
            ["from_statement_id"],
            ["statements.id"],
            name=op.f("fk_links_from_statement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["from_telling_id"], ["tellings.id"], name=op.f("fk_links_from_telling_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["to_statement_id"], ["statements.id"], name=op.f("fk_links_to_statement_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["to_telling_id"], ["tellings.id"], name=op.f("fk_links_to_telling_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
    )
    with op.batch_alter_table("links") as batch_op:
        batch_op.create_index(batch_op.f("ix_links_from_statement_id"), ["from_statement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_links_from_telling_id"), ["from_telling_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_links_to_statement_id"), ["to_statement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_links_to_telling_id"), ["to_telling_id"], unique=False)

    op.create_table(
        "telling_participants",
        sa.Column("telling_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_telling_participants_actor_id")),
        sa.ForeignKeyConstraint(
            ["telling_id"],
            ["tellings.id"],
            name=op.f("fk_telling_participants_telling_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("telling_id", "actor_id", "role", name=op.f("pk_telling_participants")),
    )
    with op.batch_alter_table("telling_participants") as batch_op:
        batch_op.create_index(batch_op.f("ix_telling_participants_actor_id"), ["actor_id"], unique=False)


def downgrade() -> None:  # noqa: PLR0915 - the same backwards
    with op.batch_alter_table("telling_participants") as batch_op:
        batch_op.drop_index(batch_op.f("ix_telling_participants_actor_id"))

    op.drop_table("telling_participants")
    with op.batch_alter_table("links") as batch_op:
        batch_op.drop_index(batch_op.f("ix_links_to_telling_id"))
        batch_op.drop_index(batch_op.f("ix_links_to_statement_id"))
        batch_op.drop_index(batch_op.f("ix_links_from_telling_id"))
        batch_op.drop_index(batch_op.f("ix_links_from_statement_id"))

    op.drop_table("links")
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_telling_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_statement_id"))

    op.drop_table("evidence")
    with op.batch_alter_table("chain_links") as batch_op:
        batch_op.drop_index(batch_op.f("ix_chain_links_telling_id"))
        batch_op.drop_index(batch_op.f("ix_chain_links_statement_id"))
        batch_op.drop_index(batch_op.f("ix_chain_links_actor_id"))

    op.drop_table("chain_links")
    with op.batch_alter_table("block_keys") as batch_op:
        batch_op.drop_index(batch_op.f("ix_block_keys_telling_id"))
        batch_op.drop_index(batch_op.f("ix_block_keys_statement_id"))
        batch_op.drop_index("ix_block_keys_key_day")

    op.drop_table("block_keys")
    with op.batch_alter_table("tellings") as batch_op:
        batch_op.drop_index(batch_op.f("ix_tellings_event_id"))
        batch_op.drop_index(batch_op.f("ix_tellings_claimed_by_id"))
        batch_op.drop_index(batch_op.f("ix_tellings_article_id"))

    op.drop_table("tellings")
    with op.batch_alter_table("statements") as batch_op:
        batch_op.drop_index("ix_statements_speaker_id_sort_day")
        batch_op.drop_index("ix_statements_sort_day_id")
        batch_op.drop_index(batch_op.f("ix_statements_article_id"))

    op.drop_table("statements")
    with op.batch_alter_table("sentences") as batch_op:
        batch_op.drop_index(batch_op.f("ix_sentences_article_id"))

    op.drop_table("sentences")
    with op.batch_alter_table("paragraphs") as batch_op:
        batch_op.drop_index(batch_op.f("ix_paragraphs_article_id"))

    op.drop_table("paragraphs")
    with op.batch_alter_table("mentions") as batch_op:
        batch_op.drop_index(batch_op.f("ix_mentions_article_id"))
        batch_op.drop_index(batch_op.f("ix_mentions_actor_id"))

    op.drop_table("mentions")
    with op.batch_alter_table("discarded") as batch_op:
        batch_op.drop_index(batch_op.f("ix_discarded_article_id"))

    op.drop_table("discarded")
    with op.batch_alter_table("date_mentions") as batch_op:
        batch_op.drop_index(batch_op.f("ix_date_mentions_article_id"))

    op.drop_table("date_mentions")
    with op.batch_alter_table("changes") as batch_op:
        batch_op.drop_index(batch_op.f("ix_changes_ingest_article_id"))

    op.drop_table("changes")
    with op.batch_alter_table("appearances") as batch_op:
        batch_op.drop_index(batch_op.f("ix_appearances_actor_id"))

    op.drop_table("appearances")
    with op.batch_alter_table("participants") as batch_op:
        batch_op.drop_index("ix_participants_actor_id_sort_day")

    op.drop_table("participants")
    with op.batch_alter_table("ingest_articles") as batch_op:
        batch_op.drop_index(batch_op.f("ix_ingest_articles_run_id"))

    op.drop_table("ingest_articles")
    with op.batch_alter_table("holders") as batch_op:
        batch_op.drop_index(batch_op.f("ix_holders_person_slug"))
        batch_op.drop_index(batch_op.f("ix_holders_office_id"))

    op.drop_table("holders")
    with op.batch_alter_table("articles") as batch_op:
        batch_op.drop_index(batch_op.f("ix_articles_published_earliest"))
        batch_op.drop_index(batch_op.f("ix_articles_outlet_id"))

    op.drop_table("articles")
    op.drop_table("aliases")
    op.drop_table("offices")
    op.drop_table("ingest_runs")
    with op.batch_alter_table("events") as batch_op:
        batch_op.drop_index("ix_events_type_sort_day")
        batch_op.drop_index(batch_op.f("ix_events_status"))
        batch_op.drop_index("ix_events_sort_day_id")
        batch_op.drop_index("ix_events_earliest_latest")

    op.drop_table("events")
    with op.batch_alter_table("actors") as batch_op:
        batch_op.drop_index(batch_op.f("ix_actors_kind"))
        batch_op.drop_index(batch_op.f("ix_actors_country"))

    op.drop_table("actors")
