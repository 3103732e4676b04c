"""Loads the list of statements: keys come from the index, contents from a fixed number of queries.

Sorted by the day of the statement; those without one follow, in the order in which they were read.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import islice, takewhile
from operator import and_
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import Modality, QuoteKind
from app.errors import NotFoundError
from app.index.facets import STATEMENT
from app.index.order import Part, Place, cursor, part, place_of
from app.index.read import Keys, Reader, current, united
from app.index.tables import ENTRIES
from app.index.text import holding
from app.index.window import overlapping
from app.models import ActorRow, ArticleRow, ChainLinkRow, StatementRow
from app.pages.statements.query import FACETS, LONGEST, StatementsQuery
from app.pages.statements.records import Count, Facts, Statement
from app.pages.statements.select_order import Rank, ordered
from app.pages.statements.select_records import statements
from app.web.named import Named, in_letters

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


def load(session: Session, query: StatementsQuery, lang: str = "en") -> Facts:
    """Everything the page shows of this view; names are put in order as they are written in ``lang``."""
    seen = _Seen.of(session, query, lang)
    fitting = seen.fitting
    facets = {name: _counted(seen.sets[name], fitting.but(name), query.values(name)) for name in FACETS}
    page = seen.page()
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
    page = _Seen.of(session, query).page(beside=True)
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


def everything(session: Session, query: StatementsQuery, lang: str = "en") -> Iterator[Statement]:
    """All statements of this view in the order of the page, read in batches."""
    places = _Seen.of(session, query, lang).places()
    while batch := list(islice(places, BATCH)):
        yield from _read(session, batch)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a query is answered from."""

    reader: Reader
    query: StatementsQuery
    lang: str
    sets: Sets
    fitting: Found

    @classmethod
    def of(cls, session: Session, query: StatementsQuery, lang: str = "en") -> _Seen:
        reader = current(session)
        sets = reader.once("statements by facet", lambda: by_facet(session))
        fitting = reader.recent("statements", query.signature, lambda: found(reader, sets, query), KEPT)
        return cls(reader, query, lang, sets, fitting)

    def places(self, after: Place | None = None) -> Iterator[Place]:
        """All that fits, in the order asked for."""
        name = self.query.sort.removeprefix("-")
        sets = self.sets.get(name, {})
        rank = _rank(self.reader, name, sets, self.lang)
        return ordered(self.reader, self.fitting.but(None), self.query.sort, sets, rank, after)

    def page(self, *, beside: bool = False) -> Part:
        """The page asked for; where the one before begins is only looked for when it is ``beside`` asked."""
        after, limit, keys = self.query.after, self.query.limit, self.fitting.but(None)
        if self.query.sort == "day":
            return part(self.reader, keys, after, limit)
        start = place_of(after)
        places = list(islice(self.places(start), limit + 1))
        back = None
        if beside and start:
            earlier = deque(takewhile(lambda place: place != start, self.places()), maxlen=limit)
            back = cursor(earlier[0]) if len(earlier) == limit else ""
        more = cursor(places[limit - 1]) if len(places) > limit else None
        return Part(tuple(places[:limit]), len(keys), more, back)


def _rank(reader: Reader, name: str, sets: Mapping[str, Keys], lang: str) -> Rank:
    """What the values of a filter are put in order by."""
    if name in ("speaker", "outlet"):
        names = reader.once(("names of", name), lambda: _names(reader.session, sets))
        return lambda slug: (in_letters(names.get(slug), lang), slug)
    if name in ("quote", "modality"):
        return [*map(str, QuoteKind), *map(str, Modality)].index
    return str


def by_facet(session: Session) -> Sets:
    """The keys of all statements under each value of each filter.

    Tables are read one by one and put together here: a join visits every row of the others by its number.
    """
    said, links = StatementRow, ChainLinkRow
    slugs = _by_id(session, sa.select(ActorRow.id, ActorRow.slug))
    outlets = _by_id(session, sa.select(ArticleRow.id, ArticleRow.outlet_id))
    named = sa.select(links.statement_id, sa.func.count()).where(links.statement_id.is_not(None))
    media = _by_id(session, named.group_by(links.statement_id))
    rows = session.execute(
        sa.select(
            ENTRIES.c.key, said.id, said.speaker_id, said.lemma, sa.type_coerce(said.quote, sa.String),
            sa.type_coerce(said.modality, sa.String), said.article_id,
        ).join(said, said.id == ENTRIES.c.statement_id)
    )  # fmt: skip
    filed: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in FACETS}
    speakers, verbs, quotes, modalities, chains, papers = filed.values()
    for key, id_, speaker, lemma, quote, modality, article in rows:
        outlet = outlets[article]
        speakers[slugs[speaker]].append(key)
        verbs[lemma].append(key)
        quotes[quote].append(key)
        modalities[modality].append(key)
        chains[str(min(media.get(id_) or (1 if outlet else 0), LONGEST))].append(key)
        if outlet:
            papers[slugs[outlet]].append(key)
    return {name: {value: Keys(keys) for value, keys in each.items()} for name, each in filed.items()}


def _by_id(session: Session, pairs: sa.Executable) -> dict[int, Any]:
    return {row[0]: row[1] for row in session.execute(pairs)}


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
