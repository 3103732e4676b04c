"""Matching events and statements, with the words that match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

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
from app.models.search import among, listed
from app.models.twice import OUTLET, SPEAKER
from app.pages.search.records import EventHit, Marked, Source, StatementHit, Stretch
from app.web.named import Named

Spans = Mapping[int, Sequence[Stretch]]

#: What a source is made of; texts of articles are left where they are.
SOURCE: Final = (
    ArticleRow.public_id.label("article"),
    ArticleRow.title.label("title"),
    ArticleRow.language.label("language"),
    ArticleRow.published_edtf.label("published"),
    OUTLET.slug.label("outlet"),
    OUTLET.name_ar.label("outlet_ar"),
    OUTLET.name_en.label("outlet_en"),
)

# Made once: putting them together takes longer than running them.
_EVENTS: Final = (
    sa.select(
        ENTRIES.c.key, EventRow.id, EventRow.public_id, EventRow.type, EventRow.status, EventRow.edtf,
        EventRow.headline_ar, EventRow.headline_en,
    )
    .join(EventRow, EventRow.id == ENTRIES.c.event_id)
    .where(among(IndexEntryRow.key))
)  # fmt: skip
_TELLINGS: Final = (
    sa.select(
        TellingRow.event_id, TellingRow.public_id, TellingRow.article_id, TellingRow.paragraph,
        TellingRow.sentence, TellingRow.start, TellingRow.text, *SOURCE,
    )
    .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
    .outerjoin(OUTLET, OUTLET.id == ArticleRow.outlet_id)
    .where(among(TellingRow.event_id))
    .order_by(TellingRow.event_id, ArticleRow.published_earliest, TellingRow.public_id)
)  # fmt: skip
_PARTIES: Final = (
    sa.select(ParticipantRow.event_id, ActorRow.slug, ActorRow.name_ar, ActorRow.name_en, ActorRow.lane)
    .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
    .where(among(ParticipantRow.event_id))
    .order_by(ParticipantRow.event_id, ParticipantRow.position)
)
_STATEMENTS: Final = (
    sa.select(
        ENTRIES.c.key, StatementRow.public_id, StatementRow.article_id, StatementRow.paragraph,
        StatementRow.sentence, StatementRow.start, StatementRow.text, StatementRow.verb, StatementRow.lemma,
        StatementRow.modality, StatementRow.edtf, SPEAKER.slug, SPEAKER.name_ar, SPEAKER.name_en,
        SPEAKER.lane, *SOURCE,
    )
    .join(StatementRow, StatementRow.id == ENTRIES.c.statement_id)
    .join(SPEAKER, SPEAKER.id == StatementRow.speaker_id)
    .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
    .outerjoin(OUTLET, OUTLET.id == ArticleRow.outlet_id)
    .where(among(IndexEntryRow.key))
)  # fmt: skip
_NAMED: Final = (
    sa.select(MentionRow.article_id, MentionRow.start, MentionRow.end)
    .join(ActorRow, ActorRow.id == MentionRow.actor_id)
    .where(
        among(MentionRow.article_id),
        ActorRow.slug.in_(sa.bindparam("slugs", expanding=True)),
        MentionRow.how.in_((MentionHow.NAME, MentionHow.ALIAS)),
    )
)


def spans_of_names(
    session: Session, articles: Collection[int], wanted: Sequence[Sought], *, exact: bool
) -> Spans:
    """Where in these articles (row ids) actors are named who were asked for in Latin letters."""
    slugs = {slug for each in wanted if each.is_latin for slug in each.slugs}
    found: dict[int, list[Stretch]] = defaultdict(list)
    if slugs and not exact:
        rows = session.execute(_NAMED, {"ids": listed(articles), "slugs": sorted(slugs)})
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
    rows = session.execute(_EVENTS, {"ids": listed(keys)}).all()
    ids = [row.id for row in rows]
    tellings, parties = _tellings(session, ids, wanted, exact=exact), _parties(session, ids)
    articles = {told.article_id for told in tellings.values()}
    names = spans_of_names(session, articles, wanted, exact=exact)

    def cut(text: str) -> Marked:
        return marked(text, wanted, exact=exact)

    def one(event: Any) -> EventHit:
        told = tellings[event.id]
        named = names.get(told.article_id, ())
        return EventHit(
            id=event.public_id,
            type=event.type.value,
            status=event.status.value,
            edtf=event.edtf,
            headline_ar=cut(event.headline_ar),
            headline_en=cut(event.headline_en),
            parties=tuple((who, cut(who.name_ar), cut(who.name_en)) for who in parties.get(event.id, ())),
            told=marked(told.text, wanted, exact=exact, named=named, start=told.start),
            source=source(told, told.paragraph, told.sentence, told.public_id),
        )

    return {row.key: one(row) for row in rows}


def source(row: Any, paragraph: int, sentence: int | None, record: str | None) -> Source:
    """A source from a row that holds ``SOURCE``."""
    outlet = Named(row.outlet, row.outlet_ar, row.outlet_en) if row.outlet else None
    return Source(row.article, row.title, row.language, outlet, row.published, paragraph, sentence, record)


def _tellings(
    session: Session, ids: Collection[int], wanted: Sequence[Sought], *, exact: bool
) -> dict[int, Any]:
    """Of each event the telling that holds most of what is sought, the first among equals."""
    told: dict[int, list[Any]] = defaultdict(list)
    for row in session.execute(_TELLINGS, {"ids": listed(ids)}):
        told[row.event_id].append(row)
    return {
        event: max(rows, key=lambda row: held(row.text, wanted, exact=exact)) if len(rows) > 1 else rows[0]
        for event, rows in told.items()
    }


def _parties(session: Session, ids: Collection[int]) -> Mapping[int, list[Named]]:
    found: dict[int, list[Named]] = defaultdict(list)
    for row in session.execute(_PARTIES, {"ids": listed(ids)}):
        found[row.event_id].append(Named(row.slug, row.name_ar, row.name_en, row.lane))
    return found


def statements(
    session: Session, keys: Sequence[int], wanted: Sequence[Sought], *, exact: bool
) -> dict[int, StatementHit]:
    """The statement behind each key."""
    rows = session.execute(_STATEMENTS, {"ids": listed(keys)}).all()
    names = spans_of_names(session, {row.article_id for row in rows}, wanted, exact=exact)

    def one(row: Any) -> StatementHit:
        named = names.get(row.article_id, ())
        return StatementHit(
            id=row.public_id,
            speaker=Named(row.slug, row.name_ar, row.name_en, row.lane),
            verb=row.verb,
            lemma=row.lemma,
            modality=row.modality.value,
            edtf=row.edtf,
            said=marked(row.text, wanted, exact=exact, named=named, start=row.start),
            source=source(row, row.paragraph, row.sentence, row.public_id),
        )

    return {row.key: one(row) for row in rows}
