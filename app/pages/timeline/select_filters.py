"""The filters as SQL: one entry for each parameter that narrows the set, for events and for statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import sqlalchemy as sa

from app.domain.records import ActorKind
from app.languages.ar.normalise import fold
from app.models import (
    ActorRow,
    ArticleRow,
    EventRow,
    ParticipantRow,
    StatementRow,
    TellingRow,
)
from app.models.search import is_one_of
from app.pages.timeline.query import TimelineQuery

Condition = sa.ColumnElement[bool]
NEVER: Final[Condition] = sa.false()


@dataclass(frozen=True, slots=True)
class Matches:
    """Ids of the records whose words hold the text looked for."""

    events: frozenset[int]
    statements: frozenset[int]


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions of one parameter; called only when it is given."""

    event: Callable[[TimelineQuery], Condition]
    statement: Callable[[TimelineQuery], Condition]


def _overlaps(row: type[EventRow] | type[StatementRow], query: TimelineQuery) -> Condition:
    """An open side counts only as far as it is known: «since 2015» is no event of 2021."""
    first, last = query.window
    ends, begins = sa.func.coalesce(row.latest, row.earliest), sa.func.coalesce(row.earliest, row.latest)
    parts: list[Condition] = []
    if first:
        parts.append(ends >= first)
    if last:
        parts.append(begins <= last)
    return sa.and_(*parts)


def acts_for_its_state() -> Condition:
    """Newspapers, parties and institutes have a home but speak for themselves; ministers, ministries,
    armies and the armed groups named after a state stand in its lane."""
    return ActorRow.kind.not_in((ActorKind.MEDIA, ActorKind.ORGANISATION))


def _is(slug: str) -> Condition:
    """The actor itself, or any actor that its lane shows (a state's ministers, army, bodies)."""
    return sa.or_(ActorRow.slug == slug, sa.and_(ActorRow.lane == slug, acts_for_its_state()))


def _takes_part(slug: str) -> Condition:
    parts = sa.select(ParticipantRow.event_id).join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
    return EventRow.id.in_(parts.where(_is(slug)))


def _speaks(slug: str) -> Condition:
    return StatementRow.speaker_id.in_(sa.select(ActorRow.id).where(_is(slug)))


def _by_actor(query: TimelineQuery, one: Callable[[str], Condition]) -> Condition:
    each = [one(slug) for slug in query.actor]
    return sa.and_(*each) if query.match == "all" else sa.or_(*each)


def _told_by(article: Condition) -> Condition:
    told = sa.select(TellingRow.event_id).join(ArticleRow, ArticleRow.id == TellingRow.article_id)
    return EventRow.id.in_(told.where(article))


def _said_in(article: Condition) -> Condition:
    return StatementRow.article_id.in_(sa.select(ArticleRow.id).where(article))


def _outlet(query: TimelineQuery) -> Condition:
    return ArticleRow.outlet_id.in_(sa.select(ActorRow.id).where(ActorRow.slug.in_(query.outlet)))


def _article(query: TimelineQuery) -> Condition:
    return ArticleRow.public_id.in_(query.article)


def _statement_certainty(query: TimelineQuery) -> Condition:
    """The same qualities that an event's row has ready, from the statement's own date."""
    row = StatementRow
    marked = sa.or_(*(row.edtf.contains(mark, autoescape=True) for mark in "~?%"))
    open_side = sa.or_(row.earliest.is_(None), row.latest.is_(None))
    exact = sa.and_(row.sort_day.is_not(None), sa.not_(marked), sa.not_(open_side))
    cases: dict[str, Condition] = {
        "undated": row.sort_day.is_(None),
        "approximate": sa.and_(row.sort_day.is_not(None), sa.or_(marked, open_side)),
        "day": sa.and_(exact, row.earliest == row.latest),
        "month": sa.and_(exact, row.earliest != row.latest, sa.func.length(row.edtf) != 4),
        "year": sa.and_(exact, sa.func.length(row.edtf) == 4),
    }
    return cases[query.certainty or ""]


def _never(_: TimelineQuery) -> Condition:
    return NEVER


FILTERS: Final[Mapping[str, Filter]] = MappingProxyType(
    {
        "from": Filter(lambda q: _overlaps(EventRow, q), lambda q: _overlaps(StatementRow, q)),
        "to": Filter(lambda q: _overlaps(EventRow, q), lambda q: _overlaps(StatementRow, q)),
        "actor": Filter(lambda q: _by_actor(q, _takes_part), lambda q: _by_actor(q, _speaks)),
        "kind": Filter(
            lambda q: sa.true() if q.kind == "event" else NEVER,
            lambda q: sa.true() if q.kind == "statement" else NEVER,
        ),
        "type": Filter(lambda q: EventRow.type.in_(q.type), _never),
        "status": Filter(lambda q: EventRow.status.in_(q.status), _never),
        "modality": Filter(_never, lambda q: StatementRow.modality.in_(q.modality)),
        "outlet": Filter(lambda q: _told_by(_outlet(q)), lambda q: _said_in(_outlet(q))),
        "article": Filter(lambda q: _told_by(_article(q)), lambda q: _said_in(_article(q))),
        "place": Filter(lambda q: EventRow.place_slug.in_(q.place), _never),
        "certainty": Filter(lambda q: EventRow.certainty == q.certainty, _statement_certainty),
        "evidence": Filter(
            lambda q: EventRow.evidence_kind == q.evidence, lambda q: StatementRow.evidence_kind == q.evidence
        ),
    }
)


def of_events(query: TimelineQuery, found: Matches | None, *, but: str | None = None) -> Condition:
    """What an event must fulfil; ``but`` leaves one parameter out, for counting its choices."""
    parts = [each.event(query) for name, each in FILTERS.items() if name != but and query.values(name)]
    if found is not None:
        parts.append(is_one_of(EventRow.id, found.events))
    return sa.and_(sa.true(), *parts)


def of_statements(query: TimelineQuery, found: Matches | None, *, but: str | None = None) -> Condition:
    """What a statement must fulfil."""
    parts = [each.statement(query) for name, each in FILTERS.items() if name != but and query.values(name)]
    if found is not None:
        parts.append(is_one_of(StatementRow.id, found.statements))
    return sa.and_(sa.true(), *parts)


def holds(text: str, wanted: str, *, exact: bool) -> bool:
    """True when every word looked for stands in the text, letters folded unless ``exact``."""
    if not exact:
        text, wanted = _folded(text), _folded(wanted)
    return all(word in text for word in wanted.split())


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    """Kept, for the same passages are looked through again with every search."""
    return fold(text).casefold()
