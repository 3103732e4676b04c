"""The list of articles: headings that sort it, addresses of other views and files. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.pages.article.query_list import COLUMNS, FALLING, ArticlesQuery
from app.pages.article.records import Listing
from app.web.columns import Column, columns
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _
from app.web.urls import Urls

_TITLES: Final = dict(
    zip(
        COLUMNS,
        (_("Published"), _("Title"), _("Outlet"), _("Events"), _("Statements"), _("Actors")),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class ListView:
    """``files`` are addresses by their format."""

    listing: Listing
    query: ArticlesQuery
    columns: Mapping[str, Column]
    first_page: str | None
    next_page: str | None
    as_cards: str
    as_table: str
    files: Mapping[str, str]


def build_list(listing: Listing, query: ArticlesQuery, spoken: Language, urls: Urls) -> ListView:
    """A page of the list."""
    whole = query.with_(view="cards").pairs
    return ListView(
        listing=listing,
        query=query,
        columns=columns(
            _TITLES, query.sort, lambda sort: urls.articles(query.with_(sort=sort).pairs), spoken, FALLING
        ),
        first_page=urls.articles(query.with_().pairs) if query.after else None,
        next_page=urls.articles(query.with_(after=listing.after).pairs) if listing.after else None,
        as_cards=urls.articles(query.with_(view="cards", after=query.after).pairs),
        as_table=urls.articles(query.with_(view="table", after=query.after).pairs),
        files={"CSV": urls.articles(whole, ".csv"), "JSON": urls.articles(whole, ".json")},
    )
