"""The filters as sets of keys: one entry for each parameter that narrows the view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_
from types import MappingProxyType
from typing import Final

import sqlalchemy as sa

from app.index.read import Keys, Reader
from app.index.tables import ENTRIES
from app.index.text import holding
from app.index.window import overlapping
from app.models import ArticleRow, StatementRow, TellingRow
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.select_only import without_others

Filter = Callable[[Reader, TimelineQuery], Keys]


def _window(reader: Reader, query: TimelineQuery) -> Keys:
    return overlapping(reader, *query.window)


def _actors(reader: Reader, query: TimelineQuery) -> Keys:
    """An actor itself, or any that its lane shows: a state's ministers, army, bodies."""
    own = reader.sets("actor", query.actor)
    theirs = reader.sets("state", query.actor)
    each = [own[slug] | theirs[slug] for slug in query.actor]
    if query.match == "any":
        return Keys.union(*each)
    together = Keys.intersection(*each)
    return without_others(reader, together, query.actor) if query.match == "only" else together


def _articles(reader: Reader, query: TimelineQuery) -> Keys:
    named = sa.select(ArticleRow.id).where(ArticleRow.public_id.in_(query.article))
    told = sa.select(TellingRow.event_id).where(TellingRow.article_id.in_(named))
    said = sa.select(StatementRow.id).where(StatementRow.article_id.in_(named))
    keys = [
        sa.select(ENTRIES.c.key).where(ENTRIES.c[column].in_(ids))
        for column, ids in (("event_id", told), ("statement_id", said))
    ]
    return Keys(reader.session.scalars(sa.union_all(*keys)))


def _text(reader: Reader, query: TimelineQuery) -> Keys:
    return holding(reader, query.q or "", exact=query.exact)


def _one_of(name: str) -> Filter:
    return lambda reader, query: reader.union(name, query.values(name))


#: Both ends of the window are one filter, and stand under both names.
FILTERS: Final[Mapping[str, Filter]] = MappingProxyType(
    {
        "from": _window,
        "to": _window,
        "actor": _actors,
        "kind": _one_of("kind"),
        "type": _one_of("type"),
        "status": _one_of("status"),
        "modality": _one_of("modality"),
        "outlet": _one_of("outlet"),
        "article": _articles,
        "place": _one_of("place"),
        "certainty": _one_of("certainty"),
        "evidence": _one_of("evidence"),
        "q": _text,
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """What fits the filters: ``every`` is the whole store, ``parts`` what each filter in force lets
    through, by parameter (the window as ``from``), ``keys`` what fits all of them."""

    every: Keys
    parts: Mapping[str, Keys]
    keys: Keys

    def but(self, name: str) -> Keys:
        """What fits all of them but one: the whole of what its choices are counted in."""
        name = "from" if name == "to" else name
        if name not in self.parts:
            return self.keys
        return common(self.every, (part for each, part in self.parts.items() if each != name))


def found(reader: Reader, query: TimelineQuery) -> Found:
    names = {"from" if name == "to" else name: name for name in FILTERS if query.values(name)}
    parts = {as_: FILTERS[name](reader, query) for as_, name in names.items()}
    return Found(reader.all, parts, common(reader.all, parts.values()))


def common(every: Keys, parts: Iterable[Keys]) -> Keys:
    """The keys in all parts, the smallest taken first; all there are where there is no part."""
    return reduce(and_, sorted(parts, key=len) or [every])
