"""Loads an article with all its findings: one query for each kind of thing, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.records import MentionHow
from app.errors import NotFoundError
from app.models import (
    ActorRow,
    AppearanceRow,
    ArticleRow,
    ChainLinkRow,
    DateMentionRow,
    DiscardedRow,
    EventRow,
    EvidenceRole,
    EvidenceRow,
    MentionRow,
    ParagraphRow,
    SentenceRow,
    StatementRow,
    TellingParticipantRow,
    TellingRow,
)
from app.pages.article.records import (
    ActorFound,
    Article,
    DateFound,
    EventFound,
    Facts,
    Line,
    Link,
    SentencePlace,
    StatementFound,
    Unused,
)
from app.web import curated
from app.web.copied import copies_of
from app.web.marking import Stretch
from app.web.named import Named, named

_CORE: Final = (EvidenceRole.TRIGGER, EvidenceRole.DATE, EvidenceRole.PLACE)
Evidence = Mapping[int, list[tuple[EvidenceRole, Stretch]]]


def load(session: Session, public_id: str) -> Facts:
    """The article with this id; raises NotFoundError when there is none."""
    found = session.execute(
        sa.select(ArticleRow, ActorRow)
        .outerjoin(ActorRow, ActorRow.id == ArticleRow.outlet_id)
        .where(ArticleRow.public_id == public_id)
    ).first()
    if found is None:
        raise NotFoundError("article", public_id)
    row, outlet = found
    return Facts(
        article=_article(row, outlet),
        lines=_lines(session, row.id),
        sentences=_sentences(session, row.id),
        unused=_unused(session, row.id),
        dates=_dates(session, row.id),
        actors=_actors(session, row.id),
        statements=_statements(session, row.id),
        events=_events(session, row.id),
        copies=copies_of(session, [public_id]).get(public_id, ()),
        corrections=curated.in_article(session, public_id),
    )


def _article(row: ArticleRow, outlet: ActorRow | None) -> Article:
    return Article(
        id=row.public_id,
        title=row.title,
        byline=row.byline,
        url=row.url,
        language=row.language,
        file_name=row.file_name,
        outlet=named(outlet) if outlet else None,
        published=row.published_edtf,
        basis=row.published_basis.value,
        evidence=row.published_evidence,
        text=row.text,
    )


def _lines(session: Session, article: int) -> tuple[Line, ...]:
    rows = session.scalars(
        sa.select(ParagraphRow).where(ParagraphRow.article_id == article).order_by(ParagraphRow.start)
    )
    return tuple(Line(r.n, r.kind.value, r.start, r.end) for r in rows)


def _sentences(session: Session, article: int) -> tuple[SentencePlace, ...]:
    rows = session.scalars(
        sa.select(SentenceRow).where(SentenceRow.article_id == article).order_by(SentenceRow.start)
    )
    return tuple(SentencePlace(r.paragraph, r.n, r.start, r.end) for r in rows)


def _unused(session: Session, article: int) -> tuple[Unused, ...]:
    rows = session.scalars(
        sa.select(DiscardedRow).where(DiscardedRow.article_id == article).order_by(DiscardedRow.start)
    )
    return tuple(Unused(r.reason, r.start, r.end) for r in rows)


def _dates(session: Session, article: int) -> tuple[DateFound, ...]:
    rows = session.scalars(
        sa.select(DateMentionRow).where(DateMentionRow.article_id == article).order_by(DateMentionRow.start)
    )
    return tuple(DateFound(r.paragraph, r.start, r.end, r.text, r.kind.value, r.edtf, r.anchor) for r in rows)


def _actors(session: Session, article: int) -> tuple[ActorFound, ...]:
    rows = session.execute(
        sa.select(ActorRow, MentionRow)
        .join(AppearanceRow, AppearanceRow.actor_id == ActorRow.id)
        .join(
            MentionRow,
            sa.and_(MentionRow.actor_id == ActorRow.id, MentionRow.article_id == AppearanceRow.article_id),
        )
        .where(AppearanceRow.article_id == article)
        .order_by(MentionRow.start)
    )
    mentions: dict[int, list[MentionRow]] = defaultdict(list)
    actors: dict[int, ActorRow] = {}
    for actor, mention in rows:
        actors[actor.id] = actor
        mentions[actor.id].append(mention)
    found = [_actor(actor, mentions[id_]) for id_, actor in actors.items()]
    return tuple(sorted(found, key=lambda a: (-len(a.mentions), a.mentions[0])))


def _actor(actor: ActorRow, mentions: Sequence[MentionRow]) -> ActorFound:
    spellings: dict[str, int] = defaultdict(int)
    for mention in mentions:
        if mention.how is not MentionHow.PRONOUN:
            spellings[mention.text] += 1
    return ActorFound(
        actor=named(actor),
        kind=actor.kind.value,
        known=actor.known,
        mentions=tuple((m.start, m.end) for m in mentions),
        spellings=tuple(sorted(spellings.items(), key=lambda pair: -pair[1])),
    )


def _statements(session: Session, article: int) -> tuple[StatementFound, ...]:
    rows = session.execute(
        sa.select(StatementRow, ActorRow)
        .join(ActorRow, ActorRow.id == StatementRow.speaker_id)
        .where(StatementRow.article_id == article)
        .order_by(StatementRow.paragraph, StatementRow.start)
    ).all()
    ids = [row.id for row, _ in rows]
    evidence = _evidence(session, EvidenceRow.statement_id, ids)
    chains = _chains(session, ids)
    return tuple(_statement(row, who, evidence[row.id], chains.get(row.id, ())) for row, who in rows)


def _statement(
    row: StatementRow, who: ActorRow, evidence: list[tuple[EvidenceRole, Stretch]], chain: tuple[Link, ...]
) -> StatementFound:
    places = dict(reversed(evidence))
    whole = (row.start, row.end)
    return StatementFound(
        id=row.public_id,
        paragraph=row.paragraph,
        sentence=row.sentence,
        speaker=named(who),
        named=row.speaker_named,
        quote=row.quote.value,
        modality=row.modality.value,
        edtf=row.edtf,
        date_text=row.date_text,
        verb=places.get(EvidenceRole.VERB, whole),
        content=places.get(EvidenceRole.CONTENT, whole),
        quoted=tuple(place for role, place in evidence if role is EvidenceRole.QUOTED),
        chain=chain,
    )


def _evidence(session: Session, owner: InstrumentedAttribute[int | None], ids: Sequence[int]) -> Evidence:
    rows = session.execute(
        sa.select(owner, EvidenceRow.role, EvidenceRow.start, EvidenceRow.end)
        .where(owner.in_(ids))
        .order_by(EvidenceRow.start)
    )
    found: dict[int, list[tuple[EvidenceRole, Stretch]]] = defaultdict(list)
    for id_, role, start, end in rows:
        found[id_ or 0].append((role, (start, end)))
    return found


def _chains(session: Session, ids: Sequence[int]) -> Mapping[int, tuple[Link, ...]]:
    rows = session.execute(
        sa.select(ChainLinkRow, ActorRow)
        .join(ActorRow, ActorRow.id == ChainLinkRow.actor_id)
        .where(ChainLinkRow.statement_id.in_(ids))
        .order_by(ChainLinkRow.statement_id, ChainLinkRow.position)
    )
    return {
        id_: tuple(Link(named(actor), link.cue_text) for link, actor in group)
        for id_, group in groupby(rows, key=lambda pair: pair[0].statement_id)
    }


def _events(session: Session, article: int) -> tuple[EventFound, ...]:
    rows = session.execute(
        sa.select(TellingRow, EventRow.public_id, EventRow.origins_count, EventRow.edtf)
        .join(EventRow, EventRow.id == TellingRow.event_id)
        .where(TellingRow.article_id == article)
        .order_by(TellingRow.paragraph, TellingRow.start)
    ).all()
    ids = [row.id for row, *_ in rows]
    evidence = _evidence(session, EvidenceRow.telling_id, ids)
    parties = _parties(session, ids)
    return tuple(
        EventFound(
            id=row.public_id,
            event=event,
            paragraph=row.paragraph,
            sentence=row.sentence,
            type=row.type.value,
            status=row.status.value,
            headline_ar=row.headline_ar,
            headline_en=row.headline_en,
            edtf=row.edtf,
            date_text=row.date_text,
            clause=(row.start, row.end),
            core=tuple(place for role, place in evidence[row.id] if role in _CORE),
            parties=parties.get(row.id, ()),
            sources=sources,
            dated_elsewhere=None if row.edtf else dated,
        )
        for row, event, sources, dated in rows
    )


def _parties(session: Session, ids: Sequence[int]) -> Mapping[int, tuple[Named, ...]]:
    rows = session.execute(
        sa.select(TellingParticipantRow.telling_id, ActorRow)
        .join(ActorRow, ActorRow.id == TellingParticipantRow.actor_id)
        .where(TellingParticipantRow.telling_id.in_(ids))
        .order_by(TellingParticipantRow.telling_id, TellingParticipantRow.position)
    )
    return {
        id_: tuple(named(actor) for _, actor in group) for id_, group in groupby(rows, key=lambda row: row[0])
    }
