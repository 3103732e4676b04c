"""Loads the passages behind an event: its tellings, and the statements that claim or deny it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import MentionHow
from app.models import (
    ActorRow,
    ArticleRow,
    ChainLinkRow,
    DateMentionRow,
    EvidenceRole,
    EvidenceRow,
    MentionRow,
    SentenceRow,
    StatementRow,
    TellingParticipantRow,
    TellingRow,
)
from app.models.twice import OUTLET, SPEAKER
from app.pages.event.records import Said, Source, Telling
from app.web.marking import Stretch
from app.web.named import Link, named

_CORE: Final = (EvidenceRole.TRIGGER, EvidenceRole.DATE, EvidenceRole.PLACE)


def tellings(session: Session, which: sa.ColumnElement[bool]) -> tuple[Telling, ...]:
    """The tellings of which this is true, in order of publication."""
    rows = session.execute(
        sa.select(TellingRow, ArticleRow, OUTLET, StatementRow, SPEAKER)
        .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
        .outerjoin(OUTLET, OUTLET.id == ArticleRow.outlet_id)
        .outerjoin(StatementRow, StatementRow.id == TellingRow.claimed_by_id)
        .outerjoin(SPEAKER, SPEAKER.id == StatementRow.speaker_id)
        .where(which)
        .order_by(ArticleRow.published_earliest, ArticleRow.id, TellingRow.start)
    ).all()
    told = [row[0] for row in rows]
    chains = _chains(session, ChainLinkRow.telling_id, [t.id for t in told])
    core = _evidence(session, EvidenceRow.telling_id, [t.id for t in told], _CORE)
    beside = _beside(session, told)
    anchors = _anchors(session, told)
    sentences = _sentences(session, told)
    return tuple(_telling(row, sentences, core, beside, chains, anchors.get(row[0].id)) for row in rows)


def _telling(
    row: Any,
    sentences: Mapping[tuple[int, int, int], Stretch],
    core: Mapping[int, Sequence[Stretch]],
    beside: Mapping[int, Sequence[Stretch]],
    chains: Mapping[int, tuple[Link, ...]],
    anchor: str | None,
) -> Telling:
    told, article, outlet, claim, speaker = row
    start, text = _passage(told, article, sentences)
    return Telling(
        id=told.public_id,
        source=_source(article, outlet),
        paragraph=told.paragraph,
        sentence=told.sentence,
        start=start,
        text=text,
        clause=(told.start, told.end),
        core=tuple(core.get(told.id, ())),
        beside=tuple(beside.get(told.id, ())),
        chain=chains.get(told.id, ()),
        origin=told.origin,
        claim=claim.public_id if claim else None,
        speaker=named(speaker) if speaker else None,
        speaker_named=claim.speaker_named if claim else True,
        status=told.status.value,
        edtf=told.edtf,
        date_text=told.date_text,
        anchor=anchor,
    )


def _passage(
    told: TellingRow | StatementRow, article: ArticleRow, sentences: Mapping[tuple[int, int, int], Stretch]
) -> tuple[int, str]:
    """The whole sentence around a record, or the record's words where that is longer."""
    place = sentences.get((told.article_id, told.paragraph, told.sentence), (told.start, told.end))
    start, end = min(place[0], told.start), max(place[1], told.end)
    return start, article.text[start:end]


def sources(session: Session, articles: Collection[str]) -> tuple[Source, ...]:
    """These articles (public ids), as far as they are stored."""
    if not articles:
        return ()
    wanted = (
        sa.select(ArticleRow, OUTLET)
        .outerjoin(OUTLET, OUTLET.id == ArticleRow.outlet_id)
        .options(sa.orm.defer(ArticleRow.text))
        .where(ArticleRow.public_id.in_(articles))
    )
    return tuple(_source(article, outlet) for article, outlet in session.execute(wanted))


def _source(article: ArticleRow, outlet: ActorRow | None) -> Source:
    return Source(
        article=article.public_id,
        title=article.title,
        language=article.language,
        outlet=named(outlet) if outlet else None,
        published=article.published_edtf,
        basis=article.published_basis.value,
    )


def _chains(session: Session, owner: Any, ids: Sequence[int]) -> Mapping[int, tuple[Link, ...]]:
    rows = session.execute(
        sa.select(owner, ActorRow, ChainLinkRow.cue_text)
        .join(ActorRow, ActorRow.id == ChainLinkRow.actor_id)
        .where(owner.in_(ids))
        .order_by(owner, ChainLinkRow.position)
    )
    found: dict[int, list[Link]] = defaultdict(list)
    for id_, actor, cue in rows:
        found[id_].append(Link(named(actor), cue))
    return {id_: tuple(links) for id_, links in found.items()}


