"""What the reader asks of the timeline: read from an address, written back in one canonical order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from app.domain import edtf
from app.domain.records import EventStatus, EventType, Modality
from app.errors import BackwardsError, TooManyError
from app.web.filters import Parameter, choice, cursor, day, is_slug, number, read, slug, typed, words
from app.web.labels import CERTAINTIES, EVIDENCE

#: At most so many lanes are put in order by hand.
MOST_PINNED: Final = 24


def _lanes(value: str) -> bool:
    slugs = value.split(",")
    return len(slugs) <= MOST_PINNED and len(set(slugs)) == len(slugs) and all(map(is_slug, slugs))


#: In canonical order. ``event`` is the record opened beside the list, ``lanes`` the
#: lanes in the order given by hand, ``open`` the lanes whose members are shown and the silences unfolded.
PARAMETERS: Final[tuple[Parameter, ...]] = (
    day("from"),
    day("to"),
    slug("actor", repeat=True),
    choice("match", ("any", "all", "only"), default="any"),
    choice("kind", ("event", "statement")),
    choice("type", EventType, repeat=True),
    choice("status", EventStatus, repeat=True),
    choice("modality", Modality, repeat=True),
    slug("outlet", repeat=True),
    slug("article", repeat=True),
    slug("place", repeat=True),
    choice("certainty", CERTAINTIES),
    choice("evidence", EVIDENCE),
    words("q"),
    choice("exact", ("1",)),
    choice("order", ("event", "published"), default="event"),
    choice("scale", ("sequence", "linear"), default="sequence"),
    choice("axis", ("rtl", "ltr")),
    choice("lane", ("country", "actor", "outlet", "type"), default="country"),
    Parameter("lanes", ("ru,il,us",), _lanes),
    slug("open", repeat=True),
    cursor("after"),
    number("limit", 1, 200, 50),
    slug("event"),
)

#: So many values of a repeated parameter go into one view: every link of the page carries them all.
MOST_VALUES: Final = 40

#: Parameters that leave the list as it is.
_SAME_LIST: Final = frozenset({"after", "event", "limit", "scale", "axis", "lane", "lanes", "open"})

#: Parameters that narrow the set, in the order in which a sentence names them.
FILTERS: Final = (
    "from", "to", "actor", "kind", "type", "status", "modality",
    "outlet", "article", "place", "certainty", "evidence", "q",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """The fields are the parameters; ``from`` is a word of Python, hence ``since``."""

    since: str | None = None
    to: str | None = None
    actor: tuple[str, ...] = ()
    match: str = "any"
    kind: str | None = None
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    certainty: str | None = None
    evidence: str | None = None
    q: str | None = None
    exact: bool = False
    order: str = "event"
    scale: str = "sequence"
    axis: str | None = None
    lane: str = "country"
    lanes: str | None = None
    open: tuple[str, ...] = ()
    after: str | None = None
    limit: int = 50
    event: str | None = None

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]]) -> TimelineQuery:
        """Read the pairs of an address; raises QueryError for what it does not understand."""
        values = read(PARAMETERS, map(typed, given))
        found: dict[str, Any] = {}
        for parameter in PARAMETERS:
            if parameter.name in values:
                chosen = values[parameter.name]
                if len(chosen) > MOST_VALUES:
                    raise TooManyError(parameter.name, str(len(chosen)), (str(MOST_VALUES),))
                found[_field(parameter.name)] = chosen if parameter.repeat else chosen[0]
        if "limit" in found:
            found["limit"] = int(found["limit"])
        if "exact" in found:
            found["exact"] = True
        query = cls(**found)
        query._check_window()
        return query

    def _check_window(self) -> None:
        first, last = self.window
        if first and last and first > last:
            raise BackwardsError("to", self.to or "", (f"≥ {self.since}",))

    @property
    def window(self) -> tuple[date | None, date | None]:
        """First and last day asked for; None where a side is open."""
        first = edtf.bounds(self.since)[0] if self.since else None
        last = edtf.bounds(self.to)[1] if self.to else None
        return first, last

    def with_(self, **changes: Any) -> TimelineQuery:
        """Another view; whatever changes the set or its order begins the list anew."""
        if not changes.keys() <= _SAME_LIST:
            changes.setdefault("after", None)
        for name in ("actor", "type", "status", "modality", "outlet", "article", "place", "open"):
            if name in changes:
                changes[name] = tuple(sorted(set(changes[name])))
        return replace(self, **changes)

    def values(self, name: str) -> tuple[str, ...]:
        """The values given for a parameter, as in an address."""
        value = getattr(self, _field(name))
        if isinstance(value, tuple):
            return value
        if value is None or value is False:
            return ()
        return ("1",) if value is True else (str(value),)

    def without(self, name: str, value: str | None = None) -> TimelineQuery:
        """This view less one filter, or less one of the values of a repeated one."""
        current = getattr(self, _field(name))
        if isinstance(current, tuple):
            return self.with_(**{_field(name): tuple(each for each in current if value not in (each, None))})
        extra = {"exact": False} if name == "q" else {}
        return self.with_(**{_field(name): None, **extra})

    def toggled(self, name: str, value: str) -> TimelineQuery:
        """This view with a value of a repeated filter added, or taken away if it is there."""
        current = self.values(name)
        return self.without(name, value) if value in current else self.with_(**{name: (*current, value)})

    def relaxed(self, name: str) -> TimelineQuery:
        """This view without a parameter; the two ends of the window go together."""
        if name in ("from", "to"):
            return self.with_(since=None, to=None, event=None)
        return self.without(name).with_(event=None)

    @property
    def cleared(self) -> TimelineQuery:
        """No filter at all, shown the same way."""
        return TimelineQuery(
            order=self.order,
            scale=self.scale,
            axis=self.axis,
            lane=self.lane,
            lanes=self.lanes,
            open=self.open,
            limit=self.limit,
        )

    @property
    def pinned(self) -> tuple[str, ...]:
        """The lanes put in order by hand, the first at the top."""
        return tuple(self.lanes.split(",")) if self.lanes else ()

    @property
    def is_filtered(self) -> bool:
        return any(self.values(name) for name in FILTERS)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Name and value in canonical order, defaults left out."""
        given = (
            (name, self.values(name)) for name, field, usual in _WRITTEN if getattr(self, field) != usual
        )
        return tuple((name, value) for name, values in given for value in values)


def _written() -> tuple[tuple[str, str, Any], ...]:
    """Parameter, its field and what the field holds where nothing is given, in canonical order."""
    plain = TimelineQuery()
    return tuple((each.name, _field(each.name), getattr(plain, _field(each.name))) for each in PARAMETERS)


def _field(name: str) -> str:
    return "since" if name == "from" else name


_WRITTEN: Final = _written()
