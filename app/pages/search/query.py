"""What the reader asks of the search page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from app.domain import edtf
from app.domain.records import EventType
from app.errors import BackwardsError, TooManyError
from app.web.filters import Parameter, canonical, choice, cursor, day, number, read, slug, typed, words

#: What can be found, in the order of the page.
KINDS: Final = ("actor", "event", "statement", "passage", "article")
#: Filters that narrow what is found; both ends of the window are one.
FILTERS: Final = ("from", "actor", "type", "outlet")
MOST_VALUES: Final = 40

PARAMETERS: Final[tuple[Parameter, ...]] = (
    words("q"),
    choice("exact", ("1",)),
    choice("kind", KINDS),
    day("from"),
    day("to"),
    slug("actor", repeat=True),
    choice("type", EventType, repeat=True),
    slug("outlet", repeat=True),
    cursor("after"),
    number("limit", 1, 100, 20),
)


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """The fields are the parameters (``from`` is a word of Python, hence ``since``).

    ``kind`` is None for the first few of every kind; ``after`` is the place that the last page of one
    kind ended with.
    """

    q: str | None = None
    exact: bool = False
    kind: str | None = None
    since: str | None = None
    to: str | None = None
    actor: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    after: str | None = None
    limit: int = 20

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]]) -> SearchQuery:
        """Read the pairs of an address; raises QueryError for what it does not understand."""
        repeated = {each.name for each in PARAMETERS if each.repeat}
        found: dict[str, Any] = {}
        for name, values in read(PARAMETERS, map(typed, given)).items():
            if len(values) > MOST_VALUES:
                raise TooManyError(name, str(len(values)), (str(MOST_VALUES),))
            found[_field(name)] = values if name in repeated else values[0]
        if "limit" in found:
            found["limit"] = int(found["limit"])
        query = cls(**found | {"exact": "exact" in found})
        first, last = query.window
        if first and last and first > last:
            raise BackwardsError("to", query.to or "", (f"≥ {query.since}",))
        return query

    @property
    def window(self) -> tuple[date | None, date | None]:
        """First and last day asked for; None where a side is open."""
        first = edtf.bounds(self.since)[0] if self.since else None
        last = edtf.bounds(self.to)[1] if self.to else None
        return first, last

    @property
    def in_force(self) -> tuple[str, ...]:
        """The filters that narrow this view."""
        return tuple(name for name in FILTERS if self.values(name) or (name == "from" and self.to))

    def values(self, name: str) -> tuple[str, ...]:
        """The values of a parameter, none where it is not given."""
        value = getattr(self, _field(name))
        if isinstance(value, tuple):
            return value
        return ("1",) if value is True else (str(value),) if value else ()

    def with_(self, **changes: Any) -> SearchQuery:
        """Another view; anything but paging begins the list anew."""
        changes.setdefault("after", None)
        return replace(self, **changes)

    def without(self, name: str, value: str | None = None) -> SearchQuery:
        """The view less one filter, or less one of its values; both ends of the window go together."""
        if name == "from":
            return self.with_(since=None, to=None)
        return self.with_(**{name: tuple(each for each in self.values(name) if value not in (each, None))})

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Name and value in canonical order, defaults left out."""
        return canonical(PARAMETERS, {each.name: self.values(each.name) for each in PARAMETERS})

    @property
    def signature(self) -> tuple[tuple[str, str], ...]:
        """What decides what is found, of whatever kind."""
        return tuple(pair for pair in self.pairs if pair[0] not in ("kind", "after", "limit"))


def _field(name: str) -> str:
    return "since" if name == "from" else name
