"""A title of office as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.records import Actor
from app.ingest.mentions_trie import Form
from app.languages.ar.offices import RankForm


@dataclass(frozen=True, slots=True)
class Title:
    """A title at tokens ``[start, stop)``.

    ``offices`` are ids of the table (one for each holder meant), empty when the table has none;
    ``portfolio`` (of two ministers also ``second``), ``country`` (ISO) and ``body`` say what the title is
    of. ``bare`` is a rank alone.
    """

    start: int
    stop: int
    form: Form
    rank: RankForm
    offices: tuple[str, ...] = ()
    portfolio: str | None = None
    second: str | None = None
    country: str | None = None
    body: Actor | None = None
    nested: Title | None = None
    place: str | None = None
    definite: bool = False
    former: bool = False

    @property
    def bare(self) -> bool:
        return not (self.offices or self.portfolio or self.country or self.body or self.nested)
