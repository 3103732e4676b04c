"""Mentions: every stretch of words that may stand for an actor, with what it may mean.

Sentence by sentence, longest first: a title with or without a name, a name of the tables, the name
of an unknown person or body, an unnamed source, a definite description. Which of them count, and
whom the open ones mean, is for the next stage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from app.domain.records import Candidate, Draft
from app.domain.text import Token
from app.ingest.mentions_scan import Scanner
from app.knowledge.load import Knowledge


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Fill ``draft.candidates``, in order of the text."""
    scanner = Scanner(draft.document, draft.tokens, knowledge)
    found = (c for start, stop in _sentences(draft.tokens) for c in scanner.scan(start, stop))
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
