"""The parameters of the search page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from app.domain.records import EventType
from app.web.asked import Asked
from app.web.filters import Parameter, choice, cursor, day, number, slug, words

#: What can be found, in the order of the page.
KINDS: Final = ("actor", "event", "statement", "passage", "article")
#: Filters that narrow what is found; both ends of the window are one.
FILTERS: Final = ("from", "actor", "type", "outlet")

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
class SearchQuery(Asked):
    """The fields are the parameters (``from`` is a word of Python, hence ``since``).

    ``kind`` is None for the first few of every kind; ``after`` is the place that the last page of one
    kind ended with.
    """

    PARAMETERS: ClassVar[tuple[Parameter, ...]] = PARAMETERS

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

    @property
    def in_force(self) -> tuple[str, ...]:
        """The filters that narrow this view."""
        return tuple(name for name in FILTERS if self.values(name) or (name == "from" and self.to))

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
    def signature(self) -> tuple[tuple[str, str], ...]:
        """What decides what is found, of whatever kind."""
        return tuple(pair for pair in self.pairs if pair[0] not in ("kind", "after", "limit"))
