"""What the reader asks of the list of actors; the page of one actor takes no parameters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from app.domain.records import ActorKind
from app.web.filters import Parameter, canonical, choice, cursor, read, slug, words

PARAMETERS: Final[tuple[Parameter, ...]] = (
    words("q"),
    choice("kind", ActorKind),
    slug("country"),
    cursor("after"),
)


@dataclass(frozen=True, slots=True)
class ActorsQuery:
    """``country`` is the slug of a state; ``after`` the slug of the last actor of the page before."""

    q: str | None = None
    kind: str | None = None
    country: str | None = None
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
