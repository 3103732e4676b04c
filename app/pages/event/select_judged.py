"""Reads who judges an event in opposite ways: pairs of statements that were linked as such, by its sides.

The link does not say of which event the two speak. It is one that the articles of both tell, in which the
states of both took part, of a family that such a judgement may speak of, in the days when it was news.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.domain.codes import FAMILY_OF
from app.domain.links import LinkKind
from app.domain.records import EventStatus
from app.languages.ar.judgements import families_of
from app.models import ActorRow, ArticleRow, EventRow, LinkRow, ParticipantRow, StatementRow, TellingRow
from app.pages.event.records import Conflict
from app.pages.event.select_passages import sayings

#: A side judges an event in the days when it is news.
NEWS_DAYS: Final = timedelta(days=3)
_DONE: Final = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.REPORTED})


def judged(session: Session, event: EventRow) -> tuple[Conflict, ...]:
    """Pairs of statements that judge this event in opposite ways."""
    if event.status not in _DONE or event.background or event.earliest is None:
        return ()
    found = [(link, one, other) for link, one, other in _pairs(session, event) if _speaks_of(link, event)]
    words = {said.id: said for said in sayings(session, [s.id for _, *both in found for s in both])}
    return tuple(
        Conflict(
            id=link.id,
            kind=link.kind,
            reasons=tuple(link.reasons.split()),
            denied_here=False,
            other=words[other.public_id],
            event=None,
            beside=words[one.public_id],
        )
        for link, one, other in found
    )


def _pairs(session: Session, event: EventRow) -> list[tuple[LinkRow, StatementRow, StatementRow]]:
    """Opposed judgements in the articles that tell the event, by two of its sides, while it was news."""
    articles = sa.select(TellingRow.article_id).where(TellingRow.event_id == event.id)
    sides = (
        sa.select(ActorRow.lane)
        .join(ParticipantRow, ParticipantRow.actor_id == ActorRow.id)
        .where(ParticipantRow.event_id == event.id)
    )
    one, other = aliased(StatementRow), aliased(StatementRow)
    who, whom = aliased(ActorRow), aliased(ActorRow)
    here, there = aliased(ArticleRow), aliased(ArticleRow)
    rows = session.execute(
        sa.select(LinkRow, one, other, here.published_earliest, there.published_earliest)
        .join(one, one.id == LinkRow.from_statement_id)
        .join(other, other.id == LinkRow.to_statement_id)
        .join(who, who.id == one.speaker_id)
        .join(whom, whom.id == other.speaker_id)
        .join(here, here.id == one.article_id)
        .join(there, there.id == other.article_id)
        .where(
            LinkRow.kind == LinkKind.DIFFERS.value,
            LinkRow.reasons.startswith("evaluation"),
            one.article_id.in_(articles),
            other.article_id.in_(articles),
            who.lane.in_(sides),
            whom.lane.in_(sides),
            who.lane != whom.lane,
        )
        .order_by(LinkRow.id)
    )
    return [
        (row[0], row[1], row[2])
        for row in rows
        if _near(event, row[1].earliest or row[3]) and _near(event, row[2].earliest or row[4])
    ]


def _near(event: EventRow, said: date | None) -> bool:
    if said is None or event.earliest is None:
        return False
    last = event.latest or event.earliest
    return event.earliest - timedelta(days=1) <= said <= last + NEWS_DAYS


def _speaks_of(link: LinkRow, event: EventRow) -> bool:
    """Over a third both may have won: who won is asked between foes, which roles here do not tell apart."""
    family = FAMILY_OF[event.type]
    names = (name for name in link.reasons.split()[1:] if name != "victory")
    return any(family in families_of(name) for name in names)
