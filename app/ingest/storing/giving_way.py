"""An article gives up the ids of its text to one of another paper whose key sorts first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.links import Saying
from app.ingest.storing.profiles import saying_from_json
from app.ingest.storing.reprint import own_id, print_of, reprinted_saying, reprinted_telling
from app.models import ArticleRow, CurationRow, EventRow, LinkRow, StatementRow, TellingRow

_RECORDS: Final = ("event", "statement")


@dataclass(frozen=True, slots=True)
class GivenWay:
    """What is called otherwise now and must be looked at again: tellings by id, sayings, and row ids."""

    tellings: frozenset[str] = frozenset()
    sayings: tuple[Saying, ...] = ()
    events: frozenset[int] = frozenset()
    statements: frozenset[int] = frozenset()
    articles: frozenset[int] = frozenset()


def give_way(session: Session, holder: ArticleRow | None) -> GivenWay:
    """Call a stored article and its records as those of a reprint are called; nothing for None.

    Links of its records are forgotten, for their direction goes by ids; ``regroup`` finds them again.
    """
    if holder is None:
        return GivenWay()
    key, print_ = holder.key, print_of(holder.sha256, holder.key)
    said = session.scalars(sa.select(StatementRow).where(StatementRow.article_id == holder.id)).all()
    told = session.scalars(sa.select(TellingRow).where(TellingRow.article_id == holder.id)).all()
    _forget_links(session, [s.id for s in said], [t.id for t in told])
    events = frozenset(_renamed_events(session, [t.public_id for t in told], key))
    _rename_curations(session, holder, {*(s.public_id for s in said), *(t.public_id for t in told)})
    for statement in said:
        statement.public_id = own_id(statement.public_id, key)
        statement.profile = reprinted_saying(statement.profile, key, print_)
    for telling in told:
        telling.public_id = own_id(telling.public_id, key)
        telling.profile = reprinted_telling(telling.profile, key, print_)
    holder.sha256 = print_
    session.flush()
    return GivenWay(
        frozenset(t.public_id for t in told),
        tuple(saying_from_json(s.profile) for s in said),
        events | {t.event_id for t in told},
        frozenset(s.id for s in said),
        frozenset({holder.id}),
    )


def _renamed_events(session: Session, tellings: list[str], key: str) -> list[int]:
    """Events that are called after one of these tellings, called after what that is called now."""
    events = session.scalars(sa.select(EventRow).where(EventRow.public_id.in_(tellings))).all()
    for event in events:
        event.public_id = own_id(event.public_id, key)
    return [event.id for event in events]


def _rename_curations(session: Session, holder: ArticleRow, records: set[str]) -> None:
    found = session.scalars(sa.select(CurationRow).where(CurationRow.article_id == holder.id))
    for curation in found:
        if curation.record in _RECORDS and curation.public_id in records:
            curation.public_id = own_id(curation.public_id, holder.key)


def _forget_links(session: Session, statements: list[int], tellings: list[int]) -> None:
    columns: list[tuple[Any, list[int]]] = [
        (LinkRow.from_statement_id, statements),
        (LinkRow.to_statement_id, statements),
        (LinkRow.from_telling_id, tellings),
        (LinkRow.to_telling_id, tellings),
    ]
    session.execute(sa.delete(LinkRow).where(sa.or_(*(column.in_(ids) for column, ids in columns))))
