from __future__ import annotations

from app.domain.records import Draft
from app.knowledge.load import Knowledge


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Infer the publication date where none is supplied or stated (dates are read again from it)."""
    return draft
