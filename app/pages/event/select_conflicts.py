"""Loads the contradictions an event is part of: the links, and the account on the other side of each."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import EventRow, LinkRow, StatementRow, TellingRow
from app.pages.event.records import Conflict, Other, Said, Telling
from app.pages.event.select_passages import sayings, tellings
from app.pages.event.select_ties import other
from app.web.opposed import opposed


def conflicts(session: Session, event: int) -> tuple[Conflict, ...]:
    """Pairs of accounts of which this event, or a statement that tells it, is one; in the order of the list
    of contradictions."""
    ours = session.execute(
        sa.select(TellingRow.id, TellingRow.claimed_by_id).where(TellingRow.event_id == event)
    ).all()
    mine = {telling for telling, _ in ours}
    said = {statement for _, statement in ours if statement is not None}
    links = session.scalars(
        sa.select(LinkRow)
        .where(
            sa.or_(
                LinkRow.from_telling_id.in_(mine),
                LinkRow.to_telling_id.in_(mine),
                LinkRow.from_statement_id.in_(said),
                LinkRow.to_statement_id.in_(said),
            ),
            opposed(),
        )
        .order_by(LinkRow.id)
    ).all()
    if not links:
        return ()
    there = {link.id: _other_side(link, mine, said) for link in links}
    told = {t for t, _ in there.values() if t}
    spoken = {s for _, s in there.values() if s}
    accounts = tellings(session, TellingRow.id.in_(told)) if told else ()
    words = sayings(session, sorted(spoken))
    public, events = _public(session, told, spoken)
    by_id: dict[str, Telling | Said] = {t.id: t for t in accounts} | {s.id: s for s in words}
    return tuple(
        Conflict(
            id=link.id,
            kind=link.kind,
            reasons=tuple(link.reasons.split()),
            denied_here=link.to_telling_id in mine or link.to_statement_id in said,
            other=by_id[public[there[link.id]]],
            event=events.get(there[link.id][0] or 0),
        )
        for link in links
    )


def _other_side(link: LinkRow, mine: set[int], said: set[int]) -> tuple[int | None, int | None]:
    """Telling and statement of the account that is not this event's; of two that are, the second."""
    is_ours = link.from_telling_id in mine or link.from_statement_id in said
    if is_ours:
        return link.to_telling_id, link.to_statement_id
    return link.from_telling_id, link.from_statement_id


def _public(
    session: Session, told: set[int], said: set[int]
) -> tuple[dict[tuple[int | None, int | None], str], dict[int, Other]]:
    """Public ids by (telling, statement), and the events of the tellings."""
    public: dict[tuple[int | None, int | None], str] = {}
    events: dict[int, Other] = {}
    if told:
        rows = session.execute(
            sa.select(TellingRow.id, TellingRow.public_id, EventRow)
            .join(EventRow, EventRow.id == TellingRow.event_id)
            .where(TellingRow.id.in_(told))
        )
        for id_, name, event in rows:
            public[id_, None] = name
            events[id_] = other(event, "differs")
    if said:
        found = sa.select(StatementRow.id, StatementRow.public_id).where(StatementRow.id.in_(said))
        public |= {(None, id_): name for id_, name in session.execute(found)}
    return public, events
