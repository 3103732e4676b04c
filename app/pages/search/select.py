"""Reads the search page: what is found by the index, what it says by a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice, takewhile
from typing import Final

from sqlalchemy.orm import Session

from app.errors import QueryError
from app.index.keys import PARAGRAPH_BITS, articles_of, passage_key
from app.index.order import cursor, listed, place_of
from app.index.read import Keys, Reader, current
from app.index.text import Sought, sought
from app.pages.search import select_passages, select_records
from app.pages.search.query import KINDS, SearchQuery
from app.pages.search.records import Facts, Group, Hit
from app.pages.search.select_actors import actors, by_slug, meant, outlets
from app.pages.search.select_filters import Found, found, of_kind
from app.pages.search.suggest import instead

#: So many of each kind are shown where all kinds are.
FEW: Final = 5
#: Questions of which the sets are kept while nothing changes.
KEPT: Final = 16


def load(session: Session, query: SearchQuery) -> Facts:
    """Everything the page shows of this view."""
    reader = current(session)
    fitting = reader.recent("search", query.signature, lambda: found(reader, query), KEPT)
    counts = reader.recent("search counts", query.signature, fitting.counts, KEPT)
    nothing = query.q is not None and not any(counts.values())
    kinds = (query.kind,) if query.kind else KINDS
    _check_cursor(query)
    return Facts(
        counts=counts,
        groups=tuple(_group(reader, fitting, query, kind, counts[kind]) for kind in kinds if counts[kind]),
        instead=tuple(instead(reader, query)) if nothing else (),
        relaxed=tuple(_relaxed(fitting, query)) if nothing else (),
        names=by_slug(session, {*query.actor, *query.outlet}),
        outlets=reader.once("outlets by name", lambda: outlets(reader)),
    )


def resolved(session: Session, given: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of an address with actors' names, as people type them, replaced by their slugs."""
    if not any(name == "actor" and value.strip() for name, value in given):
        return given
    reader = current(session)
    return [
        (name, meant(reader, value.strip()) if name == "actor" and value.strip() else value)
        for name, value in given
    ]


def _relaxed(fitting: Found, query: SearchQuery) -> Iterator[tuple[str, int]]:
    """Filters that alone stand in the way, with how much would be found without each."""
    for name in query.in_force:
        count = sum(fitting.counts(name).values())
        if count:
            yield name, count


def _group(reader: Reader, fitting: Found, query: SearchQuery, kind: str, count: int) -> Group:
    limit = query.limit if query.kind else min(FEW, query.limit)
    wanted = sought(reader, query.q or "", exact=query.exact)
    if kind in ("event", "statement"):
        places = list(islice(listed(reader, of_kind(fitting, kind), place_of(query.after)), limit + 1))
        hits = _records(reader, kind, [key for _, key in places[:limit]], wanted, exact=query.exact)
        following = cursor(places[limit - 1]) if len(places) > limit else None
    elif kind == "actor":
        slugs = _by_weight(fitting.actors_but())
        start = _number(query.after)
        some = dict(list(slugs.items())[start : start + limit])
        hits = actors(reader.session, some, wanted, exact=query.exact)
        following = str(start + limit) if len(slugs) > start + limit else None
    else:
        keys = list(islice(_passages(fitting.passages_but(), kind, _number(query.after, -1)), limit + 1))
        read = select_passages.articles if kind == "article" else select_passages.passages
        shown: Mapping[int, Hit] = read(reader.session, keys[:limit], wanted, exact=query.exact)
        hits = tuple(shown[key] for key in keys[:limit])
        following = str(keys[limit - 1]) if len(keys) > limit else None
    return Group(kind, count, hits, following)


def _records(
    reader: Reader, kind: str, keys: list[int], wanted: tuple[Sought, ...], *, exact: bool
) -> tuple[Hit, ...]:
    read = select_records.events if kind == "event" else select_records.statements
    shown: Mapping[int, Hit] = read(reader.session, keys, wanted, exact=exact)
    return tuple(shown[key] for key in keys)


def _by_weight(counts: Mapping[str, int]) -> dict[str, int]:
    """Who is told of most comes first."""
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _passages(found: Keys, kind: str, after: int) -> Iterator[int]:
    """Keys of titles or of paragraphs in order of publication, the undated last."""
    dated = passage_key(articles_of(1)[0], 0)
    among_undated = 0 <= after < dated
    undated = found.iter_equal_or_larger(after + 1 if among_undated else 0)
    with_day = iter(()) if among_undated else found.iter_equal_or_larger(max(after + 1, dated))
    order = chain(with_day, takewhile(lambda key: key < dated, undated))
    title = kind == "article"
    return (key for key in order if (key % (1 << PARAGRAPH_BITS) == 0) == title)


def _check_cursor(query: SearchQuery) -> None:
    """A page beyond the first is one of a single kind, and begins where a list of that kind ended."""
    if query.after is not None and query.kind is None:
        raise QueryError("after", query.after, KINDS)
    if query.kind in ("event", "statement"):
        place_of(query.after)
    else:
        _number(query.after)


def _number(written: str | None, begin: int = 0) -> int:
    """A cursor of one number, ``begin`` where there is none; raises QueryError for what no list gave out."""
    if written is None:
        return begin
    if not (written.isascii() and written.isdigit() and len(written) < 18):
        raise QueryError("after", written, ("…",))
    return int(written)
