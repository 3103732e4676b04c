"""Turns keys into records and passages: one query for each kind of thing, whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.facets import certainty
from app.index.gather import lane
from app.models import (
    ActorRow,
    ArticleRow,
    ChainLinkRow,
    EventRow,
    EvidenceRole,
    EvidenceRow,
    IndexEntryRow,
    ParticipantRow,
    StatementRow,
    TellingRow,
)
from app.models.search import is_one_of
from app.models.twice import OUTLET
from app.pages.timeline.records import Link, Party, Record, Telling
from app.web.named import Named

_MARKED: Final = {
    "event": (EvidenceRole.TRIGGER, EvidenceRole.DATE, EvidenceRole.PLACE),
    "statement": (EvidenceRole.CONTENT,),
}


def _dates(row: type[EventRow] | type[StatementRow]) -> tuple[Any, ...]:
    """The columns that ``_dated`` reads: rows are cheaper than the objects of a thousand."""
    return (row.edtf, row.earliest, row.latest, row.sort_day, row.date_text)


def _names(label: str, row: Any) -> tuple[Any, ...]:
    """Slug and names of an actor under a label."""
    return row.slug.label(label), row.name_ar.label(f"{label}_ar"), row.name_en.label(f"{label}_en")


#: The questions asked for every page are put together once; ``ids`` are of events or of statements.
_IDS: Final[sa.BindParameter[Any]] = sa.bindparam("ids", expanding=True)
_EVENTS: Final = sa.select(
    *_dates(EventRow),
    EventRow.id,
    EventRow.public_id,
    EventRow.type,
    EventRow.status,
    EventRow.headline_ar,
    EventRow.headline_en,
    EventRow.origins_count,
    EventRow.certainty,
    EventRow.place_slug,
    EventRow.place_ar,
    EventRow.place_en,
).where(EventRow.id.in_(_IDS))
_STATEMENTS: Final = (
    sa.select(
        *_dates(StatementRow),
        StatementRow.id,
        StatementRow.public_id,
        StatementRow.quote,
        StatementRow.modality,
        StatementRow.content,
        *_names("speaker", ActorRow),
        lane().label("home"),
        ArticleRow.public_id.label("article"),
        ArticleRow.title,
        ArticleRow.published_earliest,
        *_names("outlet", OUTLET),
    )
    .join(ActorRow, ActorRow.id == StatementRow.speaker_id)
    .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
    .outerjoin(OUTLET, OUTLET.id == ArticleRow.outlet_id)
    .where(StatementRow.id.in_(_IDS))
)
_PARTIES: Final = (
    sa.select(
        ParticipantRow.event_id,
        ActorRow.slug,
        ActorRow.name_ar,
        ActorRow.name_en,
        lane(),
        ParticipantRow.role,
    )
    .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
    .where(ParticipantRow.event_id.in_(_IDS))
    .order_by(ParticipantRow.event_id, ParticipantRow.position)
)
_FIRST_ARTICLES: Final = (
    sa.select(TellingRow.event_id, ArticleRow.public_id, ArticleRow.title, ArticleRow.published_earliest)
    .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
    .where(TellingRow.event_id.in_(_IDS))
    .order_by(TellingRow.event_id, ArticleRow.published_earliest.desc(), ArticleRow.id.desc())
)
_OUTLETS: Final = (
    sa.select(TellingRow.event_id, ActorRow.slug, ActorRow.name_ar, ActorRow.name_en)
    .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
    .join(ActorRow, ActorRow.id == ArticleRow.outlet_id)
    .where(TellingRow.event_id.in_(_IDS))
    .distinct()
    .order_by(TellingRow.event_id, ActorRow.slug)
)


def records(session: Session, keys: Iterable[int]) -> dict[int, Record]:
    """The record behind each key of the index."""
    entries = sa.select(IndexEntryRow.key, IndexEntryRow.event_id, IndexEntryRow.statement_id)
    rows = session.execute(entries.where(is_one_of(IndexEntryRow.key, keys))).all()
    events = _events(session, [row.event_id for row in rows if row.event_id is not None])
    statements = _statements(session, [row.statement_id for row in rows if row.statement_id is not None])
    return {
        row.key: events[row.event_id] if row.event_id is not None else statements[row.statement_id]
        for row in rows
    }


def one(session: Session, public_id: str) -> Record | None:
    """The event or statement with this id, or the event that a telling of this id belongs to."""
    event = session.scalar(sa.select(EventRow.id).where(EventRow.public_id == public_id))
    event = event or session.scalar(sa.select(TellingRow.event_id).where(TellingRow.public_id == public_id))
    if event:
        return _events(session, [event])[event]
    said = session.scalar(sa.select(StatementRow.id).where(StatementRow.public_id == public_id))
    return _statements(session, [said])[said] if said else None


def _events(session: Session, ids: Sequence[int]) -> dict[int, Record]:
    if not ids:
        return {}
    parties = _parties(session, ids)
    outlets = _outlets(session, ids)
    first = _first_articles(session, ids)
    rows = session.execute(_EVENTS, {"ids": ids})
    return {
        row.id: Record(
            kind="event",
            id=row.id,
            public_id=row.public_id,
            type=row.type.value,
            state=row.status.value,
            headline_ar=row.headline_ar,
            headline_en=row.headline_en,
            parties=parties.get(row.id, ()),
            origins=row.origins_count,
            published=first[row.id][1] if row.id in first else None,
            article=first[row.id][0] if row.id in first else None,
            outlets=outlets.get(row.id, ()),
            certainty=row.certainty,
            place=Named(row.place_slug, row.place_ar or "", row.place_en or "") if row.place_slug else None,
            **_dated(row),
        )
        for row in rows
    }


def _statements(session: Session, ids: Sequence[int]) -> dict[int, Record]:
    if not ids:
        return {}
    rows = session.execute(_STATEMENTS, {"ids": ids})
    return {row.id: _statement(row) for row in rows}


def _statement(row: Any) -> Record:
    return Record(
        kind="statement",
        id=row.id,
        public_id=row.public_id,
        type=row.quote.value,
        state=row.modality.value,
        headline_ar=row.speaker_ar,
        headline_en=row.speaker_en,
        parties=(Party(row.speaker, row.speaker_ar, row.speaker_en, row.home, "source"),),
        origins=1,
        published=row.published_earliest,
        article=Named(row.article, row.title or "", row.title or ""),
        outlets=(Named(row.outlet, row.outlet_ar, row.outlet_en),) if row.outlet else (),
        certainty=certainty(row.edtf, row.sort_day, row.earliest, row.latest),
        content=row.content,
        **_dated(row),
    )


def _dated(row: Any) -> dict[str, Any]:
    return {
        "edtf": row.edtf,
        "earliest": row.earliest,
        "latest": row.latest,
        "day": row.sort_day or 0,
        "date_text": row.date_text,
    }


def _parties(session: Session, ids: Sequence[int]) -> dict[int, tuple[Party, ...]]:
    rows = session.execute(_PARTIES, {"ids": ids})
    return {
        event: tuple(Party(slug, ar, en, lane, role.value) for _, slug, ar, en, lane, role in group)
        for event, group in groupby(rows, key=lambda row: row[0])
    }


def _first_articles(session: Session, ids: Sequence[int]) -> dict[int, tuple[Named, date | None]]:
    """The first article that tells each event, and its day."""
    rows = session.execute(_FIRST_ARTICLES, {"ids": ids})
    return {event: (Named(slug, title or "", title or ""), day) for event, slug, title, day in rows}


def _outlets(session: Session, ids: Sequence[int]) -> dict[int, tuple[Named, ...]]:
    rows = session.execute(_OUTLETS, {"ids": ids})
    return {
        event: tuple(Named(slug, ar, en) for _, slug, ar, en in group)
        for event, group in groupby(rows, key=lambda row: row[0])
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
