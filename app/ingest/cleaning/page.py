"""A page as its blocks with the labels decided so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.ingest.cleaning.blocks import Block, Ending, uses_full_stops
from app.ingest.cleaning.credit_lines import Names

TITLE, BODY, HEADING, BYLINE = "title", "body", "heading", "byline"


@dataclass(slots=True)
class Page:
    """Blocks with their labels so far (None: not yet decided)."""

    blocks: Sequence[Block]
    names: Names
    hint: str | None = None
    labels: list[str | None] = field(init=False)
    running: list[bool] = field(init=False)
    stops: bool = field(init=False)

    def __post_init__(self) -> None:
        self.stops = uses_full_stops(list(self.blocks))
        self.labels = [None] * len(self.blocks)
        self.running = [b.is_body(stops=self.stops) for b in self.blocks]

    def is_open(self, i: int) -> bool:
        return self.labels[i] is None

    def put(self, label: str, *indices: int) -> None:
        for i in indices:
            self.labels[i] = label

    def is_sure(self, i: int) -> bool:
        """Running text that also ends as this page's paragraphs do."""
        return self.running[i] and (not self.stops or self.blocks[i].ending in (Ending.FULL, Ending.OPEN))

    def body(self) -> list[int]:
        """Indices of running text that no rule has taken."""
        return [i for i, runs in enumerate(self.running) if runs and self.is_open(i)]


def shared_words(page: Page, some: Sequence[int], others: Sequence[int]) -> float:
    """How much of the content words of some blocks stands in others."""
    words = _content(page, some)
    return len(words & _content(page, others)) / len(words) if words else 0.0


def _content(page: Page, indices: Sequence[int]) -> set[str]:
    words = (w for i in indices for w in re.findall(r"\w{4,}", page.blocks[i].key))
    return {re.sub(r"^(?:[وفبل]?ال|لل)", "", w)[:5] for w in words}
