"""Bylines and datelines written at the head of a body paragraph."""

from __future__ import annotations

from app.domain.text import Document, Paragraph
from app.knowledge.load import Knowledge


def head_end(document: Document, paragraph: Paragraph, knowledge: Knowledge) -> int:
    """Where the running text of a paragraph starts: after its dateline or byline, if it has one."""
    return paragraph.span.start
