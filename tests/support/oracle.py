"""What a view must hold, found by looking at every record: slow, plain, without the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import ActorRow, ArticleRow, EventRow, ParticipantRow, StatementRow, TellingRow
from app.pages.timeline.query import TimelineQuery


@dataclass(slots=True)
class Told:
    """A record with all that a filter may ask; ``values`` by parameter, ``parties`` slug and state."""

    kind: str
    public_id: str
    day: int
    first: date | None
    last: date | None
    values: dict[str, set[str]]
    parties: list[tuple[str, str | None]]
    articles: set[str] = field(default_factory=set)
    published: int = 0

    @property
    def states(self) -> set[str]:
        return {state for _, state in self.parties if state}


def records(session: Session) -> list[Told]:
    """Every record of the store."""
    actors = {row.id: row for row in session.scalars(sa.select(ActorRow))}
    articles = {row.id: row for row in session.scalars(sa.select(ArticleRow))}
    found = [_event(session, row, actors, articles) for row in session.scalars(sa.select(EventRow))]
    return found + [_statement(row, actors, articles) for row in session.scalars(sa.select(StatementRow))]


def _event(session: Session, row: EventRow, actors: dict[int, Any], articles: dict[int, Any]) -> Told:
    cast = session.scalars(sa.select(ParticipantRow.actor_id).where(ParticipantRow.event_id == row.id))
    papers = session.scalars(sa.select(TellingRow.article_id).where(TellingRow.event_id == row.id))
    own = {"type": {row.type.value}, "status": {row.status.value}, "certainty": {row.certainty}}
    own |= {"evidence": {row.evidence_kind}, "place": {row.place_slug} if row.place_slug else set()}
    return _told("event", row, own, [actors[a] for a in cast], [articles[a] for a in papers], actors)


def _statement(row: StatementRow, actors: dict[int, Any], articles: dict[int, Any]) -> Told:
    own = {"modality": {row.modality.value}, "evidence": {row.evidence_kind}, "certainty": {_certainty(row)}}
    return _told("statement", row, own, [actors[row.speaker_id]], [articles[row.article_id]], actors)


def _told(
    kind: str, row: Any, own: dict[str, set[str]], cast: list[Any], papers: list[Any], actors: dict[int, Any]
) -> Told:
    days = [paper.published_earliest.toordinal() for paper in papers if paper.published_earliest]
    outlets = {actors[paper.outlet_id].slug for paper in papers if paper.outlet_id}
    articles = {paper.public_id for paper in papers}
    return Told(
        kind, row.public_id, row.sort_day or 0, row.earliest, row.latest,
        own | {"kind": {kind}, "outlet": outlets, "article": articles},
        [(who.slug, None if who.kind.value in ("media", "organisation") else who.lane) for who in cast],
        articles, min(days, default=0),
    )  # fmt: skip


def _certainty(row: Any) -> str:
    if row.sort_day is None:
        return "undated"
    if set(row.edtf) & set("~?%") or None in (row.earliest, row.latest):
        return "approximate"
    if row.earliest == row.latest:
        return "day"
    return "year" if len(row.edtf) == 4 else "month"


def fits(told: Told, query: TimelineQuery, but: str | None = None) -> bool:
    """True when a record fits every filter, or every one but one."""
    names = ("kind", "type", "status", "modality", "outlet", "article", "place", "certainty", "evidence")
    for name in names:
        wanted = set(query.values(name))
        if wanted and name != but and not wanted & told.values.get(name, set()):
            return False
    if query.actor and but != "actor":
        each = [any(slug in party for party in told.parties) for slug in query.actor]
        if not (any(each) if query.match == "any" else all(each)):
            return False
        if query.match == "only" and not all(set(party) & set(query.actor) for party in told.parties):
            return False
    return but in ("from", "to") or _overlaps(told, *query.window)


def _overlaps(told: Told, since: date | None, to: date | None) -> bool:
    first, last = told.first or told.last, told.last or told.first
    if since and not (last and last >= since):
        return False
    return not to or bool(first and first <= to)


def counted(told: Iterable[Told], name: str) -> dict[str, int]:
    """How many of the records have each value of a parameter."""
    return dict(Counter(value for each in told for value in each.values.get(name, ())))
