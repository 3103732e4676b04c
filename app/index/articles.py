"""Indexes the words of articles: a key for each paragraph, and one for title and headings together.

Keys are never reused. The words of a deleted article may remain in the full-text table (``forget_words``);
readers ignore whatever is filed under a key that is gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.keys import articles_of, passage_key, passages_of
from app.index.tables import ARTICLES
from app.index.words import is_telling, tokens
from app.models import ArticleRow, IndexArticleRow, IndexWordRow, ParagraphRow, search
from app.models.search import is_one_of

Fields = tuple[tuple[str, ...], ...]


def file_articles(session: Session, articles: Collection[int]) -> None:
    """Bring the words of these articles (row ids) up to date after they came, changed or went."""
    if not articles:
        return
    connection = session.connection()
    _forget(session, articles)
    given = _given_out(session, articles)
    search.run_many(
        connection,
        sa.insert(ARTICLES),
        [{"key": key, "article_id": article} for article, key in given.items()],
    )
    filed = list(_passages(session, given))
    search.add_words(connection, filed, search.PASSAGES)
    learn(connection, (fields for _, fields in filed))


def clear_articles(session: Session) -> None:
    """Take everything out, the words of records among the vocabulary too."""
    session.execute(sa.delete(IndexArticleRow))
    session.execute(sa.delete(IndexWordRow))
    search.clear_words(session.connection(), search.PASSAGES)


def learn(connection: sa.Connection, filed: Iterable[Fields]) -> None:
    """Add what is filed to the vocabulary; numbers are no words."""
    words = {word for fields in filed for field in fields for word in field}
    search.learn_words(connection, filter(is_telling, words))


def _forget(session: Session, articles: Collection[int]) -> None:
    gone = list(
        session.scalars(sa.select(ARTICLES.c.key).where(is_one_of(IndexArticleRow.article_id, articles)))
    )
    if gone:
        where = is_one_of(IndexArticleRow.key, gone)
        session.execute(sa.update(IndexArticleRow).where(where).values(article_id=None))
        passages = (key for article in gone for part in passages_of(article) for key in range(*part))
        search.forget_words(session.connection(), passages, search.PASSAGES)


def _given_out(session: Session, articles: Collection[int]) -> dict[int, int]:
    """A key for each article that exists, by row id."""
    rows = session.execute(
        sa.select(ArticleRow.id, ArticleRow.published_earliest)
        .where(is_one_of(ArticleRow.id, articles))
        .order_by(ArticleRow.id)
    )
    by_day: dict[int, list[int]] = defaultdict(list)
    for id_, published in rows:
        by_day[_ordinal(published)].append(id_)
    given: dict[int, int] = {}
    for day, ids in by_day.items():
        first, end = articles_of(day)
        here = sa.and_(ARTICLES.c.key >= first, ARTICLES.c.key < end)
        last = session.scalar(sa.select(sa.func.max(ARTICLES.c.key)).where(here))
        start = first if last is None else last + 1
        if start + len(ids) > end:
            raise OverflowError(f"day {day} has no more keys for articles; {start} was the next")
        given |= zip(ids, range(start, start + len(ids)), strict=True)
    return given


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _passages(session: Session, given: dict[int, int]) -> Iterator[tuple[int, Fields]]:
    """Every passage of these articles: its key and the words of its texts."""
    texts: dict[int, list[str]] = defaultdict(list)
    where = is_one_of(ArticleRow.id, given)
    for id_, title in session.execute(sa.select(ArticleRow.id, ArticleRow.title).where(where)):
        if title:
            texts[passage_key(given[id_], 0)].append(title)
    line = sa.func.substr(ArticleRow.text, ParagraphRow.start + 1, ParagraphRow.end - ParagraphRow.start)
    rows = session.execute(
        sa.select(ParagraphRow.article_id, ParagraphRow.n, line)
        .join(ArticleRow, ArticleRow.id == ParagraphRow.article_id)
        .where(is_one_of(ParagraphRow.article_id, given))
        .order_by(ParagraphRow.article_id, ParagraphRow.start)
    )
    for id_, n, text in rows:
        texts[passage_key(given[id_], n or 0)].append(text)
    for key, found in texts.items():
        yield key, tuple(tuple(tokens(text)) for text in dict.fromkeys(found))
