"""Reading a piece of text as far as its actors, without a file."""

from __future__ import annotations

import hashlib

from app.domain.records import Candidate, Draft
from app.domain.text import Basis, Document, Metadata, Paragraph, Published, Span
from app.ingest import actors, mentions, morphology, sentences
from app.knowledge.load import load_knowledge


def read(text: str, published: str | None = None) -> Draft:
    """Sentences, words, mentions and actors of a text whose lines are its paragraphs."""
    paragraphs: list[Paragraph] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.rstrip("\n")
        if words:
            span = Span(at, at + len(words), words)
            paragraphs.append(Paragraph(len(paragraphs) + 1, span))
        at += len(line)
    digest = hashlib.sha256(text.encode()).hexdigest()
    basis = Basis.SUPPLIED if published else Basis.UNKNOWN
    document = Document(
        "test",
        text,
        digest,
        "ar",
        Metadata(),
        None,
        None,
        None,
        Published(published, basis),
        tuple(paragraphs),
        (),
    )
    draft = Draft(document)
    for stage in (sentences, morphology, mentions, actors):
        draft = stage.run(draft, load_knowledge())
    return draft


def candidates(text: str) -> tuple[Candidate, ...]:
    return read(text).candidates
