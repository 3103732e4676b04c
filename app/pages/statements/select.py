"""Reads the list of statements: which by the index, what they say by a fixed number of queries.

In order of the day told of; the undated follow, in the order in which they were read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import and_
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.errors import NotFoundError
from app.index.facets import STATEMENT
from app.index.order import Part, Place, listed, part
from app.index.read import Keys, Reader, current, united
from app.index.tables import ENTRIES
from app.index.text import holding
from app.index.window import overlapping
from app.models import ActorRow, ArticleRow, StatementRow
from app.pages.statements.query import FACETS, StatementsQuery
from app.pages.statements.records import Count, Facts, Statement
from app.pages.statements.select_records import statements
from app.web.named import Named

#: At most so many values of a filter are offered, the most frequent first.
OFFERED: Final = 40
#: Questions of which the sets are kept while nothing changes.
KEPT: Final = 16
BATCH: Final = 500

Sets = Mapping[str, Mapping[str, Keys]]


@dataclass(frozen=True, slots=True)
class Found:
    """``every`` is all statements, ``parts`` what each filter in force lets through, by its name."""

    every: Keys
    parts: Mapping[str, Keys]

    def but(self, name: str | None) -> Keys:
        """What fits all filters but one: the whole of what its values are counted in."""
        return reduce(and_, (part for each, part in self.parts.items() if each != name), self.every)


def load(session: Session, query: StatementsQuery) -> Facts:
    """Everything the page shows of this view."""
    reader = current(session)
    sets = reader.once("statements by facet", lambda: by_facet(session))
    fitting = reader.recent("statements", query.signature, lambda: found(reader, sets, query), KEPT)
    facets = {name: _counted(sets[name], fitting.but(name), query.values(name)) for name in FACETS}
    page = part(reader, fitting.but(None), query.after, query.limit)
    slugs = {each.value for name in ("speaker", "outlet") for each in facets[name]}
    return Facts(
        found=page.total,
        total=len(fitting.every),
        facets=facets,
        names=_names(session, slugs),
        listed=_read(session, page.places),
        after=page.after,
    )


def page_of(session: Session, query: StatementsQuery) -> tuple[Part, tuple[Statement, ...]]:
    """The page of the list that the query asks for, without what there is to filter by."""
    reader = current(session)
    sets = reader.once("statements by facet", lambda: by_facet(session))
    fitting = reader.recent("statements", query.signature, lambda: found(reader, sets, query), KEPT)
    page = part(reader, fitting.but(None), query.after, query.limit)
    return page, _read(session, page.places)


def one(session: Session, public_id: str) -> Statement:
    """The statement with this id; raises NotFoundError when there is none."""
    key = session.scalar(
        sa.select(ENTRIES.c.key)
        .join(StatementRow, StatementRow.id == ENTRIES.c.statement_id)
        .where(StatementRow.public_id == public_id)
    )
    if key is None:
        raise NotFoundError("statement", public_id)
    return statements(session, [key])[key]


def everything(session: Session, query: StatementsQuery) -> Iterator[Statement]:
    """All statements of this view in the order of the page, read in batches."""
    reader = current(session)
    sets = reader.once("statements by facet", lambda: by_facet(session))
    places = listed(reader, found(reader, sets, query).but(None))
    while batch := list(islice(places, BATCH)):
        yield from _read(session, batch)


def by_facet(session: Session) -> Sets:
    """The keys of all statements under each value of each filter."""
    outlet = aliased(ActorRow)
    rows = session.execute(
        sa.select(
            ENTRIES.c.key, ActorRow.slug, StatementRow.lemma, StatementRow.quote, StatementRow.modality,
            outlet.slug,
        )
        .join(StatementRow, StatementRow.id == ENTRIES.c.statement_id)
        .join(ActorRow, ActorRow.id == StatementRow.speaker_id)
        .join(ArticleRow, ArticleRow.id == StatementRow.article_id)
        .outerjoin(outlet, outlet.id == ArticleRow.outlet_id)
    )  # fmt: skip
    filed: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in FACETS}
    for key, *values in rows:
        for name, value in zip(FACETS, values, strict=True):
            if value is not None:
                filed[name][str(value)].append(key)
    return {name: {value: Keys(keys) for value, keys in each.items()} for name, each in filed.items()}


def found(reader: Reader, sets: Sets, query: StatementsQuery) -> Found:
    """What each filter in force lets through."""
    nothing = Keys()
    parts = {
        name: united(sets[name].get(value, nothing) for value in query.values(name))
        for name in FACETS
        if query.values(name)
    }
    if query.since or query.to:
        parts["from"] = overlapping(reader, *query.window)
    if query.q:
        parts["q"] = holding(reader, query.q)
    return Found(reader.set("kind", STATEMENT), parts)


def _counted(sets: Mapping[str, Keys], within: Keys, chosen: Iterable[str]) -> tuple[Count, ...]:
    """The values that something would be found under, the most frequent first, and those chosen."""
    counts = [Count(value, within.intersection_cardinality(keys)) for value, keys in sets.items()]
    counts = sorted((each for each in counts if each.count), key=lambda each: (-each.count, each.value))
    offered = counts[:OFFERED]
    beyond = {*chosen} - {each.value for each in offered}
    known = {each.value: each for each in counts}
    return (*offered, *(known.get(value, Count(value, 0)) for value in sorted(beyond)))


def _read(session: Session, places: Iterable[Place]) -> tuple[Statement, ...]:
    keys = [key for _, key in places]
    read = statements(session, keys)
    return tuple(read[key] for key in keys)


def _names(session: Session, slugs: Iterable[str]) -> dict[str, Named]:
    rows = session.execute(
        sa.select(ActorRow.slug, ActorRow.name_ar, ActorRow.name_en, ActorRow.lane).where(
            ActorRow.slug.in_(slugs)
        )
    )
    return {slug: Named(slug, arabic, english, lane) for slug, arabic, english, lane in rows}
