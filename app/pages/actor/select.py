"""Reads an actor with all that is told of it: one query for each kind of thing."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.domain.records import ActorKind
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
from app.pages.actor.records import Actor, Company, Facts, Happening, Quoted, Spelling
from app.pages.actor.select_matrix import BESIDE, matrix
from app.pages.actor.select_office import called, terms_of
from app.web.named import Named, named

#: How much of each list the page shows; the timeline has the rest.
EVENTS: Final = 40
COMPANY: Final = 20
WORDS: Final = 8
OUTLETS: Final = 8


def load(session: Session, slug: str) -> Facts:
    """The actor with this slug; raises NotFoundError when there is none."""
    row = session.scalar(sa.select(ActorRow).where(ActorRow.slug == slug))
    if row is None:
        raise NotFoundError("actor", slug)
    company = _company(session, row.id)
    said = StatementRow.speaker_id == row.id
    about = StatementRow.id.in_(_naming(row.id))
    return Facts(
        actor=_actor(session, row),
        spellings=_spellings(session, row.id),
        terms=terms_of(session, HolderRow.person_slug == slug),
        events=_events(session, row.id),
        event_count=_count(session, ParticipantRow, ParticipantRow.actor_id == row.id),
        undated=_count(
            session, ParticipantRow, ParticipantRow.actor_id == row.id, ParticipantRow.sort_day.is_(None)
        ),
        days=_days(session, row.id),
        company=company,
        said=_statements(session, said),
        said_count=_count(session, StatementRow, said),
        about=_statements(session, about),
        about_count=_count(session, StatementRow, about),
        outlets=_outlets(session, row.id),
        matrix=matrix(session, [named(row), *(each.actor for each in company[: BESIDE - 1])]),
        holders=called(session, row.name_ar) if row.kind is ActorKind.OFFICE else None,
    )


def _count(session: Session, table: Any, *where: sa.ColumnElement[bool]) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(table).where(*where)) or 0


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


def _events(session: Session, actor: int) -> tuple[Happening, ...]:
    """The latest events first, undated ones last."""
    day = ParticipantRow.sort_day
    rows = session.execute(
        sa.select(EventRow, ParticipantRow.role)
        .join(ParticipantRow, ParticipantRow.event_id == EventRow.id)
        .where(ParticipantRow.actor_id == actor)
        .order_by(day.is_(None), day.desc(), EventRow.id)
        .limit(EVENTS)
    )
    return tuple(
        Happening(
            id=e.public_id,
            type=e.type.value,
            status=e.status.value,
            headline_ar=e.headline_ar,
            headline_en=e.headline_en,
            edtf=e.edtf,
            day=e.sort_day,
            role=role.value,
        )
        for e, role in rows
    )


def _days(session: Session, actor: int) -> tuple[tuple[int, int], ...]:
    """How many events stand on each day, in order of time."""
    day = ParticipantRow.sort_day
    rows = session.execute(
        sa.select(day, sa.func.count())
        .where(ParticipantRow.actor_id == actor, day.is_not(None))
        .group_by(day)
        .order_by(day)
    )
    return tuple((on or 0, count) for on, count in rows)


def _company(session: Session, actor: int) -> tuple[Company, ...]:
    """With whom, how often, last when."""
    mine, theirs = aliased(ParticipantRow), aliased(ParticipantRow)
    count = sa.func.count()
    rows = session.execute(
        sa.select(ActorRow, count, sa.func.max(theirs.sort_day))
        .join(theirs, theirs.actor_id == ActorRow.id)
        .join(mine, mine.event_id == theirs.event_id)
        .where(mine.actor_id == actor, theirs.actor_id != actor)
        .group_by(ActorRow.id)
        .order_by(count.desc(), sa.func.max(theirs.sort_day).desc(), ActorRow.slug)
        .limit(COMPANY)
    ).all()
    last = _last_shared(session, actor, {a.id: day for a, _, day in rows})
    return tuple(
        Company(named(a), a.kind.value, shared, *last.get(a.id, (None, ""))) for a, shared, _ in rows
    )


def _last_shared(
    session: Session, actor: int, days: dict[int, int | None]
) -> dict[int, tuple[str | None, str]]:
    """EDTF and id of the last event that each shares with the actor."""
    mine, theirs = aliased(ParticipantRow), aliased(ParticipantRow)
    rows = session.execute(
        sa.select(theirs.actor_id, theirs.sort_day, EventRow.edtf, EventRow.public_id)
        .join(mine, mine.event_id == theirs.event_id)
        .join(EventRow, EventRow.id == theirs.event_id)
        .where(
            mine.actor_id == actor,
            theirs.actor_id.in_(days),
            sa.or_(
                theirs.sort_day.in_({d for d in days.values() if d is not None}), theirs.sort_day.is_(None)
            ),
        )
        .order_by(EventRow.public_id)
    )
    return {who: (edtf, id_) for who, day, edtf, id_ in rows if day == days[who]}


def _naming(actor: int) -> sa.Select[int]:
    """Statements whose content names the actor."""
    return (
        sa.select(StatementRow.id)
        .join(EvidenceRow, EvidenceRow.statement_id == StatementRow.id)
        .join(MentionRow, MentionRow.article_id == StatementRow.article_id)
        .where(
            MentionRow.actor_id == actor,
            StatementRow.speaker_id != actor,
            EvidenceRow.role == EvidenceRole.CONTENT,
            MentionRow.start >= EvidenceRow.start,
            MentionRow.end <= EvidenceRow.end,
        )
    )


def _statements(session: Session, where: sa.ColumnElement[bool]) -> tuple[Quoted, ...]:
    """The latest statements first, by the day they were said or else published."""
    speaker, outlet = aliased(ActorRow), aliased(ActorRow)
    day = sa.func.coalesce(StatementRow.earliest, StatementRow.latest, ArticleRow.published_earliest)
    rows = session.execute(
        sa.select(StatementRow, ArticleRow, speaker, outlet)
        .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
        .join(speaker, speaker.id == StatementRow.speaker_id)
        .outerjoin(outlet, outlet.id == ArticleRow.outlet_id)
        .options(sa.orm.defer(ArticleRow.text))
        .where(where)
        .order_by(day.is_(None), day.desc(), StatementRow.id)
        .limit(WORDS)
    )
    return tuple(_quoted(*row) for row in rows)


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


def _outlets(session: Session, actor: int) -> tuple[tuple[Named, int], ...]:
    """Outlets that quote the actor, and how often."""
    count = sa.func.count()
    rows = session.execute(
        sa.select(ActorRow, count)
        .join(ArticleRow, ArticleRow.outlet_id == ActorRow.id)
        .join(StatementRow, StatementRow.article_id == ArticleRow.id)
        .where(StatementRow.speaker_id == actor)
        .group_by(ActorRow.id)
        .order_by(count.desc(), ActorRow.slug)
        .limit(OUTLETS)
    )
    return tuple((named(outlet), n) for outlet, n in rows)
