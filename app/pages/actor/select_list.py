"""Loads a page of the list of actors, most often named first unless another order is asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import ActorKind
from app.index.read import current
from app.languages.ar.normalise import fold
from app.models import ActorRow, AliasRow, AppearanceRow, EventRow, ParticipantRow, StatementRow
from app.models.base import Dated
from app.pages.actor.query import ActorsQuery
from app.pages.actor.records import Choice, Entry, Listing, Moment
from app.web.columns import in_order
from app.web.named import in_letters, named, territory

#: Actors on a page.
PAGE: Final = 100
#: Orders of everyone that are kept while nothing changes.
KEPT: Final = 8
#: Days that a date without an end may be off.
UNBOUNDED: Final = 1 << 30


def load(session: Session, query: ActorsQuery, limit: int = PAGE, lang: str = "en") -> Listing:
    """The actors that pass the filters, ``limit`` on a page. Names are compared folded, in both languages,
    and put in order as they are written in ``lang``."""
    everyone = _ordered(session, query.sort, lang)
    named = _named(session, everyone, query.q) if query.q else everyone
    found = _passing(named, query)
    begin = next((n + 1 for n, each in enumerate(found) if each.actor.slug == query.after), 0)
    page = found[begin : begin + limit]
    return Listing(
        entries=tuple(page),
        found=len(found),
        total=len(everyone),
        kinds=_choices(each.kind for each in named if query.country in (None, each.country)),
        countries=_choices(
            each.country for each in named if each.country and query.kind in (None, each.kind)
        ),
        after=page[-1].actor.slug if begin + limit < len(found) else None,
        before=(found[begin - limit - 1].actor.slug if begin > limit else "") if begin else None,
    )


def whole(session: Session, query: ActorsQuery, lang: str = "en") -> list[Entry]:
    """All actors that pass the filters, in the order asked for."""
    everyone = _ordered(session, query.sort, lang)
    return _passing(_named(session, everyone, query.q) if query.q else everyone, query)


def _passing(entries: Iterable[Entry], query: ActorsQuery) -> list[Entry]:
    return [
        each
        for each in entries
        if (not query.kind or each.kind == query.kind)
        and (not query.country or each.country == query.country)
    ]


def _ordered(session: Session, sort: str, lang: str) -> list[Entry]:
    """Everyone; counted once for each state of the index, which every change of an article renews."""
    reader = current(session)
    everyone = reader.once("everyone", lambda: _everyone(session))
    return reader.recent("actors in order", (sort, lang), lambda: ordered(everyone, sort, lang), KEPT)


def ordered(entries: Iterable[Entry], sort: str, lang: str) -> list[Entry]:
    """In the order of ``sort``; among equals the most often named come first."""
    usual = sorted(entries, key=lambda each: (-each.mentions, each.actor.slug))
    return in_order(usual, sort, _rank(sort.removeprefix("-"), lang))


def _rank(name: str, lang: str) -> Callable[[Entry], Any]:
    """What an entry is put in order by; None where it has no such value."""
    kinds = [str(kind) for kind in ActorKind]
    ranks: dict[str, Callable[[Entry], Any]] = {
        "name": lambda each: in_letters(each.actor, lang) or None,
        "kind": lambda each: kinds.index(each.kind),
        "country": lambda each: each.country and in_letters(territory(each.country), lang),
        "named": lambda each: each.mentions,
        "first": lambda each: each.first and each.first.day,
        "last": lambda each: each.last and each.last.day,
    }
    return ranks.get(name, lambda each: getattr(each, name))


def _everyone(session: Session) -> list[Entry]:
    seen = _by_actor(session, AppearanceRow.actor_id, sa.func.sum(AppearanceRow.mentions))
    events = _by_actor(session, ParticipantRow.actor_id)
    statements = _by_actor(session, StatementRow.speaker_id)
    firsts, lasts = _reach(session, sa.func.min), _reach(session, sa.func.max)
    return [
        Entry(
            id=row.id,
            actor=named(row),
            kind=row.kind.value,
            country=row.lane,
            known=row.known,
            mentions=seen.get(row.id, (0, 0))[1] or 0,
            articles=seen.get(row.id, (0,))[0],
            events=events.get(row.id, (0,))[0],
            statements=statements.get(row.id, (0,))[0],
            first=min(firsts.get(row.id, ()), default=None),
            last=min(lasts.get(row.id, ()), key=lambda at: (-at.day, at.width), default=None),
        )
        for row in session.scalars(sa.select(ActorRow))
    ]


def _by_actor(session: Session, owner: Any, *columns: Any) -> Mapping[int, tuple[Any, ...]]:
    """How many rows each actor has, and what else is asked of them."""
    rows = session.execute(sa.select(owner, sa.func.count(), *columns).group_by(owner))
    return {row[0]: tuple(row[1:]) for row in rows}


def _reach(session: Session, end: Callable[[Any], Any]) -> Mapping[int, list[Moment]]:
    """When the records stand that are, by their day, at one end of what each actor does or says."""
    part, said = ParticipantRow, StatementRow
    doing = _at_end(part.actor_id, part.sort_day, EventRow, end).join(EventRow, EventRow.id == part.event_id)
    saying = _at_end(said.speaker_id, said.sort_day, said, end)
    found: dict[int, list[Moment]] = defaultdict(list)
    for actor, day, earliest, latest, edtf in chain(session.execute(doing), session.execute(saying)):
        width = (latest - earliest).days if earliest and latest else UNBOUNDED
        found[actor].append(Moment(day, width, edtf))
    return found


def _at_end(
    owner: Any, day: Any, dated: type[Dated], end: Callable[[Any], Any]
) -> sa.Select[*tuple[Any, ...]]:
    """The rows of each owner at one end of its days, with the dates of what they tell."""
    at = sa.select(owner.label("owner"), end(day).label("day")).group_by(owner).subquery()
    told = sa.select(owner, day, dated.earliest, dated.latest, dated.edtf)
    return told.join_from(owner.class_, at, sa.and_(at.c.owner == owner, at.c.day == day))


def _named(session: Session, entries: Iterable[Entry], q: str) -> list[Entry]:
    """Those of whom a name or a spelling seen contains the words."""
    wanted = fold(q).casefold()
    aliases = session.execute(sa.select(AliasRow.actor_id, AliasRow.text))
    by_alias = {actor for actor, text in aliases if wanted in fold(text).casefold()}
    return [
        each
        for each in entries
        if each.id in by_alias or wanted in fold(f"{each.actor.name_ar}\n{each.actor.name_en}").casefold()
    ]


def _choices(values: Iterable[str | None]) -> tuple[Choice, ...]:
    counted = Counter(value for value in values if value)
    return tuple(Choice(value, count) for value, count in counted.most_common())