def _evidence(
    session: Session, owner: Any, ids: Sequence[int], roles: Sequence[EvidenceRole]
) -> Mapping[int, Sequence[Stretch]]:
    rows = session.execute(
        sa.select(owner, EvidenceRow.start, EvidenceRow.end)
        .where(owner.in_(ids), EvidenceRow.role.in_(roles))
        .order_by(EvidenceRow.start)
    )
    found: dict[int, list[Stretch]] = defaultdict(list)
    for id_, start, end in rows:
        found[id_].append((start, end))
    return found


def _beside(session: Session, told: Sequence[TellingRow]) -> Mapping[int, Sequence[Stretch]]:
    """Where the parties of each telling are named inside its clause."""
    rows = session.execute(
        sa.select(TellingRow.id, MentionRow.start, MentionRow.end)
        .join(TellingParticipantRow, TellingParticipantRow.telling_id == TellingRow.id)
        .join(
            MentionRow,
            sa.and_(
                MentionRow.actor_id == TellingParticipantRow.actor_id,
                MentionRow.article_id == TellingRow.article_id,
                MentionRow.start >= TellingRow.start,
                MentionRow.end <= TellingRow.end,
                MentionRow.how != MentionHow.PRONOUN,
            ),
        )
        .where(TellingRow.id.in_([t.id for t in told]))
    )
    found: dict[int, list[Stretch]] = defaultdict(list)
    for id_, start, end in rows:
        found[id_].append((start, end))
    return found


def _anchors(session: Session, told: Sequence[TellingRow]) -> Mapping[int, str]:
    """What the words of each telling's date were counted from."""
    rows = session.execute(
        sa.select(TellingRow.id, DateMentionRow.anchor)
        .join(
            DateMentionRow,
            sa.and_(
                DateMentionRow.article_id == TellingRow.article_id,
                DateMentionRow.text == TellingRow.date_text,
                DateMentionRow.edtf == TellingRow.edtf,
            ),
        )
        .where(TellingRow.id.in_([t.id for t in told]))
        .order_by(sa.func.abs(DateMentionRow.start - TellingRow.start).desc())
    )
    return {id_: anchor for id_, anchor in rows if anchor}


def _sentences(
    session: Session, records: Iterable[TellingRow | StatementRow]
) -> Mapping[tuple[int, int, int], Stretch]:
    """Sentences by article, paragraph and number."""
    rows = session.scalars(
        sa.select(SentenceRow).where(SentenceRow.article_id.in_({r.article_id for r in records}))
    )
    return {(r.article_id, r.paragraph, r.n): (r.start, r.end) for r in rows}


def claims(session: Session, event: int) -> tuple[Said, ...]:
    """The statements in which the event is told."""
    ids = session.scalars(
        sa.select(TellingRow.claimed_by_id)
        .where(TellingRow.event_id == event, TellingRow.claimed_by_id.is_not(None))
        .distinct()
    )
    return sayings(session, [id_ for id_ in ids if id_ is not None])


def sayings(session: Session, ids: Sequence[int]) -> tuple[Said, ...]:
    """These statements, in order of publication."""
    if not ids:
        return ()
    rows = session.execute(
        sa.select(StatementRow, ArticleRow, OUTLET, SPEAKER)
        .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
        .outerjoin(OUTLET, OUTLET.id == ArticleRow.outlet_id)
        .join(SPEAKER, SPEAKER.id == StatementRow.speaker_id)
        .where(StatementRow.id.in_(ids))
        .order_by(ArticleRow.published_earliest, ArticleRow.id, StatementRow.start)
    ).all()
    chains = _chains(session, ChainLinkRow.statement_id, ids)
    marks = _evidence(session, EvidenceRow.statement_id, ids, (EvidenceRole.CONTENT, EvidenceRole.VERB))
    sentences = _sentences(session, [row[0] for row in rows])
    return tuple(_said(row, sentences, marks, chains) for row in rows)


def _said(
    row: Any,
    sentences: Mapping[tuple[int, int, int], Stretch],
    marks: Mapping[int, Sequence[Stretch]],
    chains: Mapping[int, tuple[Link, ...]],
) -> Said:
    said, article, outlet, speaker = row
    start, text = _passage(said, article, sentences)
    return Said(
        id=said.public_id,
        source=_source(article, outlet),
        paragraph=said.paragraph,
        sentence=said.sentence,
        start=start,
        text=text,
        marks=tuple(marks.get(said.id, ())),
        speaker=named(speaker),
        speaker_named=said.speaker_named,
        modality=said.modality.value,
        quote=said.quote.value,
        edtf=said.edtf,
        chain=chains.get(said.id, ()),
    )
