"""The list of actors as a file: rows for CSV, objects for JSON. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app.pages.actor.data import entry_as_json
from app.pages.actor.records import Entry
from app.web.spreadsheet import BOM, line

_COLUMNS: Final = (
    "slug", "name_ar", "name_en", "kind", "country", "known", "mentions", "articles", "events", "statements",
    "first", "last",
)  # fmt: skip


def as_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """RFC 4180 with a byte-order mark; no cell can be read as a formula."""
    yield BOM + line(_COLUMNS)
    for entry in entries:
        row = entry_as_json(entry)
        yield line(row[name] for name in _COLUMNS)
