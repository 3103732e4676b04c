"""Reads from the tables what the index must know, in a few queries however many records there are.

The words of an event are those of its tellings and headlines, those of a statement its own. Names of
actors are looked up at search time (``app.index.text``), so a better name does not mean indexing every record
again; names of anonymous sources belong to one article and are indexed with its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.records import ActorKind
from app.index.facets import EVENT, STATEMENT, Indexed, Party, When, certainty, terms
from app.index.words import tokens
from app.models import ActorRow, ArticleRow, EventRow, ParticipantRow, StatementRow, TellingRow
from app.models.search import is_one_of
from app.models.twice import OUTLET


def acts_for_its_state() -> sa.ColumnElement[bool]:
    """Newspapers, parties and institutes have a home but speak for themselves; ministers, ministries,
    armies and the armed groups named after a state stand in its lane."""
    return ActorRow.kind.not_in((ActorKind.MEDIA, ActorKind.ORGANISATION))


def lane() -> sa.ColumnElement[str | None]:
    """The slug of the state that an actor is shown with; NULL where there is none."""
    return sa.case((acts_for_its_state(), ActorRow.lane), else_=None)


def _of_source(name: InstrumentedAttribute[str]) -> sa.ColumnElement[str | None]:
    return sa.case((ActorRow.kind == ActorKind.SOURCE, name), else_=None)


#: The names of an anonymous source; NULL for anybody else.
_SOURCE = (
    _of_source(ActorRow.name_ar).label("source_ar"),
    _of_source(ActorRow.name_en).label("source_en"),
)
#: Different texts of each record, in order.
Texts = dict[int, dict[str, None]]


def gathered(session: Session, events: Collection[int], statements: Collection[int]) -> Iterator[Indexed]:
    """The records with these ids as far as they exist."""
    if events:
        yield from _events(session, events)
    if statements:
        yield from _statements(session, statements)


def _events(session: Session, ids: Collection[int]) -> Iterator[Indexed]:
    texts: Texts = defaultdict(dict)
    parties = _parties(session, ids, texts)
    outlets, published = _papers(session, ids, texts)
    row = EventRow
    rows = session.execute(
        sa.select(
            row.id, row.type, row.status, row.certainty, row.evidence_kind, row.place_slug,
            row.sort_day, row.earliest, row.latest,
        ).where(is_one_of(row.id, ids))
    )  # fmt: skip
    for id_, type_, status, quality, evidence, place, day, earliest, latest in rows:
        when = When.of(day, earliest, latest, published.get(id_))
        own = [
            ("kind", EVENT),
            ("type", type_.value),
            ("status", status.value),
            ("certainty", quality),
            ("evidence", evidence),
        ]
        if place:
            own.append(("place", place))
        found = terms(own, when, parties.get(id_, ()), outlets.get(id_, ()))
        yield Indexed(EVENT, id_, when, found, _fields(texts.get(id_, ())))


def _fields(texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The words of texts that differ."""
    return tuple(tuple(tokens(text)) for text in texts)


def _parties(session: Session, ids: Collection[int], texts: Texts) -> dict[int, list[Party]]:
    found: dict[int, list[Party]] = defaultdict(list)
    rows = session.execute(
        sa.select(ParticipantRow.event_id, ActorRow.slug, lane(), *_SOURCE)
        .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        .where(is_one_of(ParticipantRow.event_id, ids))
        .order_by(ParticipantRow.event_id, ActorRow.slug)
    )
    for event, slug, state, *names in rows:
        found[event].append(Party(slug, state))
        texts[event] |= dict.fromkeys(filter(None, names))
    return found


def _papers(
    session: Session, ids: Collection[int], texts: Texts
) -> tuple[dict[int, set[str]], dict[int, date]]:
    """Who tells each event, and since when; in which words goes into ``texts``."""
    outlets: dict[int, set[str]] = defaultdict(set)
    published: dict[int, date] = {}
    rows = session.execute(
        sa.select(
            TellingRow.event_id, ArticleRow.published_earliest, ActorRow.slug,
            TellingRow.text, TellingRow.headline_ar, TellingRow.headline_en,
        )
        .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
        .outerjoin(ActorRow, ActorRow.id == ArticleRow.outlet_id)
        .where(is_one_of(TellingRow.event_id, ids))
        .order_by(TellingRow.event_id, TellingRow.public_id)
    )  # fmt: skip
    for event, day, slug, *said in rows:
        texts[event] |= dict.fromkeys(filter(None, said))
        if slug:
            outlets[event].add(slug)
        if day and day < published.get(event, date.max):
            published[event] = day
    return outlets, published


def _statements(session: Session, ids: Collection[int]) -> Iterator[Indexed]:
    row, outlet = StatementRow, OUTLET
    rows = session.execute(
        sa.select(
            row.id, row.modality, row.evidence_kind, row.edtf, row.sort_day, row.earliest, row.latest,
            ActorRow.slug.label("speaker"), lane().label("state"),
            outlet.slug.label("outlet"), ArticleRow.published_earliest.label("published"),
            row.text, row.content, *_SOURCE,
        )
        .join(ActorRow, ActorRow.id == row.speaker_id)
        .join(ArticleRow, ArticleRow.id == row.article_id)
        .outerjoin(outlet, outlet.id == ArticleRow.outlet_id)
        .where(is_one_of(row.id, ids))
    )  # fmt: skip
    return (_statement(each) for each in rows)


def _statement(row: Any) -> Indexed:
    when = When.of(row.sort_day, row.earliest, row.latest, row.published)
    own = (
        ("kind", STATEMENT),
        ("modality", row.modality.value),
        ("certainty", certainty(row.edtf, row.sort_day, row.earliest, row.latest)),
        ("evidence", row.evidence_kind),
    )
    outlets = (row.outlet,) if row.outlet else ()
    texts = [row.text, row.source_ar, row.source_en]
    if row.content not in row.text:
        texts.append(row.content)
    found = terms(own, when, (Party(row.speaker, row.state),), outlets)
    return Indexed(STATEMENT, row.id, when, found, _fields(dict.fromkeys(filter(None, texts))))
