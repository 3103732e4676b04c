"""Mentions: every stretch of words that may stand for an actor, with what it may mean.

Each sentence is searched for titles with or without a name, names of the tables, unnamed sources,
bodies, definite descriptions and names of unknown persons; then for the surnames of persons found
anywhere in the article. Which of them count, and whom the ambiguous ones mean, is left to the next stage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby

from app.domain.records import Candidate, Draft
from app.domain.text import Token
from app.ingest.naming.page import Page
from app.ingest.naming.scan import Scanner
from app.ingest.naming.surnames import surnames
from app.knowledge.load import Knowledge


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Fill ``draft.candidates``, in order of the text."""
    page = Page(draft.document, draft.tokens, knowledge)
    scanner = Scanner(page)
    found = [c for start, stop in _sentences(draft.tokens) for c in scanner.scan(start, stop)]
    heads = {paragraph.span.start for paragraph in draft.document.body}
    found = [c for c in found if not _is_byline(c, draft, heads)]
    found += surnames(page, found)
    return replace(draft, candidates=tuple(sorted(found, key=_order)))


def _order(candidate: Candidate) -> tuple[int, int]:
    return candidate.span.start, candidate.span.end


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Token ranges of the sentences."""
    start = 0
    for _, group in groupby(tokens, key=lambda t: (t.paragraph, t.sentence)):
        length = sum(1 for _ in group)
        yield start, start + length
        start += length


def _is_byline(candidate: Candidate, draft: Draft, heads: Set[int]) -> bool:
    """«فلان الفلاني: …» at the head of a paragraph is its author."""
    byline = draft.document.byline
    if byline and byline.overlaps(candidate.span):
        return True
    after = draft.tokens[candidate.stop : candidate.stop + 1]
    return candidate.span.start in heads and bool(after) and after[0].fold == ":"
