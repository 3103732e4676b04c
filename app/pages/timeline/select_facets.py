"""What there is to filter by, with counts, and the names of what is filtered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import sqlalchemy as sa
from babel import Locale
from sqlalchemy.orm import Session

from app.languages.ar.normalise import fold
from app.models import ActorRow, ArticleRow, EventRow, ParticipantRow, StatementRow, TellingRow
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Facet, Named
from app.pages.timeline.select_filters import Condition, Matches, acts_for_its_state, of_events, of_statements

ACTORS: Final = 300


def states(session: Session, query: TimelineQuery, found: Matches | None) -> tuple[Facet, ...]:
    """The states by the number of records they or theirs take part in, other filters kept."""
    parts = (
        sa.select(ActorRow.lane, sa.func.count(EventRow.id.distinct()))
        .join(ParticipantRow, ParticipantRow.actor_id == ActorRow.id)
        .join(EventRow, EventRow.id == ParticipantRow.event_id)
        .where(of_events(query, found, but="actor"), ActorRow.lane.is_not(None), acts_for_its_state())
        .group_by(ActorRow.lane)
    )
    voices = (
        sa.select(ActorRow.lane, sa.func.count())
        .join(StatementRow, StatementRow.speaker_id == ActorRow.id)
        .where(of_statements(query, found, but="actor"), ActorRow.lane.is_not(None), acts_for_its_state())
        .group_by(ActorRow.lane)
    )
    counts: dict[str, int] = {}
    for lane, count in [*session.execute(parts), *session.execute(voices)]:
        counts[lane] = counts.get(lane, 0) + count
    known = named(session, counts)
    facets = [Facet(slug, known[slug].name_ar, known[slug].name_en, counts[slug]) for slug in counts]
    return tuple(sorted(facets, key=lambda facet: (-facet.count, facet.slug)))


def density(
    session: Session, events: Condition, statements: Condition
) -> tuple[tuple[str | None, int, int], ...]:
    """State (None for whoever has none), day, and how many records it has part in on that day."""
    lane = sa.case((acts_for_its_state(), ActorRow.lane), else_=None)
    parts = (
        sa.select(lane, EventRow.sort_day, sa.func.count(EventRow.id.distinct()))
        .select_from(EventRow)
        .outerjoin(ParticipantRow, ParticipantRow.event_id == EventRow.id)
        .outerjoin(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        .where(events, EventRow.sort_day.is_not(None))
        .group_by(lane, EventRow.sort_day)
    )
    voices = (
        sa.select(lane, StatementRow.sort_day, sa.func.count())
        .select_from(StatementRow)
        .join(ActorRow, ActorRow.id == StatementRow.speaker_id)
        .where(statements, StatementRow.sort_day.is_not(None))
        .group_by(lane, StatementRow.sort_day)
    )
    counts: Counter[tuple[str | None, int]] = Counter()
    for state, day, count in [*session.execute(parts), *session.execute(voices)]:
        counts[state, day or 0] += count
    return tuple((state, day, count) for (state, day), count in counts.items())


def actors(session: Session) -> tuple[Facet, ...]:
    """Actors to search among, the busiest first."""
    takes = sa.select(ParticipantRow.actor_id.label("actor"), ParticipantRow.event_id.label("record"))
    speaks = sa.select(StatementRow.speaker_id, -StatementRow.id)
    acts = sa.union(takes, speaks).subquery()
    busy = sa.func.count().label("busy")
    rows = session.execute(
        sa.select(ActorRow.slug, ActorRow.name_ar, ActorRow.name_en, busy)
        .join(acts, acts.c.actor == ActorRow.id)
        .group_by(ActorRow.id)
        .order_by(busy.desc(), ActorRow.slug)
        .limit(ACTORS)
    )
    return tuple(Facet(*row) for row in rows)


def outlets(session: Session, query: TimelineQuery, found: Matches | None) -> tuple[Facet, ...]:
    told = sa.select(ArticleRow.outlet_id, EventRow.id).select_from(EventRow)
    told = told.join(TellingRow, TellingRow.event_id == EventRow.id).join(ArticleRow)
    told = told.where(of_events(query, found, but="outlet")).distinct()
    said = sa.select(ArticleRow.outlet_id, -StatementRow.id).select_from(StatementRow).join(ArticleRow)
    said = said.where(of_statements(query, found, but="outlet"))
    both = sa.union_all(told, said).subquery()
    count = sa.func.count().label("count")
    rows = session.execute(
        sa.select(ActorRow.slug, ActorRow.name_ar, ActorRow.name_en, count)
        .join(both, both.c.outlet_id == ActorRow.id)
        .group_by(ActorRow.id)
        .order_by(count.desc(), ActorRow.slug)
    )
    return tuple(Facet(*row) for row in rows)


def named(session: Session, slugs: Iterable[str]) -> dict[str, Named]:
    """Names of actors by slug; a state that no article names by CLDR, anything else by its slug."""
    wanted = list(slugs)
    if not wanted:
        return {}
    rows = session.execute(
        sa.select(ActorRow.slug, ActorRow.name_ar, ActorRow.name_en).where(ActorRow.slug.in_(wanted))
    )
    known = {row.slug: Named(*row) for row in rows}
    return {slug: known.get(slug) or territory(slug) for slug in wanted}


def territory(slug: str) -> Named:
    """The name of a state by its ISO code."""
    arabic, english = (Locale.parse(code).territories.get(slug.upper()) for code in ("ar", "en"))
    return Named(slug, arabic or slug, english or slug)


def names(session: Session, query: TimelineQuery) -> dict[str, Named]:
    """Names of every actor, outlet, article and place that the filters mention."""
    found = named(session, {*query.actor, *query.outlet})
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
