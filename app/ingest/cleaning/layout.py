"""What each block of a page is: one rule per step, each labelling what has no label yet.

Labels are ``title``, ``body``, ``heading``, ``byline``, or the reason a block is set aside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.ingest.cleaning.article import body, rest, title
from app.ingest.cleaning.blocks import Block
from app.ingest.cleaning.credit_lines import Names
from app.ingest.cleaning.decks import (
    captions,
    copies_before_a_dateline,
    copies_run_on,
    decks_apart,
    posts,
    summaries,
)
from app.ingest.cleaning.furniture import credit_lines, cues, edges, repetitions, sections, teasers
from app.ingest.cleaning.page import Page

STEPS: tuple[Callable[[Page], None], ...] = (
    posts,
    cues,
    sections,
    credit_lines,
    repetitions,
    title,
    captions,
    copies_run_on,
    copies_before_a_dateline,
    summaries,
    decks_apart,
    edges,
    teasers,
    body,
    rest,
)


def lay_out(
    blocks: Sequence[Block], names: Names, hint: str | None = None, certain: Mapping[int, str] | None = None
) -> list[str]:
    """A label for each block, ``certain`` ones given; there is a body wherever there is text at all."""
    page = Page(blocks, names, hint)
    for i, label in (certain or {}).items():
        page.put(label, i)
    for step in STEPS:
        step(page)
    return [label or "furniture" for label in page.labels]
