"""The list of actors as a file: rows for CSV, objects for JSON. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app.pages.actor.data import entry_as_json
from app.pages.actor.records import Entry
from app.web.spreadsheet import BOM, line
from app.web.urls import Urls

_COLUMNS: Final = (
    "slug", "name_ar", "name_en", "kind", "country", "known", "mentions", "articles", "events", "statements",
    "first", "last", "address",
)  # fmt: skip


def as_csv(entries: Iterable[Entry], urls: Urls, origin: str) -> Iterator[str]:
    """RFC 4180 with a byte-order mark; no cell can be read as a formula. ``origin`` begins each address."""
    yield BOM + line(_COLUMNS)
    for entry in entries:
        row = entry_as_json(entry) | {"address": origin + urls.actor(entry.actor.slug)}
        yield line(row[name] for name in _COLUMNS)
