"""Statements for tests, with only what a test cares about."""

from __future__ import annotations

from typing import Any

from app.pages.statements.records import Statement
from app.web.named import Named

SPEAKER = Named("a-speaker", "متحدث", "A speaker", "ru")


def said(text: str = "قال إنه «سيعود» غدا", start: int = 100, **changes: Any) -> Statement:
    fields: dict[str, Any] = {
        "id": "s1", "speaker": SPEAKER, "speaker_named": True, "verb": "قال", "lemma": "قال",
        "quote": "mixed", "modality": "asserted", "content": "سيعود", "edtf": None, "earliest": None,
        "latest": None, "date_text": None, "article": "a", "title": None, "language": "ar",
        "outlet": None, "published": None, "paragraph": 1, "sentence": 1, "start": start, "text": text,
        "marks": (), "chain": (), "events": (),
    }  # fmt: skip
    return Statement(**(fields | changes))
