"""Turns keys into records: one query for each kind of thing, whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import Modality
from app.index.facets import certainty
from app.index.gather import lane
from app.index.tables import ENTRIES
from app.languages.english import saying
from app.models import (
    ActorRow,
    ArticleRow,
    EventRow,
    IndexEntryRow,
    ParticipantRow,
    StatementRow,
    TellingRow,
)
from app.models.search import among, listed
from app.models.twice import OUTLET
from app.pages.timeline.records import Party, Record
from app.web.named import Named


def _dates(row: type[EventRow] | type[StatementRow]) -> tuple[Any, ...]:
    """The columns that ``_dated`` reads: rows are cheaper than the objects of a thousand."""
    return (row.edtf, row.earliest, row.latest, row.sort_day, row.date_text)


def _names(label: str, row: Any) -> tuple[Any, ...]:
    """Slug and names of an actor under a label."""
    return row.slug.label(label), row.name_ar.label(f"{label}_ar"), row.name_en.label(f"{label}_en")


#: The questions asked for every page are put together once; ``ids`` are of events or of statements.
_ENTRIES: Final = sa.select(ENTRIES.c.key, ENTRIES.c.event_id, ENTRIES.c.statement_id).where(
    among(IndexEntryRow.key)
)
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
).where(among(EventRow.id))
_STATEMENTS: Final = (
    sa.select(
        *_dates(StatementRow),
        StatementRow.id,
        StatementRow.public_id,
        StatementRow.quote,
        StatementRow.modality,
        StatementRow.content,
        *_names("speaker", ActorRow),
        ActorRow.kind.label("speaker_kind"),
        lane().label("home"),
        ArticleRow.public_id.label("article"),
        ArticleRow.title,
        ArticleRow.published_earliest,
        *_names("outlet", OUTLET),
    )
    .join(ActorRow, ActorRow.id == StatementRow.speaker_id)
    .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
    .outerjoin(OUTLET, OUTLET.id == ArticleRow.outlet_id)
    .where(among(StatementRow.id))
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
    .where(among(ParticipantRow.event_id))
    .order_by(ParticipantRow.event_id, ParticipantRow.position)
)
_PAPERS: Final = (
    sa.select(
        TellingRow.event_id,
        ArticleRow.public_id,
        ArticleRow.title,
        ArticleRow.published_earliest,
        ActorRow.slug,
        ActorRow.name_ar,
        ActorRow.name_en,
    )
    .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
    .outerjoin(ActorRow, ActorRow.id == ArticleRow.outlet_id)
    .where(among(TellingRow.event_id))
    .order_by(TellingRow.event_id, ArticleRow.published_earliest.desc(), ArticleRow.id.desc())
)


def records(session: Session, keys: Iterable[int]) -> dict[int, Record]:
    """The record behind each key of the index."""
    rows = _asked(session, _ENTRIES, keys)
    events = _events(session, [event for _, event, _ in rows if event is not None])
    statements = _statements(session, [said for *_, said in rows if said is not None])
    return {key: statements[said] if event is None else events[event] for key, event, said in rows}


def _asked(session: Session, question: sa.Executable, ids: Iterable[int]) -> Sequence[Any]:
    """The rows of a question that was put together once, asked past what a session does for objects."""
    return session.connection().execute(question, {"ids": listed(ids)}).all()


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
    papers = _papers(session, ids)
    return {row.id: _event(row, parties.get(row.id, ()), papers) for row in _asked(session, _EVENTS, ids)}


def _event(row: Any, parties: tuple[Party, ...], papers: Mapping[int, _Papers]) -> Record:
    told = papers.get(row.id, _NOWHERE)
    return Record(
        kind="event",
        id=row.id,
        public_id=row.public_id,
        type=row.type.value,
        state=row.status.value,
        headline_ar=row.headline_ar,
        headline_en=row.headline_en,
        parties=parties,
        origins=row.origins_count,
        published=told.published,
        article=told.article,
        outlets=told.outlets,
        certainty=row.certainty,
        place=Named(row.place_slug, row.place_ar or "", row.place_en or "") if row.place_slug else None,
        **_dated(row),
    )


def _statements(session: Session, ids: Sequence[int]) -> dict[int, Record]:
    return {row.id: _statement(row) for row in _asked(session, _STATEMENTS, ids)} if ids else {}


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
        says_en=saying(
            row.speaker_en, row.speaker_ar, row.speaker_kind, denied=row.modality is Modality.DENIED
        ),
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
    rows = _asked(session, _PARTIES, ids)
    return {
        event: tuple(Party(slug, ar, en, lane, role.value) for _, slug, ar, en, lane, role in group)
        for event, group in groupby(rows, key=itemgetter(0))
    }


@dataclass(frozen=True, slots=True)
class _Papers:
    """The first article that tells an event and its day; all outlets that do, in order of their slugs."""

    article: Named | None = None
    published: date | None = None
    outlets: tuple[Named, ...] = ()


_NOWHERE: Final = _Papers()


def _papers(session: Session, ids: Sequence[int]) -> dict[int, _Papers]:
    found: dict[int, _Papers] = {}
    for event, group in groupby(_asked(session, _PAPERS, ids), key=itemgetter(0)):
        told = list(group)
        _, slug, title, published, *_ = told[-1]
        names = {paper: Named(paper, ar, en) for *_, paper, ar, en in told if paper}
        outlets = tuple(names[paper] for paper in sorted(names))
        found[event] = _Papers(Named(slug, title or "", title or ""), published, outlets)
    return found
