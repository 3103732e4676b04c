"""The texts behind keys, for queries that match letters exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa

from app.index.keys import article_and_paragraph, passage_key
from app.index.read import Reader
from app.index.tables import ARTICLES
from app.models import (
    ActorRow,
    ArticleRow,
    IndexArticleRow,
    IndexEntryRow,
    ParagraphRow,
    ParticipantRow,
    StatementRow,
    TellingRow,
)
from app.models.search import is_one_of


def passage_texts(reader: Reader, keys: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Key and text of each paragraph, title and heading behind these keys of passages."""
    wanted = set(keys)
    articles = {article_and_paragraph(key)[0] for key in wanted}
    where = is_one_of(IndexArticleRow.key, articles)
    titles = (
        sa.select(ARTICLES.c.key, sa.literal(0), ArticleRow.title)
        .join(ArticleRow, ArticleRow.id == ARTICLES.c.article_id)
        .where(where, ArticleRow.title.is_not(None))
    )
    line = sa.func.substr(ArticleRow.text, ParagraphRow.start + 1, ParagraphRow.end - ParagraphRow.start)
    lines = (
        sa.select(ARTICLES.c.key, sa.func.coalesce(ParagraphRow.n, 0), line)
        .join(ArticleRow, ArticleRow.id == ARTICLES.c.article_id)
        .join(ParagraphRow, ParagraphRow.article_id == ArticleRow.id)
        .where(where)
        .order_by(ParagraphRow.article_id, ParagraphRow.start)
    )
    for statement in (titles, lines):
        for article, n, text in reader.session.execute(statement):
            if (key := passage_key(article, n)) in wanted:
                yield key, text


def record_texts(reader: Reader, keys: Sequence[int]) -> Iterable[tuple[int, str]]:
    """Key and text of each telling, headline, statement and name behind these keys."""
    entry, session = IndexEntryRow, reader.session
    wanted = is_one_of(entry.key, keys)
    told = (
        sa.select(entry.key, TellingRow.text, TellingRow.headline_ar, TellingRow.headline_en)
        .join(TellingRow, TellingRow.event_id == entry.event_id)
        .where(wanted)
    )
    parties = (
        sa.select(entry.key, ActorRow.name_ar, ActorRow.name_en)
        .join(ParticipantRow, ParticipantRow.event_id == entry.event_id)
        .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        .where(wanted)
    )
    said = (
        sa.select(entry.key, StatementRow.text, StatementRow.content, ActorRow.name_ar, ActorRow.name_en)
        .join(StatementRow, StatementRow.id == entry.statement_id)
        .join(ActorRow, ActorRow.id == StatementRow.speaker_id)
        .where(wanted)
    )
    for statement in (told, parties, said):
        for key, *texts in session.execute(statement):
            yield from ((key, text) for text in texts)
