"""Tellings gathered into events, and the ties between records, brought up to date.

Only what a change can reach is looked at: the tellings connected with the changed ones by pairs
that tell one event. What comes out depends on what is stored, never on the order it came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session, selectinload

from app.domain.links import Group, Link, LinkKind, RecordKind, Saying, Telling, Verdict
from app.domain.records import Role
from app.domain.time import DateSpan
from app.ingest import match
from app.ingest.matching.compare import block_keys
from app.ingest.matching.comparisons import Comparisons
from app.ingest.matching.outcomes import Outcomes, is_plan
from app.ingest.storing.copies import copies_among
from app.ingest.storing.known import (
    Tellings,
    outcomes_near,
    sayings_near,
    tellings_beside,
    tellings_denied,
    tellings_near,
    tellings_of_articles,
    tellings_one_with,
    tellings_with,
)
from app.ingest.storing.records import EVIDENCE
from app.ingest.storing.rows import Values, certainty, ids, insert
from app.models import EventRow, LinkRow, ParticipantRow, StatementRow, TellingRow

#: Where more tellings than this hang together by pairs, those further away are left as they are: on a day of
#: which everything is told of one state that is a chain without an end, and no event.
MOST_JOINED: Final = 100

#: Kinds of link between two tellings that change with what is one event.
_OF_PAIRS: Final = (LinkKind.POSSIBLY_SAME.value, LinkKind.DIFFERS.value)

_COPIED = ("edtf", "earliest", "latest", "date_text", "date_rule", "sort_day")
_PLACED = ("place_slug", "place_ar", "place_en", "place_country")


def regroup(session: Session, changed: Iterable[str], sayings: Sequence[Saying]) -> set[int]:
    """Bring events and links up to date after tellings (ids) and statements came or went.

    Returns the row ids of the events that were written anew or are no more.
    """
    new = tellings_with(session, changed)
    known, joined = _connected(session, new)
    told = [known[id_] for id_ in sorted(joined)]
    groups = match.group(told, copies_among(session, {t.article for t in told}))
    fresh = _parted(_stored_groups(session, joined), groups, frozenset(new))
    touched = _write_events(session, groups)
    known |= tellings_near(session, (known[id_] for id_ in fresh - new.keys()))
    _write_pairs(session, known, fresh)
    _write_links(session, known, new, sayings)
    return touched


def _connected(session: Session, new: Tellings) -> tuple[Tellings, set[str]]:
    """All that may have to do with the new ones; and the ids of those that hang together with them by pairs
    of one event or a common event, as far as ``MOST_JOINED``: of the events on the border all tellings."""
    known = new | tellings_near(session, new.values())
    joined, frontier = set(new), set(new)
    while frontier:
        beside = tellings_beside(session, frontier)
        known |= beside
        if len(joined) > MOST_JOINED:
            joined |= beside.keys()
            break
        fresh = [known[id_] for id_ in frontier]
        known |= tellings_one_with(session, (t for t in fresh if t.id not in new))
        tied = {id_ for telling in fresh for id_ in telling.joined}
        known |= tellings_with(session, tied - known.keys())
        outside = [known[id_] for id_ in known.keys() - joined]
        same = _told_alike(fresh, outside) | (tied & known.keys())
        frontier = (same | beside.keys()) - joined
        joined |= frontier
    return known, joined


def _parted(before: Iterable[frozenset[str]], after: Iterable[Group], new: frozenset[str]) -> frozenset[str]:
    """The new tellings, and those of the others that are one event with others than before: between two that
    are not, no link can have changed."""
    stood = {id_: members - new for members in before for id_ in members}
    stayed = (frozenset(g.tellings) - new for g in after)
    return new.union(*(members for members in stayed if any(stood.get(id_) != members for id_ in members)))


def _told_alike(tellings: Iterable[Telling], others: Iterable[Telling]) -> set[str]:
    """Ids of the others that tell one event with any of these."""
    compare = Comparisons()
    keyed = [(other, block_keys(other)) for other in others]
    found: set[str] = set()
    for telling in tellings:
        keys = block_keys(telling)
        found |= {
            other.id
            for other, others_keys in keyed
            if not keys.isdisjoint(others_keys) and compare.between(telling, other).verdict is Verdict.SAME
        }
    return found


def _write_events(session: Session, groups: Sequence[Group]) -> set[int]:
    told = [id_ for g in groups for id_ in g.tellings]
    rows = {t.public_id: t for t in session.scalars(_with_parts(told))}
    old = {t.event.public_id: t.event for t in rows.values()}
    participants: list[Values] = []
    events = []
    for group in groups:
        members = [rows[id_] for id_ in group.tellings]
        event = old.pop(_first_told(members), None) or EventRow()
        _describe(event, group, rows)
        session.add(event)
        events.append((event, members))
    session.flush()
    for event, members in events:
        for telling in members:
            telling.event_id = event.id
        participants += _participants(event, members)
    session.flush()
    gone = [event.id for event in old.values()]
    touched = gone + [event.id for event, _ in events]
    session.execute(sa.delete(ParticipantRow).where(ParticipantRow.event_id.in_(touched)))
    session.execute(sa.delete(EventRow).where(EventRow.id.in_(gone)))
    insert(session, ParticipantRow, participants)
    return set(touched)


def _with_parts(told: Sequence[str]) -> sa.Select[TellingRow]:
    return (
        sa.select(TellingRow)
        .where(TellingRow.public_id.in_(told))
        .options(
            selectinload(TellingRow.event),
            selectinload(TellingRow.article),
            selectinload(TellingRow.participants),
        )
        .execution_options(populate_existing=True)
    )


def _first_told(members: Sequence[TellingRow]) -> str:
    """The id an event keeps: of its telling in the article published first."""
    return min(members, key=lambda t: (t.article.published_earliest or date.max, t.public_id)).public_id


def _describe(event: EventRow, group: Group, rows: Mapping[str, TellingRow]) -> None:
    members = [rows[id_] for id_ in group.tellings]
    lead = rows[group.lead]
    event.public_id = _first_told(members)
    event.type, event.status = group.type, group.status
    event.headline_ar, event.headline_en = lead.headline_ar, lead.headline_en
    dated = rows[group.dated_by] if group.dated_by else None
    for name in _COPIED:
        setattr(event, name, getattr(dated, name) if dated else None)
    placed = next((t for t in (lead, *members) if t.place_slug), None)
    for name in _PLACED:
        setattr(event, name, getattr(placed, name) if placed else None)
    value = DateSpan(dated.edtf, dated.earliest, dated.latest) if dated and dated.edtf else None
    event.certainty = certainty(value)
    event.evidence_kind = min((t.evidence_kind for t in members), key=EVIDENCE.index)
    event.background = all(t.background for t in members)
    event.tellings_count = len({t.article_id for t in members})
    event.origins_count = len(group.origins)


def _participants(event: EventRow, members: Sequence[TellingRow]) -> list[Values]:
    """Every actor once, those of the fullest telling first, in the role that says most."""
    roles: dict[int, Role] = {}
    for telling in sorted(members, key=lambda t: (-len(t.participants), t.public_id)):
        for p in telling.participants:
            roles[p.actor_id] = min(roles.get(p.actor_id, p.role), p.role, key=list(Role).index)
    return [
        {
            "event_id": event.id,
            "actor_id": actor_id,
            "role": role,
            "position": n,
            "sort_day": event.sort_day,
        }
        for n, (actor_id, role) in enumerate(roles.items())
    ]


def _write_pairs(session: Session, known: Tellings, fresh: frozenset[str]) -> None:
    """Replace the links that change with what is one event."""
    groups = [
        Group(min(told), tuple(sorted(told)), known[min(told)].type, known[min(told)].status, None, None, ())
        for told in _stored_groups(session, known)
    ]
    found = match.links_by_groups(list(known.values()), groups, fresh)
    _forget(session, fresh, LinkRow.kind.in_(_OF_PAIRS))
    _insert_links(session, found)


def _write_links(session: Session, known: Tellings, new: Tellings, sayings: Sequence[Saying]) -> None:
    """Replace the other links of what is new; a plan near it may have another outcome now."""
    known |= tellings_of_articles(session, new)
    known |= tellings_denied(session, sayings)
    plans = _plans_concerned(known, new)
    known |= outcomes_near(session, (plans[id_] for id_ in plans.keys() - new.keys()))
    said = {s.id: s for s in sayings} | sayings_near(session, sayings, list(new.values()))
    found = match.links_by_records(
        list(known.values()), list(said.values()), frozenset(new).union(s.id for s in sayings)
    )
    _forget(session, new, LinkRow.kind.not_in(_OF_PAIRS))
    planned = ids(session, TellingRow, "public_id", plans).values()
    outcome = LinkRow.kind == LinkKind.PLAN_OUTCOME.value
    session.execute(sa.delete(LinkRow).where(LinkRow.from_telling_id.in_(planned), outcome))
    _insert_links(session, found)


def _plans_concerned(known: Tellings, new: Tellings) -> Tellings:
    """Plans among the new tellings, and those near that one of them may be the outcome of."""
    done = Outcomes(new.values())
    return {
        id_: t
        for id_, t in known.items()
        if is_plan(t) and (id_ in new or next(done.of(t), None) is not None)
    }


def _stored_groups(session: Session, tellings: Iterable[str]) -> list[frozenset[str]]:
    """Which of these tellings are one event, as stored."""
    members: dict[int, set[str]] = {}
    rows = session.execute(
        sa.select(TellingRow.event_id, TellingRow.public_id).where(TellingRow.public_id.in_(tellings))
    )
    for event_id, id_ in rows:
        members.setdefault(event_id, set()).add(id_)
    return [frozenset(told) for told in members.values()]


def _forget(session: Session, tellings: Iterable[str], kinds: sa.ColumnElement[bool]) -> None:
    rows = list(ids(session, TellingRow, "public_id", tellings).values())
    ends = sa.or_(LinkRow.from_telling_id.in_(rows), LinkRow.to_telling_id.in_(rows))
    session.execute(sa.delete(LinkRow).where(ends, kinds))


def _insert_links(session: Session, links: Sequence[Link]) -> None:
    ends = [(x.source_kind, x.source) for x in links] + [(x.target_kind, x.target) for x in links]
    by_kind = {kind: {id_ for k, id_ in ends if k is kind} for kind in RecordKind}
    tellings = ids(session, TellingRow, "public_id", by_kind[RecordKind.EVENT])
    statements = ids(session, StatementRow, "public_id", by_kind[RecordKind.STATEMENT])
    insert(
        session,
        LinkRow,
        [
            {
                "kind": x.kind.value,
                "from_telling_id": tellings.get(x.source),
                "from_statement_id": statements.get(x.source),
                "to_telling_id": tellings.get(x.target),
                "to_statement_id": statements.get(x.target),
                "reasons": " ".join(x.reasons),
            }
            for x in links
        ],
    )
