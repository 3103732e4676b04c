"""The list of actors: filters as links, headings that sort it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.pages.actor.query import COLUMNS, FALLING, ActorsQuery
from app.pages.actor.records import Choice, Listing
from app.web.columns import Column, columns
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _
from app.web.named import Named, territory
from app.web.urls import Urls

_TITLES: Final = dict(
    zip(
        COLUMNS,
        (
            _("Name"), _("Kind"), _("Country"), _("Events"), _("Statements"), _("Articles"), _("Mentions"),
            _("First"), _("Last"),
        ),
        strict=True,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filter:
    """A value to filter by, as a link that sets it or takes it away."""

    value: str
    count: int
    on: bool
    href: str


@dataclass(frozen=True, slots=True)
class ListView:
    """``hidden`` are the parameters that the form carries on unseen, ``files`` addresses by their format."""

    listing: Listing
    query: ActorsQuery
    kinds: tuple[Filter, ...]
    countries: tuple[Choice, ...]
    states: Mapping[str, Named]
    hidden: tuple[tuple[str, str], ...]
    columns: Mapping[str, Column]
    first_page: str | None
    next_page: str | None
    as_cards: str
    as_table: str
    files: Mapping[str, str]


def build_list(listing: Listing, query: ActorsQuery, spoken: Language, urls: Urls) -> ListView:
    """The list of actors with its filters."""
    slugs = {c.value for c in listing.countries} | {e.country for e in listing.entries if e.country}
    whole = query.with_(view="table").pairs
    return ListView(
        listing=listing,
        query=query,
        kinds=tuple(_kind(choice, query, urls) for choice in listing.kinds),
        countries=listing.countries,
        states={slug: territory(slug) for slug in slugs},
        hidden=tuple(pair for pair in query.pairs if pair[0] in ("kind", "sort", "view")),
        columns=columns(
            _TITLES, query.sort, lambda sort: _address(urls, query.with_(sort=sort)), spoken, FALLING
        ),
        first_page=_address(urls, query.with_()) if query.after else None,
        next_page=_address(urls, query.with_(after=listing.after)) if listing.after else None,
        as_cards=_address(urls, query.with_(view="cards", after=query.after)),
        as_table=_address(urls, query.with_(view="table", after=query.after)),
        files={
            "CSV": urls.actors(whole, ".csv"),
            "JSON": urls.actors(whole, ".json"),
            "GraphML": urls.actors(whole, ".graphml"),
        },
    )


def _kind(choice: Choice, query: ActorsQuery, urls: Urls) -> Filter:
    on = choice.value == query.kind
    return Filter(
        choice.value, choice.count, on, _address(urls, query.with_(kind=None if on else choice.value))
    )


def _address(urls: Urls, query: ActorsQuery) -> str:
    return urls.actors(query.pairs)
