from __future__ import annotations

from app.domain.records import Draft
from app.knowledge.load import Knowledge


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    return draft
