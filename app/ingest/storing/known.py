"""What is stored already, as matching sees it: found by block key near a day, by event, by article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.codes import FAMILY_OF
from app.domain.links import Saying, Telling
from app.domain.records import EventType
from app.ingest.matching.compare import block_keys
from app.ingest.matching.ties import DENIABLE
from app.ingest.storing.alike import Sought, Windows, alike, one_with, outcomes, windows
from app.ingest.storing.keys import Side, pair_keys, repeats, saying_days, telling_days
from app.ingest.storing.profiles import saying_from_json, telling_from_json
from app.ingest.storing.rows import Values
from app.models import BlockKeyRow, StatementRow, TellingRow
from app.models.search import rows_of

#: Days around a denial in which the denied event or statement may stand: half a year.
DENIAL_REACH = 190
#: Days around a judgement in which another side may judge the same event.
JUDGING_REACH = 8

Tellings = dict[str, Telling]


def tellings_near(session: Session, tellings: Iterable[Telling]) -> Tellings:
    """Stored tellings that may be one event with these, or a plan or an outcome of them.

    Each is looked for under its own keys and days: those of all together would meet where none of them does.
    """
    return _tellings_sought(session, ((telling, alike(telling)) for telling in tellings))


def tellings_one_with(session: Session, tellings: Iterable[Telling]) -> Tellings:
    """Stored tellings that may be one event with these beyond doubt."""
    return _tellings_sought(session, ((telling, one_with(telling)) for telling in tellings))


def outcomes_near(session: Session, plans: Iterable[Telling]) -> Tellings:
    """Stored tellings in which these plans may have come true."""
    return _tellings_sought(session, ((plan, outcomes(plan)) for plan in plans))


def _tellings_sought(session: Session, sought: Iterable[tuple[Telling, Iterable[Sought]]]) -> Tellings:
    """All of them by one query, whatever their number."""
    asked = [row for telling, wanted in sought for row in _asked(telling, wanted)]
    if not asked:
        return {}
    given = {"sought": json.dumps(asked, default=date.isoformat)}
    rows = session.execute(_seeking(session.connection().dialect.name), given)
    return {public_id: telling_from_json(profile) for public_id, profile in rows}


def _asked(telling: Telling, sought: Iterable[Sought]) -> Iterator[Values]:
    """A row for each key and window of what is sought for a telling."""
    keys = {1: block_keys(telling), 2: pair_keys(telling)}
    for wanted in sought:
        same: Values = {
            "types": " ".join(sorted(wanted.types)),
            "statuses": " ".join(sorted(wanted.statuses)),
            "begun": wanted.begun,
            "over": wanted.over,
            "after": wanted.after,
            "dated": None if wanted.dated is None else int(wanted.dated),
        }
        for key in keys[wanted.shared]:
            for first, last in wanted.windows:
                yield {"key": key + wanted.side, "first": first, "last": last, **same}


@lru_cache
def _seeking(dialect: str) -> sa.Select[tuple[str, dict[str, Any]]]:
    """The tellings that ``sought``, a list of what ``_asked`` gives, is answered by."""
    numbers = dict.fromkeys(("first", "last", "dated"), sa.Integer)
    texts = dict.fromkeys(("key", "types", "statuses"), sa.String)
    asked = rows_of(
        dialect, "sought", **numbers, **texts, **dict.fromkeys(("begun", "over", "after"), sa.Date)
    ).c
    told, stands = TellingRow, BlockKeyRow
    unknown = sa.and_(told.earliest.is_(None), told.latest.is_(None))
    found = (
        sa.select(stands.telling_id)
        .join(asked.key.table, sa.and_(stands.key == asked.key, stands.day.between(asked.first, asked.last)))
        .join(told, told.id == stands.telling_id)
        .where(
            asked.types.contains(sa.cast(told.type, sa.String)),
            asked.statuses.contains(sa.cast(told.status, sa.String)),
            sa.or_(asked.begun.is_(None), told.earliest.is_(None), told.earliest <= asked.begun),
            sa.or_(asked.over.is_(None), told.latest.is_(None), told.latest >= asked.over),
            sa.or_(asked.after.is_(None), told.earliest >= asked.after),
            sa.or_(asked.dated.is_(None), (asked.dated == 0) == unknown),
        )
    )
    return sa.select(told.public_id, told.profile).where(told.id.in_(found))


def tellings_denied(session: Session, sayings: Iterable[Saying]) -> Tellings:
    """Stored tellings that these denials may speak of."""
    keys: set[str] = set()
    days: set[int] = set()
    for denial in (s for s in sayings if s.denies):
        families = {FAMILY_OF[EventType(t)].value for t in denial.topics}
        keys |= {f"{family}|{party}" for family in families for party in denial.about}
        days |= saying_days(denial)
    if not keys:
        return {}
    on_sides = {key + side for key in keys for side in (Side.DAY, Side.VAGUE)}
    near = _under(BlockKeyRow.telling_id, on_sides, windows(days, DENIAL_REACH))
    return _tellings(session, sa.and_(TellingRow.id.in_(near), TellingRow.status.in_(DENIABLE)))


def tellings_with(session: Session, ids: Iterable[str]) -> Tellings:
    """These tellings by id."""
    wanted = set(ids)
    return _tellings(session, TellingRow.public_id.in_(wanted)) if wanted else {}


def tellings_beside(session: Session, ids: Iterable[str]) -> Tellings:
    """All tellings of the events that these tellings tell."""
    events = sa.select(TellingRow.event_id).where(TellingRow.public_id.in_(set(ids)))
    return _tellings(session, TellingRow.event_id.in_(events))


def tellings_of_articles(session: Session, ids: Iterable[str]) -> Tellings:
    """All tellings of the articles in which these stand."""
    articles = sa.select(TellingRow.article_id).where(TellingRow.public_id.in_(set(ids)))
    return _tellings(session, TellingRow.article_id.in_(articles))


def sayings_near(
    session: Session, sayings: Sequence[Saying], tellings: Sequence[Telling]
) -> dict[str, Saying]:
    """Stored statements that may repeat, deny, contradict or be denied by these, or deny these tellings."""
    keys = {key for s in sayings for key in repeats(s)}
    keys |= {f"denies|{party}" for s in sayings for party in s.about}
    keys |= {f"about|{party}" for s in sayings if s.denies for party in s.about}
    days = {day for s in sayings for day in saying_days(s)}
    for telling in tellings:
        keys |= {f"denies|{party}" for party in telling.slugs}
        keys |= {f"denies|{p.country}" for p in telling.principals if p.country}
        days |= telling_days(telling)
    near = _under(BlockKeyRow.statement_id, keys, windows(days, DENIAL_REACH))
    found = sa.union(near, _judging(sayings, tellings))
    rows = session.execute(
        sa.select(StatementRow.public_id, StatementRow.profile).where(StatementRow.id.in_(found))
    )
    return {public_id: saying_from_json(profile) for public_id, profile in rows}


def _judging(sayings: Sequence[Saying], tellings: Sequence[Telling]) -> sa.Select[int | None]:
    """Statements in which a state of these tellings judges, in the days of those that judge here."""
    days = {day for s in sayings if s.judges for day in saying_days(s)}
    states = {p.country for t in tellings for p in t.principals if p.country} if days else set()
    return _under(BlockKeyRow.statement_id, {f"judges|{s}" for s in states}, windows(days, JUDGING_REACH))


def _tellings(session: Session, where: sa.ColumnElement[bool]) -> Tellings:
    rows = session.execute(sa.select(TellingRow.public_id, TellingRow.profile).where(where))
    return {public_id: telling_from_json(profile) for public_id, profile in rows}


def _under(
    owner: InstrumentedAttribute[int | None], keys: set[str], within: Windows
) -> sa.Select[int | None]:
    """Ids that stand under one of the keys on a day within one of the windows."""
    near = [BlockKeyRow.day.between(first, last) for first, last in within]
    return sa.select(owner).where(owner.is_not(None), BlockKeyRow.key.in_(keys), sa.or_(sa.false(), *near))
