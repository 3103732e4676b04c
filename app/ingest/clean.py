"""Raw article to document: finds title, byline, body and headings, and what to set aside and why.

The text never changes and nothing is thrown away: every character that is not blank belongs to
exactly one of title, byline, paragraphs and discarded blocks (a byline at the start of a paragraph
stays part of the paragraph).
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.text import (
    Discarded,
    Document,
    Paragraph,
    ParagraphKind,
    RawArticle,
    Span,
)
from app.ingest.cleaning.blocks import Block, blocks_of
from app.ingest.cleaning.credit_lines import Names
from app.ingest.cleaning.layout import lay_out
from app.ingest.cleaning.metadata import outlet_of, published_of
from app.ingest.cleaning.oneline import split_lines
from app.ingest.cleaning.page import BODY, BYLINE, HEADING, TITLE
from app.knowledge.load import Knowledge
from app.languages.identify import language_of

_PARTS = frozenset({BODY, BYLINE, HEADING, TITLE})


def clean(raw: RawArticle, knowledge: Knowledge) -> Document:
    """Lay out the lines of a text and read what it says of its outlet and its date."""
    names = Names.of(knowledge)
    blocks, certain = split_lines(raw.text, blocks_of(raw.text), raw.meta.title)
    labels = lay_out(blocks, names, raw.meta.title, certain) if blocks else []
    discarded = tuple(
        Discarded(b.span, label) for b, label in zip(blocks, labels, strict=True) if label not in _PARTS
    )
    return Document(
        name=raw.name,
        text=raw.text,
        sha256=raw.sha256,
        language=language_of(raw.text),
        meta=raw.meta,
        title=_only(blocks, labels, TITLE),
        byline=_only(blocks, labels, BYLINE),
        outlet=outlet_of(raw, blocks, labels, names, knowledge),
        published=published_of(raw, blocks, labels, names),
        paragraphs=tuple(_paragraphs(blocks, labels)),
        discarded=discarded,
    )


def _only(blocks: Sequence[Block], labels: Sequence[str], wanted: str) -> Span | None:
    return next((b.span for b, label in zip(blocks, labels, strict=True) if label == wanted), None)


def _paragraphs(blocks: Sequence[Block], labels: Sequence[str]) -> list[Paragraph]:
    found: list[Paragraph] = []
    n = 0
    for block, label in zip(blocks, labels, strict=True):
        if label == BODY:
            n += 1
            found.append(Paragraph(n, block.span))
        elif label == HEADING:
            found.append(Paragraph(None, block.span, ParagraphKind.HEADING))
    return found
