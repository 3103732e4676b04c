"""The values one can filter by, with counts, and the names of active filters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.facets import NONE
from app.index.read import Reader, Value
from app.languages.ar.normalise import fold
from app.models import ActorRow, ArticleRow, EventRow
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Facet
from app.pages.timeline.select_filters import Found
from app.web.named import Named, territory

#: Of so many actors at most it is told how often they take part.
ACTORS: Final = 160
#: Parameters whose every choice is counted.
VOCABULARIES: Final = ("kind", "type", "status", "modality", "certainty", "evidence")
#: Those of them that the form of the page has a field for.
FIELDS: Final = ("kind", "type", "certainty")


@dataclass(frozen=True, slots=True)
class Facets:
    """All choices of a view with their counts: see ``Facts``."""

    states: tuple[Facet, ...]
    actors: tuple[Facet, ...]
    outlets: tuple[Facet, ...]
    choices: Mapping[str, Mapping[str, int]]


def facets(reader: Reader, fitting: Found, vocabularies: Iterable[str] = VOCABULARIES) -> Facets:
    """All there is to choose; each choice of a vocabulary costs a look at its set."""
    return Facets(
        states(reader, fitting),
        actors(reader, fitting),
        outlets(reader, fitting),
        choices(reader, fitting, vocabularies),
    )


def states(reader: Reader, fitting: Found) -> tuple[Facet, ...]:
    """The states by the number of records they or theirs take part in, other filters kept."""
    found = reader.counts("state", fitting.but("actor"))
    return _named(reader, [each for each in found if each.value != NONE])


def actors(reader: Reader, fitting: Found) -> tuple[Facet, ...]:
    """Actors to search among, the busiest first, other filters kept."""
    return _named(reader, reader.counts("actor", fitting.but("actor"), ACTORS))


def outlets(reader: Reader, fitting: Found) -> tuple[Facet, ...]:
    return _named(reader, reader.counts("outlet", fitting.but("outlet")))


def choices(reader: Reader, fitting: Found, vocabularies: Iterable[str]) -> dict[str, dict[str, int]]:
    """For each of these parameters of a closed vocabulary, how many records each choice would leave."""
    return {
        name: {each.value: each.records for each in reader.counts(name, fitting.but(name))}
        for name in vocabularies
    }


def named_facets(reader: Reader, lane: str, counted: Mapping[str, int]) -> dict[str, Facet]:
    """The lanes of these slugs with their names; types are named where they are shown."""
    if lane == "type":
        return {slug: Facet(slug, "", "", count) for slug, count in counted.items()}
    found = _named(reader, [Value(slug, count) for slug, count in counted.items()])
    return {facet.slug: facet for facet in found}


def _named(reader: Reader, found: Sequence[Value]) -> tuple[Facet, ...]:
    known = _known(reader, [each.value for each in found])
    names = ((known[each.value], each.records) for each in found)
    return tuple(Facet(who.slug, who.name_ar, who.name_en, count) for who, count in names)


def _known(reader: Reader, slugs: Collection[str]) -> dict[str, Named]:
    """Names by slug, read once for each generation: whoever is named anew is indexed anew."""
    known: dict[str, Named] = reader.once("names", dict)
    known.update(named(reader.session, [slug for slug in slugs if slug not in known]))
    return {slug: known[slug] for slug in slugs}


def named(session: Session, slugs: Iterable[str]) -> dict[str, Named]:
    """Names of actors by slug; a state that no article names as ``territory`` does."""
    wanted = list(slugs)
    if not wanted:
        return {}
    rows = session.execute(
        sa.select(ActorRow.slug, ActorRow.name_ar, ActorRow.name_en).where(ActorRow.slug.in_(wanted))
    )
    known = {row.slug: Named(*row) for row in rows}
    return {slug: known.get(slug) or territory(slug) for slug in wanted}


def names(reader: Reader, query: TimelineQuery) -> dict[str, Named]:
    """Names of every actor, outlet, article and place that the filters mention."""
    session = reader.session
    found = _known(reader, {*query.actor, *query.outlet, *query.pinned})
    if query.article:
        titles = session.execute(
            sa.select(ArticleRow.public_id, ArticleRow.title).where(ArticleRow.public_id.in_(query.article))
        )
        found |= {key: Named(key, title or key, title or key) for key, title in titles}
    if query.place:
        places = session.execute(
            sa.select(EventRow.place_slug, EventRow.place_ar, EventRow.place_en)
            .where(EventRow.place_slug.in_(query.place))
            .distinct()
        )
        found |= {slug: Named(slug, ar or slug, en or slug) for slug, ar, en in places if slug}
    return found


def slugs_of(session: Session, names: Sequence[str]) -> dict[str, str]:
    """Slugs of actors asked for by name in either language, letters folded.

    Left out are names that are slugs already, and those that nobody has.
    """
    known = set(session.scalars(sa.select(ActorRow.slug).where(ActorRow.slug.in_(names))))
    wanted = {fold(name).casefold(): name for name in names if name not in known}
    if not wanted:
        return {}
    found: dict[str, str] = {}
    for slug, *both in session.execute(sa.select(ActorRow.slug, ActorRow.name_ar, ActorRow.name_en)):
        for name in both:
            asked = wanted.get(fold(name).casefold())
            if asked is not None:
                found.setdefault(asked, slug)
    return found
