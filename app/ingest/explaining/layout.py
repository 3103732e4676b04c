"""The article block by block, in its own order, with the findings of each block numbered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.records import Extraction
from app.domain.text import Document, Span
from app.ingest.explaining.findings import Finding, findings
from app.ingest.pipeline import unread


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text and what it was taken for; ``n`` is the number of a body paragraph."""

    kind: str
    span: Span
    n: int | None = None
    found: tuple[tuple[int, Finding], ...] = ()

    @property
    def discarded(self) -> bool:
        return self.n is None and self.kind not in ("title", "byline", "heading")


def blocks(extraction: Extraction) -> list[Block]:
    """Every block of the text, in order; findings count from 1 through the article."""
    by_paragraph: dict[int, list[tuple[int, Finding]]] = {}
    for number, finding in enumerate(findings(extraction), 1):
        by_paragraph.setdefault(finding.paragraph, []).append((number, finding))
    found = list(_blocks(extraction.document, by_paragraph))
    return sorted(found, key=lambda b: b.span.start)


def _blocks(document: Document, found: dict[int, list[tuple[int, Finding]]]) -> Iterator[Block]:
    if document.title:
        yield Block("title", document.title)
    if document.byline and not any(p.span.overlaps(document.byline) for p in document.paragraphs):
        yield Block("byline", document.byline)
    for p in document.paragraphs:
        yield Block(p.kind.value, p.span, p.n, tuple(found.get(p.n or 0, ())))
    for d in document.discarded:
        yield Block(d.reason, d.span)


def facts(extraction: Extraction) -> list[tuple[str, str]]:
    """What is known of the article as a whole, and how."""
    document = extraction.document
    published = document.published
    day = f"{published.edtf or 'unknown'} ({published.basis.value})"
    rows = [
        (
            "outlet",
            f"{document.outlet.name_en} · {document.outlet.name_ar}" if document.outlet else "unknown",
        ),
        ("published", f"{day}\n{published.evidence}" if published.evidence else day),
        ("language", document.language),
        ("found", _counts(extraction)),
        ("SHA-256", document.sha256),
    ]
    why = unread(document)
    return [*rows, ("note", why)] if why else rows


def _counts(extraction: Extraction) -> str:
    return (
        f"{len(extraction.dates)} dates, {len(extraction.actors)} actors, "
        f"{len(extraction.statements)} statements, {len(extraction.events)} events"
    )
