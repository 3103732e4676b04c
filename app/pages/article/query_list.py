"""The parameters of the list of articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from app.web.columns import both_ways
from app.web.filters import Parameter, canonical, choice, cursor, read

#: What the list may be in order of; turned round with a minus sign.
COLUMNS: Final = ("published", "title", "outlet", "events", "statements", "actors")
#: Of these the greatest, or the latest, come first when they are chosen.
FALLING: Final = ("published", "events", "statements", "actors")
USUAL: Final = "-published"
PARAMETERS: Final[tuple[Parameter, ...]] = (
    choice("sort", both_ways(COLUMNS), default=USUAL),
    choice("view", ("cards", "table"), default="cards"),
    cursor("after"),
)


@dataclass(frozen=True, slots=True)
class ArticlesQuery:
    """``after`` is the id of the last article of the page before; ``view`` changes its looks only."""

    sort: str = USUAL
    view: str = "cards"
    after: str | None = None

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]]) -> ArticlesQuery:
        """Read the pairs of an address; raises QueryError for what it does not understand."""
        return cls(**{name: values[0] for name, values in read(PARAMETERS, given).items()})

    def with_(self, **changes: Any) -> ArticlesQuery:
        """Another view; anything but paging begins the list anew."""
        changes.setdefault("after", None)
        return replace(self, **changes)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Name and value in canonical order."""
        return canonical(PARAMETERS, {p.name: (getattr(self, p.name) or "",) for p in PARAMETERS})


def parse_whole(given: Iterable[tuple[str, str]]) -> ArticlesQuery:
    """What is asked of a file, which has no pages; raises QueryError for a cursor too."""
    known = tuple(parameter for parameter in PARAMETERS if parameter.name != "after")
    return ArticlesQuery(**{name: values[0] for name, values in read(known, given).items()})
