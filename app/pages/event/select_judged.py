"""Loads who judges an event in opposite ways: pairs of statements linked for that reason, by side.

The link does not say which event the two speak about. It is one that the articles of both report, in which
the states of both took part, of a family that such a judgement may concern, at the time when it was news.
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
#: The two statements of a pair, with who made them and where they stand.
_ONE, _OTHER = aliased(StatementRow), aliased(StatementRow)
_WHO, _WHOM = aliased(ActorRow), aliased(ActorRow)
_HERE, _THERE = aliased(ArticleRow), aliased(ArticleRow)
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
    rows = session.execute(
        sa.select(LinkRow, _ONE, _OTHER, _HERE.published_earliest, _THERE.published_earliest)
        .join(_ONE, _ONE.id == LinkRow.from_statement_id)
        .join(_OTHER, _OTHER.id == LinkRow.to_statement_id)
        .join(_WHO, _WHO.id == _ONE.speaker_id)
        .join(_WHOM, _WHOM.id == _OTHER.speaker_id)
        .join(_HERE, _HERE.id == _ONE.article_id)
        .join(_THERE, _THERE.id == _OTHER.article_id)
        .where(
            LinkRow.kind == LinkKind.DIFFERS.value,
            LinkRow.reasons.startswith("evaluation"),
            _ONE.article_id.in_(articles),
            _OTHER.article_id.in_(articles),
            _WHO.lane.in_(sides),
            _WHOM.lane.in_(sides),
            _WHO.lane != _WHOM.lane,
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
