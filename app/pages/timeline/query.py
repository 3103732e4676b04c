"""The parameters of the timeline: parsed from an address, written back in one canonical order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from app.domain.records import EventStatus, EventType, Modality
from app.web.asked import Asked, field_of
from app.web.filters import Parameter, choice, cursor, day, is_slug, number, slug, words
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

#: Parameters that leave the list as it is.
_SAME_LIST: Final = frozenset({"after", "event", "limit", "scale", "axis", "lane", "lanes", "open"})

#: Parameters that narrow the set, in the order in which a sentence names them.
FILTERS: Final = (
    "from", "to", "actor", "kind", "type", "status", "modality",
    "outlet", "article", "place", "certainty", "evidence", "q",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimelineQuery(Asked):
    """The fields are the parameters; ``from`` is a word of Python, hence ``since``."""

    PARAMETERS: ClassVar[tuple[Parameter, ...]] = PARAMETERS

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

    def with_(self, **changes: Any) -> TimelineQuery:
        """Another view; whatever changes the set or its order begins the list anew."""
        if not changes.keys() <= _SAME_LIST:
            changes.setdefault("after", None)
        for name in ("actor", "type", "status", "modality", "outlet", "article", "place", "open"):
            if name in changes:
                changes[name] = tuple(sorted(set(changes[name])))
        return replace(self, **changes)

    def without(self, name: str, value: str | None = None) -> TimelineQuery:
        """This view less one filter, or less one of the values of a repeated one."""
        current = getattr(self, field_of(name))
        if isinstance(current, tuple):
            return self.with_(
                **{field_of(name): tuple(each for each in current if value not in (each, None))}
            )
        extra = {"exact": False} if name == "q" else {}
        return self.with_(**{field_of(name): None, **extra})

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
    return tuple((each.name, field_of(each.name), getattr(plain, field_of(each.name))) for each in PARAMETERS)


_WRITTEN: Final = _written()
