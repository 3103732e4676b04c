"""Loads the search page: matches come from the index, their contents from a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain, islice, takewhile
from typing import Any, Final

from sqlalchemy.orm import Session

from app.errors import QueryError
from app.index.keys import TITLES, articles_of, passage_key
from app.index.order import cursor, listed, place_of
from app.index.read import Keys, Reader, current
from app.index.text import Sought, sought
from app.pages.search import select_records
from app.pages.search.query import KINDS, SearchQuery
from app.pages.search.records import Facts, Group, Hit
from app.pages.search.select_actors import actors, by_slug, meant, outlets
from app.pages.search.select_filters import Found, found, of_kind
from app.pages.search.select_passages import passages
from app.pages.search.suggest import instead

#: What stands on a page of one kind, keys or slugs, and where the next begins.
Page = tuple[list[Any], str | None]

#: So many of each kind are shown where all kinds are.
FEW: Final = 3
#: Questions of which the sets are kept while nothing changes.
KEPT: Final = 16


def load(session: Session, query: SearchQuery) -> Facts:
    """Everything the page shows of this view."""
    reader = current(session)
    fitting = reader.recent("search", query.signature, lambda: found(reader, query), KEPT)
    counts = reader.recent("search counts", query.signature, fitting.counts, KEPT)
    nothing = query.q is not None and not any(counts.values())
    _check_cursor(query)
    return Facts(
        counts=counts,
        whole=fitting.whole,
        groups=tuple(_groups(reader, fitting, query, counts)),
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


def _groups(reader: Reader, fitting: Found, query: SearchQuery, counts: Mapping[str, int]) -> Iterator[Group]:
    kinds = [kind for kind in ((query.kind,) if query.kind else KINDS) if counts[kind]]
    pages = {kind: _page(reader, fitting, query, kind) for kind in kinds}
    wanted = sought(reader, query.q or "", exact=query.exact)
    of = partial(_hits, reader.session, pages, wanted=wanted, exact=query.exact)
    hits = of("event", read=select_records.events) | of("statement", read=select_records.statements)
    hits |= of("passage", "article", read=passages)
    for kind in kinds:
        keys, after = pages[kind]
        if kind == "actor":
            shown = {slug: count for slug, count in fitting.actors_but().items() if slug in keys}
            found: tuple[Hit, ...] = actors(reader.session, _by_weight(shown), wanted, exact=query.exact)
        else:
            found = tuple(hits[key] for key in keys)
        yield Group(kind, counts[kind], found, after)


def _hits(
    session: Session,
    pages: Mapping[str, Page],
    *kinds: str,
    read: Callable[..., Mapping[Any, Hit]],
    wanted: tuple[Sought, ...],
    exact: bool,
) -> dict[Any, Hit]:
    """What stands on the pages of these kinds, by key."""
    keys = [key for kind in kinds if kind in pages for key in pages[kind][0]]
    return dict(read(session, keys, wanted, exact=exact)) if keys else {}


def _page(reader: Reader, fitting: Found, query: SearchQuery, kind: str) -> Page:
    """The keys on a page of one kind, and the cursor of the next."""
    limit = query.limit if query.kind else min(FEW, query.limit)
    if kind in ("event", "statement"):
        places = list(islice(listed(reader, of_kind(fitting, kind), place_of(query.after)), limit + 1))
        more = cursor(places[limit - 1]) if len(places) > limit else None
        return [key for _, key in places[:limit]], more
    if kind == "actor":
        slugs, start = list(_by_weight(fitting.actors_but())), _number(query.after)
        return slugs[start : start + limit], str(start + limit) if len(slugs) > start + limit else None
    found = _passages(fitting.passages_but(), kind, _number(query.after, -1))
    keys = list(islice(found, limit + 1))
    return keys[:limit], str(keys[limit - 1]) if len(keys) > limit else None


def _by_weight(counts: Mapping[str, int]) -> dict[str, int]:
    """Who is told of most comes first."""
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _passages(found: Keys, kind: str, after: int) -> Iterator[int]:
    """Keys of titles or of paragraphs in order of publication, the undated last."""
    begin, end = (TITLES, 2 * TITLES) if kind == "article" else (0, TITLES)
    dated = passage_key(articles_of(1)[0], 0 if kind == "article" else 1)

    def between(low: int, high: int) -> Iterator[int]:
        return takewhile(lambda key: key < high, found.iter_equal_or_larger(low))

    if begin <= after < dated:
        return between(after + 1, dated)
    return chain(between(max(after + 1, dated), end), between(begin, dated))


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
    if not (written.isascii() and written.isdigit() and len(written) < 20):
        raise QueryError("after", written, ("…",))
    return int(written)
