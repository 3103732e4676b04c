"""Loads an actor with everything recorded about it: one query for each kind of thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import ActorKind, Role
from app.errors import NotFoundError
from app.models import (
    ActorRow,
    AliasRow,
    AppearanceRow,
    ArticleRow,
    EventRow,
    EvidenceRole,
    EvidenceRow,
    HolderRow,
    MentionRow,
    ParticipantRow,
    StatementRow,
)
from app.models.twice import OUTLET, SPEAKER
from app.pages.actor.records import Actor, Company, Facts, Happening, Quoted, Spelling
from app.pages.actor.select_articles import brought_out, naming
from app.pages.actor.select_matrix import BESIDE, matrix
from app.pages.actor.select_office import called, terms_of
from app.pages.actor.select_parts import Parts
from app.web import curated
from app.web.named import Named, named

#: How much of each list the page shows; the timeline has the rest.
EVENTS: Final = 40
COMPANY: Final = 20
WORDS: Final = 8
OUTLETS: Final = 8
#: Of so many actors it is kept who speaks of them, while nothing changes.
ABOUT: Final = 64


def load(session: Session, slug: str) -> Facts:
    """The actor with this slug; raises NotFoundError when there is none."""
    row = session.scalar(sa.select(ActorRow).where(ActorRow.slug == slug))
    if row is None:
        raise NotFoundError("actor", slug)
    parts = Parts.of(session, slug)
    company = _company(session, parts)
    papers, paper_count = brought_out(session, row.id) if row.kind is ActorKind.MEDIA else ((), 0)
    about = parts.reader.recent("about", row.id, lambda: _naming(session, row.id), ABOUT)
    return Facts(
        actor=_actor(session, row),
        spellings=_spellings(session, row.id),
        terms=terms_of(session, HolderRow.person_slug == slug),
        events=_events(session, row.id, parts),
        event_count=len(parts.events),
        undated=parts.undated,
        days=parts.days(),
        company=company,
        said=_statements(session, parts.rows("statement_id", parts.latest(parts.said, WORDS))),
        said_count=len(parts.said),
        about=_statements(session, about[:WORDS]),
        about_count=len(about),
        outlets=_outlets(session, parts),
        matrix=matrix(parts.reader, [named(row), *(each.actor for each in company[: BESIDE - 1])]),
        holders=called(session, row.name_ar) if row.kind is ActorKind.OFFICE else None,
        corrections=curated.of_actor(session, slug),
        papers=papers,
        paper_count=paper_count,
        naming=naming(session, row.id),
    )


def _actor(session: Session, row: ActorRow) -> Actor:
    mentions = sa.func.sum(AppearanceRow.mentions)
    seen = session.execute(sa.select(sa.func.count(), mentions).where(AppearanceRow.actor_id == row.id)).one()
    body = session.scalar(sa.select(ActorRow).where(ActorRow.slug == (row.affiliation or "")))
    return Actor(
        named=named(row),
        kind=row.kind.value,
        country=row.country,
        wikidata=row.wikidata,
        known=row.known,
        affiliation=named(body) if body else None,
        articles=seen[0],
        mentions=seen[1] or 0,
    )


def _spellings(session: Session, actor: int) -> tuple[Spelling, ...]:
    rows = session.scalars(
        sa.select(AliasRow).where(AliasRow.actor_id == actor).order_by(AliasRow.count.desc(), AliasRow.text)
    )
    return tuple(Spelling(r.text, r.how.value, r.count) for r in rows)


def _events(session: Session, actor: int, parts: Parts) -> tuple[Happening, ...]:
    """The latest events first, undated ones last."""
    keys = parts.latest(parts.events, EVENTS)
    ids = parts.rows("event_id", keys)
    rows = session.execute(
        sa.select(EventRow, ParticipantRow.role)
        .join(ParticipantRow, ParticipantRow.event_id == EventRow.id)
        .where(ParticipantRow.actor_id == actor, EventRow.id.in_(ids))
        .order_by(ParticipantRow.position)
    )
    found = {e.id: (e, role) for e, role in rows}
    return tuple(_happening(*found[id_]) for id_ in ids)


def _happening(event: EventRow, role: Role) -> Happening:
    return Happening(
        id=event.public_id,
        type=event.type.value,
        status=event.status.value,
        headline_ar=event.headline_ar,
        headline_en=event.headline_en,
        edtf=event.edtf,
        day=event.sort_day,
        role=role.value,
    )


def _company(session: Session, parts: Parts) -> tuple[Company, ...]:
    """With whom, how often, last when; of those as often the last to meet comes first."""
    shared = parts.company(COMPANY)
    last = parts.last_with(slug for slug, _ in shared)
    ids = dict(zip(last, parts.rows("event_id", last.values()), strict=True))
    who = {a.slug: a for a in session.scalars(sa.select(ActorRow).where(ActorRow.slug.in_(last)))}
    events = {e.id: e for e in session.scalars(sa.select(EventRow).where(EventRow.id.in_(ids.values())))}
    found = [
        (Company(named(who[slug]), who[slug].kind.value, count, event.edtf, event.public_id), event)
        for slug, count in shared
        for event in [events[ids[slug]]]
    ]
    found.sort(key=lambda each: (-each[0].count, -(each[1].sort_day or 0), each[0].actor.slug))
    return tuple(company for company, _ in found)


def _naming(session: Session, actor: int) -> list[int]:
    """Statements whose content names the actor, the latest first by the day they were said or published."""
    day = sa.func.coalesce(StatementRow.earliest, StatementRow.latest, ArticleRow.published_earliest)
    rows = session.execute(
        sa.select(StatementRow.id, day.label("day"))
        .join(EvidenceRow, EvidenceRow.statement_id == StatementRow.id)
        .join(MentionRow, MentionRow.article_id == StatementRow.article_id)
        .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
        .where(
            MentionRow.actor_id == actor,
            StatementRow.speaker_id != actor,
            EvidenceRow.role == EvidenceRole.CONTENT,
            MentionRow.start >= EvidenceRow.start,
            MentionRow.end <= EvidenceRow.end,
        )
    )
    ordinals = {row.id: row.day.toordinal() if row.day else 0 for row in rows}
    return sorted(ordinals, key=lambda id_: (-ordinals[id_], id_))


def _statements(session: Session, ids: Sequence[int]) -> tuple[Quoted, ...]:
    """These statements, in this order."""
    rows = session.execute(
        sa.select(StatementRow, ArticleRow, SPEAKER, OUTLET)
        .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
        .join(SPEAKER, SPEAKER.id == StatementRow.speaker_id)
        .outerjoin(OUTLET, OUTLET.id == ArticleRow.outlet_id)
        .options(sa.orm.defer(ArticleRow.text))
        .where(StatementRow.id.in_(ids))
    )
    found = {row[0].id: _quoted(*row) for row in rows}
    return tuple(found[id_] for id_ in ids)


def _quoted(said: StatementRow, article: ArticleRow, speaker: ActorRow, outlet: ActorRow | None) -> Quoted:
    return Quoted(
        id=said.public_id,
        article=article.public_id,
        paragraph=said.paragraph,
        sentence=said.sentence,
        speaker=named(speaker),
        speaker_named=said.speaker_named,
        content=said.content,
        language=article.language,
        quote=said.quote.value,
        modality=said.modality.value,
        edtf=said.edtf,
        outlet=named(outlet) if outlet else None,
        published=article.published_edtf,
    )


def _outlets(session: Session, parts: Parts) -> tuple[tuple[Named, int], ...]:
    """Outlets that quote the actor, and how often."""
    counts = parts.outlets(OUTLETS)
    rows = session.scalars(sa.select(ActorRow).where(ActorRow.slug.in_([slug for slug, _ in counts])))
    papers = {row.slug: named(row) for row in rows}
    return tuple((papers[slug], count) for slug, count in counts)
