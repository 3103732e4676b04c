"""Turns keys into statements with their passages: one query for each kind of thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.links import LinkKind
from app.index.tables import ENTRIES
from app.models import (
    ActorRow,
    ArticleRow,
    ChainLinkRow,
    EventRow,
    EvidenceRole,
    EvidenceRow,
    IndexEntryRow,
    LinkRow,
    SentenceRow,
    StatementRow,
    TellingRow,
)
from app.models.search import is_one_of
from app.models.twice import OUTLET, SPEAKER
from app.pages.statements.records import Statement, Told
from app.web.curated import Correction, of_statements
from app.web.marking import Mark
from app.web.named import Link, Named, named

_MARKED: Final = (EvidenceRole.CONTENT, EvidenceRole.QUOTED, EvidenceRole.VERB)


def statements(session: Session, keys: Sequence[int]) -> dict[int, Statement]:
    """The statement behind each key of the index."""
    rows = session.execute(_passages(keys)).all()
    ids = [row.StatementRow.id for row in rows]
    marks, chains, events = _marks(session, ids), _chains(session, ids), _events(session, ids)
    corrections = of_statements(session, [row.StatementRow.public_id for row in rows])
    return {
        row.key: _statement(
            row,
            tuple(marks.get(row.StatementRow.id, ())),
            tuple(chains.get(row.StatementRow.id, ())),
            tuple(events.get(row.StatementRow.id, ())),
            corrections.get(row.StatementRow.public_id, ()),
        )
        for row in rows
    }


def _passages(keys: Iterable[int]) -> sa.Select[Any]:
    """Each statement with its whole sentence, or with its own words where these are more."""
    said, place, outlet, speaker = StatementRow, SentenceRow, OUTLET, SPEAKER
    start = sa.case((place.start < said.start, place.start), else_=said.start)
    end = sa.case((place.end > said.end, place.end), else_=said.end)
    here = sa.and_(
        place.article_id == said.article_id, place.paragraph == said.paragraph, place.n == said.sentence
    )
    return (
        sa.select(
            ENTRIES.c.key, said, speaker.slug, speaker.name_ar, speaker.name_en, speaker.lane,
            ArticleRow.public_id.label("article"), ArticleRow.title, ArticleRow.language,
            ArticleRow.published_edtf, outlet.slug.label("outlet"), outlet.name_ar.label("outlet_ar"),
            outlet.name_en.label("outlet_en"), start.label("start"),
            sa.func.substr(ArticleRow.text, start + 1, end - start).label("passage"),
        )
        .join(said, said.id == ENTRIES.c.statement_id)
        .join(speaker, speaker.id == said.speaker_id)
        .join(ArticleRow, ArticleRow.id == said.article_id)
        .outerjoin(outlet, outlet.id == ArticleRow.outlet_id)
        .outerjoin(place, here)
        .where(is_one_of(IndexEntryRow.key, keys))
    )  # fmt: skip


def _statement(
    row: Any,
    marks: tuple[Mark, ...],
    links: tuple[Link, ...],
    events: tuple[Told, ...],
    corrections: tuple[Correction, ...],
) -> Statement:
    said: StatementRow = row.StatementRow
    outlet = Named(row.outlet, row.outlet_ar, row.outlet_en) if row.outlet else None
    return Statement(
        id=said.public_id,
        speaker=Named(row.slug, row.name_ar, row.name_en, row.lane),
        speaker_named=said.speaker_named,
        verb=said.verb,
        lemma=said.lemma,
        quote=said.quote.value,
        modality=said.modality.value,
        content=said.content,
        edtf=said.edtf,
        earliest=said.earliest,
        latest=said.latest,
        date_text=said.date_text,
        article=row.article,
        title=row.title,
        language=row.language,
        outlet=outlet,
        published=row.published_edtf,
        paragraph=said.paragraph,
        sentence=said.sentence,
        start=row.start,
        text=row.passage,
        marks=marks,
        chain=links or ((Link(outlet, None),) if outlet else ()),
        events=events,
        corrections=corrections,
    )


def _marks(session: Session, ids: Sequence[int]) -> Mapping[int, list[Mark]]:
    rows = session.execute(
        sa.select(EvidenceRow.statement_id, EvidenceRow.role, EvidenceRow.start, EvidenceRow.end)
        .where(is_one_of(EvidenceRow.statement_id, ids), EvidenceRow.role.in_(_MARKED))
        .order_by(EvidenceRow.start, EvidenceRow.id)
    )
    found: dict[int, list[Mark]] = defaultdict(list)
    for id_, role, start, end in rows:
        found[id_ or 0].append(Mark(start, end, role.value))
    return found


def _chains(session: Session, ids: Sequence[int]) -> Mapping[int, list[Link]]:
    rows = session.execute(
        sa.select(ChainLinkRow.statement_id, ActorRow, ChainLinkRow.cue_text)
        .join(ActorRow, ActorRow.id == ChainLinkRow.actor_id)
        .where(is_one_of(ChainLinkRow.statement_id, ids))
        .order_by(ChainLinkRow.statement_id, ChainLinkRow.position)
    )
    found: dict[int, list[Link]] = defaultdict(list)
    for id_, actor, cue in rows:
        found[id_ or 0].append(Link(named(actor), cue))
    return found


def _events(session: Session, ids: Sequence[int]) -> Mapping[int, list[Told]]:
    """The events that stand in each statement, and those it denies; one that is both is denied."""
    event = (
        EventRow.sort_day, EventRow.id, EventRow.public_id, EventRow.headline_ar, EventRow.headline_en,
        EventRow.edtf,
    )  # fmt: skip
    denied = session.execute(
        sa.select(LinkRow.from_statement_id, *event)
        .join(TellingRow, TellingRow.id == LinkRow.to_telling_id)
        .join(EventRow, EventRow.id == TellingRow.event_id)
        .where(LinkRow.kind == LinkKind.DENIAL_OF.value, is_one_of(LinkRow.from_statement_id, ids))
    )
    claimed = session.execute(
        sa.select(TellingRow.claimed_by_id, *event)
        .join(EventRow, EventRow.id == TellingRow.event_id)
        .where(is_one_of(TellingRow.claimed_by_id, ids))
    )
    found: dict[int, dict[str, Told]] = defaultdict(dict)
    for rows, is_denied in ((denied, True), (claimed, False)):
        # In order here: told to, the database walks through all events in the order of their days.
        for said, _, _, id_, arabic, english, edtf in sorted(rows, key=_by_day):
            found[said or 0].setdefault(id_, Told(id_, arabic, english, edtf, is_denied))
    return {said: list(each.values()) for said, each in found.items()}


def _by_day(row: Any) -> tuple[bool, int, int]:
    return row.sort_day is not None, row.sort_day or 0, row[2]
