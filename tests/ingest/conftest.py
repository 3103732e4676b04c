from __future__ import annotations

import pytest

from app.domain.records import Extraction
from app.domain.text import RawArticle
from app.ingest import pipeline
from app.knowledge.load import Knowledge


@pytest.fixture
def failing_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that stumble over an article named ``bad``."""
    extract = pipeline.extract

    def stumble(raw: RawArticle, tables: Knowledge) -> Extraction:
        if raw.name == "bad":
            raise IndexError("a rule's fault")
        return extract(raw, tables)

    monkeypatch.setattr(pipeline, "extract", stumble)
