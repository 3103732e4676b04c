"""The filters as sets: keys of records, keys of passages, slugs of actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_
from types import MappingProxyType
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from app.index.facets import EVENT
from app.index.keys import TITLES, article_and_paragraph, passage_key
from app.index.read import Keys, Reader
from app.index.tables import ARTICLES
from app.index.text import holding, passages
from app.index.window import overlapping
from app.models import ActorRow, AppearanceRow, ArticleRow, MentionRow
from app.pages.search.query import SearchQuery
from app.pages.search.select_actors import called

Parts = Mapping[str, Keys]


@dataclass(frozen=True, slots=True)
class Found:
    """What the question finds, ``q``, and what each filter in force lets through, by its name.

    ``actors`` are the slugs that the question names, each with the keys of its records.
    """

    records: Keys
    record_parts: Parts
    passages: Keys
    passage_parts: Parts
    actors: Mapping[str, Keys]
    events: Keys

    def counts(self, but: str | None = None) -> dict[str, int]:
        """How many of each kind fit all filters, or all but one."""
        records, found = self.records_but(but), self.passages_but(but)
        events = records.intersection_cardinality(self.events)
        paragraphs = found.range_cardinality(0, TITLES)
        return {
            "event": events,
            "statement": len(records) - events,
            "passage": paragraphs,
            "article": len(found) - paragraphs,
            "actor": len(self.actors_but(but)),
        }

    def records_but(self, but: str | None = None) -> Keys:
        return _all_but(but, self.records, self.record_parts)

    def passages_but(self, but: str | None = None) -> Keys:
        return _all_but(but, self.passages, self.passage_parts)

    def actors_but(self, but: str | None = None) -> dict[str, int]:
        """Those that take part in a record that the filters let through, and in how many."""
        parts = [part for name, part in self.record_parts.items() if name != but]
        if not parts:
            return {slug: len(keys) for slug, keys in self.actors.items()}
        within = reduce(and_, parts)
        counts = {slug: within.intersection_cardinality(keys) for slug, keys in self.actors.items()}
        return {slug: count for slug, count in counts.items() if count}


def _all_but(but: str | None, found: Keys, parts: Parts) -> Keys:
    return reduce(and_, (part for name, part in parts.items() if name != but), found)


def found(reader: Reader, query: SearchQuery) -> Found:
    """What fits the question and each of the filters; nothing where nothing is asked."""
    question = query.q or ""
    here = passages(reader, question, exact=query.exact)
    slugs = called(reader, question, exact=query.exact)
    return Found(
        records=holding(reader, question, exact=query.exact) if question else Keys(),
        record_parts={name: _RECORDS[name](reader, query) for name in query.in_force},
        passages=here,
        passage_parts={name: _PASSAGES[name](reader, query, here) for name in query.in_force},
        actors=reader.sets("actor", slugs),
        events=reader.set("kind", EVENT),
    )


def of_kind(found: Found, kind: str) -> Keys:
    """Keys of the events, statements, paragraphs or titles that fit."""
    if kind in ("event", "statement"):
        fitting = found.records_but()
        return fitting & found.events if kind == EVENT else fitting - found.events
    fitting = found.passages_but().copy()
    fitting.remove_range(*((0, TITLES) if kind == "article" else (TITLES, 2 * TITLES)))
    return fitting


def _window(reader: Reader, query: SearchQuery) -> Keys:
    return overlapping(reader, *query.window)


def _actors(reader: Reader, query: SearchQuery) -> Keys:
    """An actor itself, or any that its lane shows."""
    return reader.union("actor", query.actor) | reader.union("state", query.actor)


_RECORDS: Final[Mapping[str, Callable[[Reader, SearchQuery], Keys]]] = MappingProxyType(
    {
        "from": _window,
        "actor": _actors,
        "type": lambda reader, query: reader.union("type", query.type),
        "outlet": lambda reader, query: reader.union("outlet", query.outlet),
    }
)


def _published(reader: Reader, query: SearchQuery, here: Keys) -> Keys:
    """Passages of articles that may have been published in the window."""
    first, last = query.window
    row = ArticleRow
    within = sa.and_(
        row.published_latest >= (first or date.min), row.published_earliest <= (last or date.max)
    )
    return _of_articles(here, _articles(reader, within))


def _of_outlets(reader: Reader, query: SearchQuery, here: Keys) -> Keys:
    outlets = sa.select(ActorRow.id).where(ActorRow.slug.in_(query.outlet))
    return _of_articles(here, _articles(reader, ArticleRow.outlet_id.in_(outlets)))


_NAMED: Final = aliased(ActorRow)


def _naming(reader: Reader, query: SearchQuery, here: Keys) -> Keys:
    """Passages that mention the actor or somebody of its lane; of titles, those of articles that do."""
    meant = sa.or_(_NAMED.slug.in_(query.actor), _NAMED.lane.in_(query.actor))
    row = AppearanceRow
    appear = sa.select(row.article_id).join(_NAMED, _NAMED.id == row.actor_id).where(meant)
    articles = _articles(reader, ArticleRow.id.in_(appear))
    titles = Keys(key for key in _of_articles(here, articles) if key >= TITLES)
    named = (
        sa.select(ARTICLES.c.key, MentionRow.paragraph)
        .distinct()
        .join(ARTICLES, ARTICLES.c.article_id == MentionRow.article_id)
        .join(_NAMED, _NAMED.id == MentionRow.actor_id)
        .where(meant)
    )
    rows = reader.session.execute(named)
    return titles | Keys(passage_key(article, n) for article, n in rows if n)


_PASSAGES: Final[Mapping[str, Callable[[Reader, SearchQuery, Keys], Keys]]] = MappingProxyType(
    {
        "from": _published,
        "actor": _naming,
        "type": lambda _reader, _query, _here: Keys(),  # only events are of a type
        "outlet": _of_outlets,
    }
)


def _articles(reader: Reader, where: sa.ColumnElement[bool]) -> Keys:
    """Keys of the articles of which this is true."""
    joined = sa.select(ARTICLES.c.key).join(ArticleRow, ArticleRow.id == ARTICLES.c.article_id)
    return Keys(reader.session.scalars(joined.where(where)))


def _of_articles(here: Iterable[int], articles: Keys) -> Keys:
    return Keys(key for key in here if article_and_paragraph(key)[0] in articles)
