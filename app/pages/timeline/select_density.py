"""Counts of records by lane and stretch of time, for views with too many to draw one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import sqlalchemy as sa

from app.index.facets import NONE, STATEMENT
from app.index.gather import lane
from app.index.keys import first_day, keys_of, month_of
from app.index.order import first_and_last
from app.index.read import Keys, Reader, united
from app.index.window import days_of
from app.models import ActorRow
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Density, Facet, Members
from app.pages.timeline.select_facets import ACTORS, named_facets
from app.pages.timeline.stretches import borders, fine_borders
from app.pages.timeline.view_lanes import MOST_LANES, MOST_MEMBERS, OTHERS

#: So many borders within months are kept while nothing changes.
BORDERS: Final = 1_000
#: What stands in lanes, by the way they are arranged.
_FACETS: Final = {"country": "state", "actor": "actor", "outlet": "outlet", "type": "type"}


@dataclass(frozen=True, slots=True)
class _Border:
    """A moment between two days: what stands before it has a key up to ``last`` or one of ``month``."""

    last: int
    month: Keys | None


def density(reader: Reader, query: TimelineQuery, keys: Keys) -> Density | None:
    """The dated records of a view by lane and stretch; None where there are none.

    Whatever none of the lanes has part in stands in a last one.
    """
    ends = first_and_last(reader, keys)
    if ends is None:
        return None
    rows = list(_with_members(reader, query, keys, _lanes(reader, query, keys)))
    lanes = [(facet, part) for facet, part, _ in rows]
    since, until = query.window
    first = max(ends[0], since.toordinal()) if since else ends[0]
    last = max(first, min(ends[1], until.toordinal()) if until else ends[1])
    cut = borders(first, last, len(lanes))
    fine = fine_borders(first, last)
    between, finely = (_borders(reader, borders[1:-1]) for borders in (cut, fine))
    cells = tuple(
        (lane, n, count)
        for lane, (_, part) in enumerate(lanes)
        for n, count in enumerate(_counts(part, between))
        if count
    )
    courses = tuple(tuple(_counts(part, finely)) for _, part in lanes)
    members = tuple(each for *_, each in rows)
    return Density(cut, tuple(facet for facet, _ in lanes), cells, fine, courses, members)


def _lanes(reader: Reader, query: TimelineQuery, keys: Keys) -> list[tuple[Facet, Keys]]:
    """Each lane with its records in the view: those put in order by hand, then the busiest, then the rest."""
    facet = _FACETS[query.lane]
    found = [each for each in reader.counts(facet, keys, ACTORS) if fits(query.lane, each.value)]
    busiest = [each.value for each in found]
    if query.lane == "type":
        busiest.append(STATEMENT)
    pinned = [slug for slug in query.pinned if slug in busiest]
    sets = reader.sets(facet, (*pinned, *busiest[: MOST_LANES + len(pinned)]))
    sets[STATEMENT] = reader.set("kind", STATEMENT)
    parts = {slug: keys & sets[slug] for slug in (*pinned, *busiest) if slug in sets}
    order = sorted(parts, key=lambda slug: (slug not in pinned, -len(parts[slug]), slug))
    order = [*pinned, *(slug for slug in order if slug not in pinned and parts[slug])]
    main = order[: max(MOST_LANES, len(pinned))]
    names = named_facets(reader, query.lane, {slug: len(parts[slug]) for slug in main})
    rest = keys.copy()
    for slug in main:
        rest -= parts[slug]
    lanes = [(names[slug], parts[slug]) for slug in main]
    return [*lanes, (Facet(OTHERS, "", "", len(rest)), rest)] if rest else lanes


def _with_members(
    reader: Reader, query: TimelineQuery, keys: Keys, lanes: list[tuple[Facet, Keys]]
) -> Iterator[tuple[Facet, Keys, Members]]:
    """By country each lane is followed by the busiest of its members where it is open."""
    if query.lane != "country":
        yield from ((facet, part, Members(0)) for facet, part in lanes)
        return
    actors = [each.value for each in reader.values("actor", ACTORS)]
    homes = _homes(reader, actors)
    for facet, part in lanes:
        theirs = [slug for slug in actors if homes.get(slug) == facet.slug and slug != facet.slug]
        sets = reader.sets("actor", theirs)
        if facet.slug not in query.open:
            yield facet, part, Members(sum(not part.isdisjoint(sets[slug]) for slug in theirs))
            continue
        parts = {slug: keys & sets[slug] for slug in theirs}
        here = sorted((slug for slug in theirs if parts[slug]), key=lambda slug: (-len(parts[slug]), slug))
        yield facet, part, Members(len(here))
        shown = here[:MOST_MEMBERS]
        names = named_facets(reader, "actor", {slug: len(parts[slug]) for slug in shown})
        yield from ((names[slug], parts[slug], Members(0, level=1)) for slug in shown)


def _homes(reader: Reader, slugs: Iterable[str]) -> dict[str, str | None]:
    """The states in whose lanes actors stand; read once for each generation."""
    known: dict[str, str | None] = reader.once("homes", dict)
    missing = [slug for slug in slugs if slug not in known]
    if missing:
        rows = reader.session.execute(sa.select(ActorRow.slug, lane()).where(ActorRow.slug.in_(missing)))
        known.update((row.slug, row[1]) for row in rows)
    return known


def fits(lane: str, slug: str) -> bool:
    """By country only states have lanes of their own."""
    return slug != NONE and (lane != "country" or len(slug) == 2)


def _borders(reader: Reader, days: Sequence[int]) -> list[_Border]:
    """The borders before some days, in order; what stands before them in their months is loaded at once."""
    there = days_of(reader)
    missing = [day for day in days if not reader.has("borders", day)]
    reader.days({each for day in missing for each in range(first_day(month_of(day)), day) if each in there})
    found: list[_Border] = []
    for day, earlier in zip(days, (None, *days), strict=False):
        found.append(_border(reader, day, (earlier, found[-1]) if earlier else None))
    return found


def _border(reader: Reader, day: int, earlier: tuple[int, _Border] | None) -> _Border:
    """The border before a day, kept: one view is cut where others are. ``earlier`` is one before it."""
    month = month_of(day)
    last, first = keys_of(month)[0] - 1, first_day(month)
    if day == first:
        return _Border(last, None)

    def before() -> _Border:
        begin, known = first, Keys()
        if earlier and month_of(earlier[0]) == month and earlier[1].month:
            begin, known = earlier[0], earlier[1].month
        there = days_of(reader)
        sets = reader.days([each for each in range(begin, day) if each in there])
        return _Border(last, united((known, *sets.values())))

    return reader.recent("borders", day, before, BORDERS)


def _counts(keys: Keys, between: list[_Border]) -> list[int]:
    """How many of the keys stand between one border and the next; the first and last stretch are open."""
    before = list(map(keys.rank, (border.last for border in between)))
    for n, border in enumerate(between):
        if border.month:
            before[n] += keys.intersection_cardinality(border.month)
    return [later - earlier for earlier, later in pairwise((0, *before, len(keys)))]
