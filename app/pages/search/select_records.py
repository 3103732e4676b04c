"""Events and statements found, with the words that hold what was sought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.domain.records import MentionHow
from app.index.marks import held, marks
from app.index.tables import ENTRIES
from app.index.text import Sought
from app.models import (
    ActorRow,
    ArticleRow,
    EventRow,
    IndexEntryRow,
    MentionRow,
    ParticipantRow,
    StatementRow,
    TellingRow,
)
from app.models.search import is_one_of
from app.pages.search.records import EventHit, Marked, Source, StatementHit, Stretch
from app.web.named import Named, named

Spans = Mapping[int, Sequence[Stretch]]


def spans_of_names(
    session: Session, articles: Collection[int], wanted: Sequence[Sought], *, exact: bool
) -> Spans:
    """Where in these articles (row ids) actors are named who were asked for in Latin letters."""
    slugs = {slug for each in wanted if each.is_latin for slug in each.slugs}
    found: dict[int, list[Stretch]] = defaultdict(list)
    if slugs and not exact:
        rows = session.execute(
            sa.select(MentionRow.article_id, MentionRow.start, MentionRow.end)
            .join(ActorRow, ActorRow.id == MentionRow.actor_id)
            .where(
                is_one_of(MentionRow.article_id, articles),
                ActorRow.slug.in_(slugs),
                MentionRow.how.in_((MentionHow.NAME, MentionHow.ALIAS)),
            )
        )
        for article, start, end in rows:
            found[article].append((start, end))
    return found


def marked(
    text: str, wanted: Sequence[Sought], *, exact: bool, named: Sequence[Stretch] = (), start: int = 0
) -> Marked:
    """A text with the words that were sought, and where in it actors are ``named``; these count from
    ``start`` characters before it."""
    inside = [(a - start, b - start) for a, b in named if start <= a and b <= start + len(text)]
    return Marked(text, tuple(sorted({*marks(text, wanted, exact=exact), *inside})))


def events(
    session: Session, keys: Sequence[int], wanted: Sequence[Sought], *, exact: bool
) -> dict[int, EventHit]:
    """The event behind each key."""
    rows = session.execute(
        sa.select(ENTRIES.c.key, EventRow)
        .join(EventRow, EventRow.id == ENTRIES.c.event_id)
        .where(is_one_of(IndexEntryRow.key, keys))
    ).all()
    ids = [row.EventRow.id for row in rows]
    tellings, parties = _tellings(session, ids, wanted, exact=exact), _parties(session, ids)
    names = spans_of_names(
        session, {told.article_id for told, _, _ in tellings.values()}, wanted, exact=exact
    )

    def one(event: EventRow) -> EventHit:
        told, article, paper = tellings[event.id]
        return EventHit(
            id=event.public_id,
            type=event.type.value,
            status=event.status.value,
            edtf=event.edtf,
            headline_ar=marked(event.headline_ar, wanted, exact=exact),
            headline_en=marked(event.headline_en, wanted, exact=exact),
            parties=tuple(
                (
                    who,
                    marked(who.name_ar, wanted, exact=exact),
                    marked(who.name_en, wanted, exact=exact),
                )
                for who in parties.get(event.id, ())
            ),
            told=marked(
                told.text, wanted, exact=exact, named=names.get(told.article_id, ()), start=told.start
            ),
            source=source(article, paper, told.paragraph, told.sentence, told.public_id),
        )

    return {row.key: one(row.EventRow) for row in rows}


def source(
    article: ArticleRow, outlet: ActorRow | None, paragraph: int, sentence: int | None, record: str | None
) -> Source:
    return Source(
        article.public_id,
        article.title,
        article.language,
        named(outlet) if outlet else None,
        article.published_edtf,
        paragraph,
        sentence,
        record,
    )


def _tellings(
    session: Session, ids: Collection[int], wanted: Sequence[Sought], *, exact: bool
) -> dict[int, Any]:
    """Of each event the telling that holds most of what is sought, the first among equals."""
    outlet = aliased(ActorRow)
    rows = session.execute(
        sa.select(TellingRow, ArticleRow, outlet)
        .options(sa.orm.defer(ArticleRow.text))
        .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
        .outerjoin(outlet, outlet.id == ArticleRow.outlet_id)
        .where(is_one_of(TellingRow.event_id, ids))
        .order_by(TellingRow.event_id, ArticleRow.published_earliest, TellingRow.public_id)
    )
    best: dict[int, tuple[int, Any]] = {}
    for row in rows:
        event = row.TellingRow.event_id
        holds = held(row.TellingRow.text, wanted, exact=exact)
        if event not in best or holds > best[event][0]:
            best[event] = holds, row
    return {event: row for event, (_, row) in best.items()}


def _parties(session: Session, ids: Collection[int]) -> Mapping[int, list[Named]]:
    rows = session.execute(
        sa.select(ParticipantRow.event_id, ActorRow)
        .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        .where(is_one_of(ParticipantRow.event_id, ids))
        .order_by(ParticipantRow.event_id, ParticipantRow.position)
    )
    found: dict[int, list[Named]] = defaultdict(list)
    for event, actor in rows:
        found[event].append(named(actor))
    return found


def statements(
    session: Session, keys: Sequence[int], wanted: Sequence[Sought], *, exact: bool
) -> dict[int, StatementHit]:
    """The statement behind each key."""
    outlet, speaker = aliased(ActorRow), aliased(ActorRow)
    rows = session.execute(
        sa.select(ENTRIES.c.key, StatementRow, speaker, ArticleRow, outlet)
        .options(sa.orm.defer(ArticleRow.text))
        .join(StatementRow, StatementRow.id == ENTRIES.c.statement_id)
        .join(speaker, speaker.id == StatementRow.speaker_id)
        .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
        .outerjoin(outlet, outlet.id == ArticleRow.outlet_id)
        .where(is_one_of(IndexEntryRow.key, keys))
    ).all()
    names = spans_of_names(session, {said.article_id for _, said, *_ in rows}, wanted, exact=exact)

    def one(said: StatementRow, who: ActorRow, article: ArticleRow, paper: ActorRow | None) -> StatementHit:
        return StatementHit(
            id=said.public_id,
            speaker=named(who),
            verb=said.verb,
            modality=said.modality.value,
            edtf=said.edtf,
            said=marked(
                said.text, wanted, exact=exact, named=names.get(said.article_id, ()), start=said.start
            ),
            source=source(article, paper, said.paragraph, said.sentence, said.public_id),
        )

    return {key: one(*of) for key, *of in rows}
