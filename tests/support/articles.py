"""Articles made up for tests."""

from __future__ import annotations

from app.domain.text import RawArticle
from app.ingest.read import fingerprint


def article(
    name: str, text: str = "وصل الوزير إلى العاصمة يوم الثلاثاء وأجرى محادثات مع نظيره."
) -> RawArticle:
    """An article whose text differs from that of any other name."""
    text = f"{text}\n{name}"
    return RawArticle(name, text, fingerprint(text))
