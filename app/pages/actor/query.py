"""The parameters of the list of actors; the page of one actor has none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from app.domain.records import ActorKind
from app.web.columns import both_ways
from app.web.filters import Parameter, canonical, choice, cursor, read, slug, words

#: What the list may be in order of; turned round with a minus sign.
COLUMNS: Final = ("name", "kind", "country", "events", "statements", "articles", "named", "first", "last")
#: Of these the greatest, or the latest, come first when they are chosen.
FALLING: Final = ("events", "statements", "articles", "named", "last")
SORTS: Final = both_ways(COLUMNS)
USUAL: Final = "-named"

PARAMETERS: Final[tuple[Parameter, ...]] = (
    words("q"),
    choice("kind", ActorKind),
    slug("country"),
    choice("sort", SORTS, default=USUAL),
    choice("view", ("cards", "table"), default="table"),
    cursor("after"),
)


@dataclass(frozen=True, slots=True)
class ActorsQuery:
    """``country`` is the slug of a state; ``after`` the slug of the last actor of the page before.

    ``sort`` and ``view`` change what the page looks like, not who is on it.
    """

    q: str | None = None
    kind: str | None = None
    country: str | None = None
    sort: str = USUAL
    view: str = "table"
    after: str | None = None

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]]) -> ActorsQuery:
        """Read the pairs of an address; raises QueryError for what it does not understand."""
        return cls(**{name: values[0] for name, values in read(PARAMETERS, given).items()})

    def with_(self, **changes: Any) -> ActorsQuery:
        """Another view; anything but paging begins the list anew."""
        changes.setdefault("after", None)
        return replace(self, **changes)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Name and value in canonical order."""
        values = {p.name: (getattr(self, p.name) or "",) for p in PARAMETERS}
        return canonical(PARAMETERS, values)

    @property
    def is_filtered(self) -> bool:
        return bool(self.q or self.kind or self.country)


def parse_whole(given: Iterable[tuple[str, str]]) -> ActorsQuery:
    """The filters of a file, which has no pages; raises QueryError for a cursor too."""
    known = tuple(parameter for parameter in PARAMETERS if parameter.name != "after")
    return ActorsQuery(**{name: values[0] for name, values in read(known, given).items()})


def parse_none(given: Iterable[tuple[str, str]]) -> None:
    """Raises QueryError for any parameter."""
    read((), given)
