"""The tables of the index as SQL knows them: statements over many rows go past the objects."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from app.models import (
    Base,
    IndexArticleRow,
    IndexEntryRow,
    IndexMonthRow,
    IndexPostingRow,
    IndexTermRow,
)

ARTICLES: Final[sa.Table] = Base.metadata.tables[IndexArticleRow.__tablename__]
ENTRIES: Final[sa.Table] = Base.metadata.tables[IndexEntryRow.__tablename__]
MONTHS: Final[sa.Table] = Base.metadata.tables[IndexMonthRow.__tablename__]
POSTINGS: Final[sa.Table] = Base.metadata.tables[IndexPostingRow.__tablename__]
TERMS: Final[sa.Table] = Base.metadata.tables[IndexTermRow.__tablename__]
