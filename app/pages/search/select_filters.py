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
from app.index.keys import (
    PARAGRAPH_BITS,
    TITLES,
    article_and_paragraph,
    articles_of,
    passage_key,
    passages_of,
)
from app.index.read import Keys, Reader
from app.index.tables import ARTICLES
from app.index.text import Held, passages, records
from app.index.window import overlapping
from app.models import ActorRow, AppearanceRow, ArticleRow, MentionRow
from app.pages.search.query import SearchQuery
from app.pages.search.select_actors import called

Parts = Mapping[str, Keys]


@dataclass(frozen=True, slots=True)
class Found:
    """What the question finds, ``q``, and what each filter in force lets through, by its name.

    ``actors`` are the slugs that the question names, each with the keys of its records. Not ``whole``: of an
    exact question only the first were read.
    """

    records: Keys
    record_parts: Parts
    passages: Keys
    passage_parts: Parts
    actors: Mapping[str, Keys]
    events: Keys
    whole: bool = True

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
    parts = {name: _RECORDS[name](reader, query) for name in query.in_force}
    told = Held(Keys())
    if question:
        within = (lambda: reduce(and_, parts.values())) if parts else None
        told = records(reader, question, exact=query.exact, within=within)
    here = passages(
        reader,
        question,
        exact=query.exact,
        within=(lambda keys: reduce(and_, _passage_parts(reader, query, keys).values())) if parts else None,
    )
    slugs = called(reader, question, exact=query.exact)
    return Found(
        records=told.keys,
        record_parts=parts,
        passages=here.keys,
        passage_parts=_passage_parts(reader, query, here.keys),
        actors=reader.sets("actor", slugs),
        events=reader.set("kind", EVENT),
        whole=told.whole and here.whole,
    )


def _passage_parts(reader: Reader, query: SearchQuery, here: Keys) -> Parts:
    return {name: _PASSAGES[name](reader, query, here) for name in query.in_force}


def of_kind(found: Found, kind: str) -> Keys:
    """Keys of the events or of the statements that fit."""
    fitting = found.records_but()
    return fitting & found.events if kind == EVENT else fitting - found.events


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
    """Passages of articles that may have been published in the window.

    Their keys stand in the order of the first day they may be of; the few of uncertain day are looked up.
    """
    first, last = query.window
    low = articles_of(max((first or date.min).toordinal(), 1))[0]
    high = articles_of((last or date.max).toordinal())[1]
    kept = here.copy()
    for begin, end in ((0, low), (high, TITLES >> PARAGRAPH_BITS)):
        kept.remove_range(begin << PARAGRAPH_BITS, end << PARAGRAPH_BITS)
        kept.remove_range(TITLES | begin, TITLES | end)
    row = ArticleRow
    earlier = sa.and_(
        row.published_latest > row.published_earliest,
        row.published_latest >= (first or date.min),
        row.published_earliest < (first or date.min),
        row.published_earliest <= (last or date.max),
    )
    for article in _articles(reader, earlier):
        for begin, end in passages_of(article):
            kept |= here & Keys(range(begin, end))
    return kept


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
