"""The parameters of the article page: which record to highlight, and whether to show findings at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from app.web.filters import Parameter, canonical, choice, read, slug

PARAMETERS: Final[tuple[Parameter, ...]] = (slug("hl"), choice("marks", ("all", "none"), default="all"))


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """``hl`` is the id of an event, a telling or a statement, the slug of an actor, or a stretch of the text
    (``120-134``); ``marks`` is all or none."""

    hl: str | None = None
    marks: str = "all"

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]]) -> ArticleQuery:
        """Read the pairs of an address; raises QueryError for what it does not understand."""
        return cls(**{name: values[0] for name, values in read(PARAMETERS, given).items()})

    def with_(self, **changes: Any) -> ArticleQuery:
        return replace(self, **changes)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Name and value in canonical order, defaults left out."""
        return canonical(PARAMETERS, {"hl": (self.hl or "",), "marks": (self.marks,)})
