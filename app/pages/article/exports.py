"""The list of articles as rows for CSV. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app.pages.article.data import card_as_json
from app.pages.article.records import Card
from app.web.spreadsheet import BOM, line
from app.web.urls import Urls

_COLUMNS: Final = (
    "id", "title", "language", "outlet", "byline", "published", "basis", "opening", "events", "statements",
    "actors", "address",
)  # fmt: skip


def as_csv(cards: Iterable[Card], urls: Urls, origin: str) -> Iterator[str]:
    """RFC 4180 with a byte-order mark; no cell can be read as a formula. ``origin`` begins each address."""
    yield BOM + line(_COLUMNS)
    for card in cards:
        row = card_as_json(card) | {
            "outlet": card.outlet.slug if card.outlet else None,
            "address": origin + urls.article(card.id),
        }
        yield line(row[name] for name in _COLUMNS)
