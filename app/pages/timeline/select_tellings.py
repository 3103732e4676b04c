"""The passages behind one record, with their highlights and the media they came through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import (
    ActorRow,
    ArticleRow,
    ChainLinkRow,
    EvidenceRole,
    EvidenceRow,
    StatementRow,
    TellingRow,
)
from app.pages.timeline.records import Link, Record, Telling

_MARKED: Final = {
    "event": (EvidenceRole.TRIGGER, EvidenceRole.DATE, EvidenceRole.PLACE),
    "statement": (EvidenceRole.CONTENT,),
}


def tellings(session: Session, record: Record) -> tuple[Telling, ...]:
    """The passages that carry a record, in order of publication."""
    rows = _passages(session, record)
    marks = _marks(session, record.kind, [row.id for row in rows])
    chains = _chains(session, record.kind, [row.id for row in rows])
    return tuple(
        Telling(
            public_id=row.public_id,
            article=row.article,
            title=row.title,
            published=row.published_edtf,
            paragraph=row.paragraph,
            sentence=row.sentence,
            start=row.start,
            text=row.text,
            marks=marks.get(row.id, ()),
            chain=chains.get(row.id) or _publisher(row),
            date_text=row.date_text,
        )
        for row in rows
    )


def _passages(session: Session, record: Record) -> Sequence[Any]:
    row: type[TellingRow] | type[StatementRow] = TellingRow if record.kind == "event" else StatementRow
    mine = TellingRow.event_id == record.id if record.kind == "event" else StatementRow.id == record.id
    return session.execute(
        sa.select(
            row.id,
            row.public_id,
            row.paragraph,
            row.sentence,
            row.start,
            row.text,
            row.date_text,
            ArticleRow.public_id.label("article"),
            ArticleRow.title,
            ArticleRow.published_edtf,
            ActorRow.name_ar,
            ActorRow.name_en,
        )
        .join(ArticleRow, ArticleRow.id == row.article_id)
        .outerjoin(ActorRow, ActorRow.id == ArticleRow.outlet_id)
        .where(mine)
        .order_by(ArticleRow.published_earliest, row.id)
    ).all()


def _publisher(row: Any) -> tuple[Link, ...]:
    """The article's outlet, where the record names no chain of its own."""
    return (Link(row.name_ar, row.name_en, None),) if row.name_ar else ()


def _marks(session: Session, kind: str, ids: Sequence[int]) -> Mapping[int, tuple[tuple[int, int], ...]]:
    owner = EvidenceRow.telling_id if kind == "event" else EvidenceRow.statement_id
    rows = session.execute(
        sa.select(owner, EvidenceRow.start, EvidenceRow.end)
        .where(owner.in_(ids), EvidenceRow.role.in_(_MARKED[kind]))
        .order_by(owner, EvidenceRow.start)
    )
    return {
        owned: tuple((a, b) for _, a, b in group) for owned, group in groupby(rows, key=lambda row: row[0])
    }


def _chains(session: Session, kind: str, ids: Sequence[int]) -> Mapping[int, tuple[Link, ...]]:
    owner = ChainLinkRow.telling_id if kind == "event" else ChainLinkRow.statement_id
    rows = session.execute(
        sa.select(owner, ActorRow.name_ar, ActorRow.name_en, ChainLinkRow.cue_text)
        .join(ActorRow, ActorRow.id == ChainLinkRow.actor_id)
        .where(owner.in_(ids))
        .order_by(owner, ChainLinkRow.position)
    )
    return {
        owned: tuple(Link(ar, en, cue) for _, ar, en, cue in group)
        for owned, group in groupby(rows, key=lambda row: row[0])
    }
