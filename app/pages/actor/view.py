"""What the pages of actors show: a small timeline, country names, addresses of filters. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt
from operator import attrgetter
from typing import Final

from app.pages.actor.records import Facts, Happening, Matrix, OfficeFacts, Spelling
from app.pages.actor.view_terms import Chart, chart
from app.web.colours import colour
from app.web.i18n import Language
from app.web.named import Nameable, Named, territory
from app.web.urls import Urls

#: Dots at most, over the whole width of the small timeline.
BINS: Final = 60
#: Per cent of the width kept free at both ends, so that no dot is cut.
MARGIN: Final = 3.0
#: Ways of naming that the list of spellings tells apart from names.
TOLD_APART: Final = ("office", "description")


@dataclass(frozen=True, slots=True)
class Dot:
    """Events of one stretch of days: ``x`` in per cent of the width, ``r`` in pixels."""

    x: float
    r: float
    count: int
    href: str
    first: date
    last: date
    event: Happening | None


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    year: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A small timeline, running from right to left where the language does."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """``all_events`` and ``all_said`` are the actor's own; ``all_told`` and ``all_quoted`` what it tells of
    others, as a medium."""

    facts: Facts
    colour: int
    country: Named | None
    other_name: str
    strip: Strip | None
    terms: Chart | None
    holders: Chart | None
    matrix: tuple[Line, ...]
    spellings: tuple[Spelling, ...]
    all_events: str
    all_said: str
    all_told: str
    all_quoted: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Events of two actors; ``share`` of the most that two have, in steps from 0 to 4, for the shade."""

    count: int
    share: int
    href: str
    other: Named


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix: an actor with those before it; what two have is said once."""

    number: int
    actor: Named
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class OfficeView:
    facts: OfficeFacts
    country: Named | None
    holders: Chart | None


def build(facts: Facts, spoken: Language, urls: Urls) -> ActorView:
    """The page of an actor."""
    named = facts.actor.named
    names = {"ar": named.name_en, "en": named.name_ar}
    return ActorView(
        facts=facts,
        colour=colour(named.lane),
        country=_state(facts.actor.country),
        other_name=names[spoken.code],
        strip=_strip(facts, spoken, urls) if facts.days else None,
        terms=chart(
            facts.terms,
            attrgetter("office"),
            lambda office: urls.office(office.slug),
            mirrored=spoken.direction == "rtl",
            days=(day for day, _ in facts.days),
        ),
        holders=_holders(facts.holders, spoken, urls) if facts.holders else None,
        matrix=tuple(_matrix(facts.matrix, urls)) if facts.matrix else (),
        spellings=tuple(_spelled(facts.spellings)),
        all_events=urls.timeline([("actor", named.slug)]),
        all_said=urls.statements([("speaker", named.slug)]),
        all_told=urls.timeline([("outlet", named.slug)]),
        all_quoted=urls.statements([("outlet", named.slug)]),
    )


def build_office(facts: OfficeFacts, spoken: Language, urls: Urls) -> OfficeView:
    """The page of an office."""
    return OfficeView(facts, _state(facts.country), _holders(facts, spoken, urls))


def _holders(facts: OfficeFacts, spoken: Language, urls: Urls) -> Chart | None:
    """Who held an office; those whom some article names lead to their pages."""

    def href(person: Nameable) -> str | None:
        return urls.actor(person.slug) if person.slug in facts.known else None

    return chart(facts.terms, attrgetter("person"), href, mirrored=spoken.direction == "rtl")


def _spelled(seen: Sequence[Spelling]) -> Iterator[Spelling]:
    """Each spelling once, whether as a name or another name; titles and descriptions by themselves."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in seen:
        counts[each.text, each.how if each.how in TOLD_APART else "name"] += each.count
    yield from (Spelling(text, how, count) for (text, how), count in counts.most_common())


def _state(code: str | None) -> Named | None:
    return territory(code.lower()) if code else None


def _matrix(matrix: Matrix, urls: Urls) -> Iterator[Line]:
    most = max(matrix.shared.values(), default=1)
    for row, actor in enumerate(matrix.actors):
        cells = []
        for column, other in enumerate(matrix.actors[:row]):
            count = matrix.shared.get((column, row), 0)
            both = [("actor", slug) for slug in sorted((actor.slug, other.slug))]
            href = urls.timeline([*both, ("match", "all"), ("kind", "event")])
            cells.append(Cell(count, ceil(4 * count / most), href, other))
        yield Line(row + 1, actor, tuple(cells))


def _strip(facts: Facts, spoken: Language, urls: Urls) -> Strip:
    first, last = facts.days[0][0], facts.days[-1][0]
    begin, length = first, max(last - first, 30)
    mirrored = spoken.direction == "rtl"

    def x(day: float) -> float:
        share = MARGIN + (100 - 2 * MARGIN) * (day - begin) / length
        return round(100 - share if mirrored else share, 2)

    width = max(1, -(-(length + 1) // BINS))
    bins: dict[int, list[tuple[int, int]]] = {}
    for day, count in facts.days:
        bins.setdefault((day - begin) // width, []).append((day, count))
    dots = tuple(_dot(days, x, facts, urls) for days in bins.values())
    years = range(date.fromordinal(first).year, date.fromordinal(begin + length).year + 1)
    ticks = [Tick(x(date(y, 1, 1).toordinal()), y) for y in years[1:]]
    return Strip(dots, tuple(_thinned(ticks)))


def _dot(days: Sequence[tuple[int, int]], x: Callable[[float], float], facts: Facts, urls: Urls) -> Dot:
    count = sum(n for _, n in days)
    first, last = date.fromordinal(days[0][0]), date.fromordinal(days[-1][0])
    event = next((e for e in facts.events if e.day == days[0][0]), None) if count == 1 else None
    span = [("from", first.isoformat()), ("to", last.isoformat()), ("actor", facts.actor.named.slug)]
    return Dot(
        x=x((days[0][0] + days[-1][0]) / 2),
        r=round(min(11.0, 4 + 1.6 * sqrt(count - 1)), 1),
        count=count,
        href=urls.event(event.id) if event else urls.timeline(span),
        first=first,
        last=last,
        event=event,
    )


def _thinned(ticks: Sequence[Tick]) -> list[Tick]:
    """At most ten years are written."""
    step = max(1, -(-len(ticks) // 10))
    return list(ticks[::step])
