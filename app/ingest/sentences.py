"""Sentences and quotation marks of the body.

Marks are paired first; a text is then cut at sentence ends that stand outside quotation marks
and brackets.
"""

from __future__ import annotations

import re
from dataclasses import replace

from app.domain.records import Draft
from app.domain.text import Paragraph, Quotation, QuotationRole, Sentence, Span
from app.knowledge.load import Knowledge

_OPEN = {"“": "”", "«": "»", '"': '"', "„": "”", "‟": "”"}
_MARKS = set("“”«»\"„‟")


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    text = draft.document.text
    quotations = tuple(q for p in draft.document.body for q in _quotations(text, p))
    sentences = tuple(s for p in draft.document.body for s in _sentences(text, p, quotations))
    return replace(draft, sentences=sentences, quotations=quotations)


def _quotations(text: str, paragraph: Paragraph) -> list[Quotation]:
    number = paragraph.n or 0
    found: list[Quotation] = []
    start: int | None = None
    for at in range(paragraph.span.start, paragraph.span.end):
        if text[at] not in _MARKS:
            continue
        if start is None:
            start = at
        elif at > start + 1:
            inner = Span.of(text, start + 1, at)
            role = QuotationRole.SPEECH if len(inner.text.split()) >= 4 else QuotationRole.SCARE
            found.append(Quotation(number, Span.of(text, start, at + 1), inner, True, role))
            start = None
    return found


def _sentences(text: str, paragraph: Paragraph, quotations: tuple[Quotation, ...]) -> list[Sentence]:
    start = paragraph.span.start
    out: list[Sentence] = []
    for match in re.finditer(r"(?<=[.؟!…])\s+", paragraph.span.text):
        at = paragraph.span.start + match.start()
        if any(q.outer.start < at < q.outer.end for q in quotations):
            continue
        out.append(Sentence(paragraph.n or 0, len(out) + 1, Span.of(text, start, at)))
        start = paragraph.span.start + match.end()
    if start < paragraph.span.end:
        out.append(Sentence(paragraph.n or 0, len(out) + 1, Span.of(text, start, paragraph.span.end)))
    return out
