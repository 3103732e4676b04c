"""Bylines and datelines written at the head of a body paragraph."""

from __future__ import annotations

import re

from app.domain.text import Document, Paragraph
from app.ingest.cleaning.credit_lines import Names, head_pieces, is_given_name
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold, fold_text
from app.languages.ar.prose import is_verb

_BYLINE = re.compile(r"(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){1,3})\s?:\s*(?P<next>[^\W\d_]+)")
_BODY_WITH_BYLINE = 3


def head_end(document: Document, paragraph: Paragraph, knowledge: Knowledge) -> int:
    """Where the running text of a paragraph starts: after its dateline or byline, if it has one."""
    text = paragraph.span.text
    names = Names.of(knowledge)
    pieces = head_pieces(text, names)
    if pieces and (paragraph.n == 1 or any(p.medium for p in pieces)):
        gap = re.match(r"[\s\-–—ـ−/|:)\]»”*]*", text[pieces[-1].end :])
        return paragraph.span.start + pieces[-1].end + (gap.end() if gap else 0)
    byline = _byline(document, paragraph, names)
    return paragraph.span.start + (byline.start("next") if byline else 0)


def _byline(document: Document, paragraph: Paragraph, names: Names) -> re.Match[str] | None:
    """«فلان الفلاني: نقلت …»: an unknown person's name that the article never speaks of again."""
    found = _BYLINE.match(paragraph.span.text)
    if not found or (paragraph.n or 0) > _BODY_WITH_BYLINE or not is_verb(found["next"]):
        return None
    words = fold(found["name"]).split()
    if not is_given_name(words[0]) or names.is_person(found["name"]):
        return None
    rest = fold_text(
        document.text[: paragraph.span.start] + document.text[paragraph.span.start + found.end() :]
    )
    spoken_of = re.search(rf"(?<!\w){re.escape(words[-1])}(?!\w)", rest)
    return None if spoken_of else found
