"""The tables of the index as SQL knows them: statements over many rows go past the objects."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from app.models import (
    IndexArticleRow,
    IndexEntryRow,
    IndexMonthRow,
    IndexPostingRow,
    IndexTermRow,
)
from app.models.base import table_of

ARTICLES: Final[sa.Table] = table_of(IndexArticleRow)
ENTRIES: Final[sa.Table] = table_of(IndexEntryRow)
MONTHS: Final[sa.Table] = table_of(IndexMonthRow)
POSTINGS: Final[sa.Table] = table_of(IndexPostingRow)
TERMS: Final[sa.Table] = table_of(IndexTermRow)
