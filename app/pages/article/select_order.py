"""Sorts all articles by one of their columns: day, title, outlet, or a number of findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.read import current
from app.languages.ar.normalise import fold
from app.models import ActorRow, AppearanceRow, ArticleRow, StatementRow, TellingRow
from app.web import columns
from app.web.named import Named, in_letters

#: Orders that are kept while nothing changes.
KEPT: Final = 8
#: What is counted of an article, by what says which article it belongs to.
OWNERS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "events": TellingRow.article_id,
        "statements": StatementRow.article_id,
        "actors": AppearanceRow.article_id,
    }
)


def in_order(session: Session, sort: str, lang: str) -> Sequence[int]:
    """The rows of all articles in this order, among equals the latest published first; made once for each
    state of the index, which every change of an article renews."""
    return current(session).recent(
        "articles in order", (sort, lang), lambda: _made(session, sort, lang), KEPT
    )


def _made(session: Session, sort: str, lang: str) -> list[int]:
    days = sa.select(ArticleRow.id, ArticleRow.published_earliest).order_by(ArticleRow.id)
    published = {row[0]: row[1] for row in session.execute(days)}
    usual = columns.in_order(published, "-", published.get)
    ranks = _ranks(session, sort.removeprefix("-"), lang) if "published" not in sort else published
    counted = sort.removeprefix("-") in OWNERS
    return columns.in_order(usual, sort, lambda id_: ranks.get(id_, 0 if counted else None))


def _ranks(session: Session, name: str, lang: str) -> Mapping[int, Any]:
    """What each article is put in order by, where it has any."""
    if name in OWNERS:
        counts = sa.select(OWNERS[name], sa.func.count()).group_by(OWNERS[name])
        return {row[0]: row[1] for row in session.execute(counts)}
    if name == "title":
        titles = session.execute(sa.select(ArticleRow.id, ArticleRow.title, ArticleRow.file_name))
        return {id_: fold(title or file).casefold().strip() for id_, title, file in titles}
    papers = sa.select(ArticleRow.id, ActorRow.slug, ActorRow.name_ar, ActorRow.name_en)
    rows = session.execute(papers.join(ActorRow, ActorRow.id == ArticleRow.outlet_id))
    return {row[0]: in_letters(Named(*row[1:]), lang) for row in rows}
