"""A title of office, parsed."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.records import Actor
from app.ingest.naming.trie import Form
from app.languages.ar.offices import RankForm

#: Whose ministry is a part of the title.
_OF_MINISTRIES = frozenset({"minister", "deputy", "undersecretary", "assistant"})


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

    @property
    def heads_ministry(self) -> bool:
        """True of a minister and of whoever serves under one, not of a ministry's spokesperson."""
        inner = self
        while inner.nested:
            inner = inner.nested
        speaks = any("spokesperson" in office for office in self.offices)
        return bool(inner.portfolio) or (inner.rank.rank.id in _OF_MINISTRIES and not speaks)
