"""Runs migrations on the connection that ``app.db.migrate`` hands over."""

from __future__ import annotations

from alembic import context

from app.models import Base
from app.models.search import is_ours

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    include_name=is_ours,
)

with context.begin_transaction():
    context.run_migrations()
