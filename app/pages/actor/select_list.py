"""Reads a page of the list of actors, most often named first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.read import current
from app.languages.ar.normalise import fold
from app.models import ActorRow, AliasRow, AppearanceRow, ParticipantRow, StatementRow
from app.pages.actor.query import ActorsQuery
from app.pages.actor.records import Choice, Entry, Listing
from app.web.named import Named

#: Actors on a page.
PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class Line:
    """An actor as far as filtering needs it."""

    id: int
    slug: str
    name_ar: str
    name_en: str
    kind: str
    lane: str | None
    known: bool
    mentions: int
    articles: int


def load(session: Session, query: ActorsQuery, limit: int = PAGE) -> Listing:
    """The actors that pass the filters, ``limit`` on a page. Names are compared folded, in both languages."""
    everyone = _known(session)
    named = _named(session, everyone, query.q) if query.q else everyone
    found = _passing(named, query)
    begin = next((n + 1 for n, line in enumerate(found) if line.slug == query.after), 0)
    page = found[begin : begin + limit]
    ids = [line.id for line in page]
    events = _counts(session, ParticipantRow.actor_id, ids)
    statements = _counts(session, StatementRow.speaker_id, ids)
    return Listing(
        entries=tuple(_entry(line, events.get(line.id, 0), statements.get(line.id, 0)) for line in page),
        found=len(found),
        total=len(everyone),
        kinds=_choices(line.kind for line in named if query.country in (None, line.lane)),
        countries=_choices(line.lane for line in named if line.lane and query.kind in (None, line.kind)),
        after=page[-1].slug if begin + limit < len(found) else None,
        before=(found[begin - limit - 1].slug if begin > limit else "") if begin else None,
    )


def whole(session: Session, query: ActorsQuery) -> list[Line]:
    """All actors that pass the filters, without their counts of events and statements."""
    everyone = _known(session)
    return _passing(_named(session, everyone, query.q) if query.q else everyone, query)


def _passing(lines: Iterable[Line], query: ActorsQuery) -> list[Line]:
    return [
        line
        for line in lines
        if (not query.kind or line.kind == query.kind) and (not query.country or line.lane == query.country)
    ]


def _known(session: Session) -> list[Line]:
    """Everyone, most often named first; counted once for each state of the index, which every change of an
    article renews."""
    return current(session).once("everyone", lambda: _everyone(session))


def _everyone(session: Session) -> list[Line]:
    seen = (
        sa.select(
            AppearanceRow.actor_id,
            sa.func.sum(AppearanceRow.mentions).label("mentions"),
            sa.func.count().label("articles"),
        )
        .group_by(AppearanceRow.actor_id)
        .subquery()
    )
    rows = session.execute(
        sa.select(ActorRow, seen.c.mentions, seen.c.articles).outerjoin(seen, seen.c.actor_id == ActorRow.id)
    )
    lines = [
        Line(a.id, a.slug, a.name_ar, a.name_en, a.kind.value, a.lane, a.known, named or 0, articles or 0)
        for a, named, articles in rows
    ]
    return sorted(lines, key=lambda line: (-line.mentions, line.slug))


def _named(session: Session, lines: Iterable[Line], q: str) -> list[Line]:
    """Those of whom a name or a spelling seen contains the words."""
    wanted = fold(q).casefold()
    aliases = session.execute(sa.select(AliasRow.actor_id, AliasRow.text))
    by_alias = {actor for actor, text in aliases if wanted in fold(text).casefold()}
    return [
        line
        for line in lines
        if line.id in by_alias or wanted in fold(f"{line.name_ar}\n{line.name_en}").casefold()
    ]


def _counts(session: Session, owner: Any, ids: Sequence[int]) -> Mapping[int, int]:
    rows = session.execute(sa.select(owner, sa.func.count()).where(owner.in_(ids)).group_by(owner))
    return {row[0]: row[1] for row in rows}


def _choices(values: Iterable[str | None]) -> tuple[Choice, ...]:
    counted = Counter(value for value in values if value)
    return tuple(Choice(value, count) for value, count in counted.most_common())


def _entry(line: Line, events: int, statements: int) -> Entry:
    return Entry(
        actor=Named(line.slug, line.name_ar, line.name_en, line.lane),
        kind=line.kind,
        country=line.lane,
        known=line.known,
        mentions=line.mentions,
        articles=line.articles,
        events=events,
        statements=statements,
    )
