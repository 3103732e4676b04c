"""CSV: one row per record, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app.pages.timeline.data import as_json
from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.records import Record
from app.web.spreadsheet import BOM, line

_COLUMNS: Final = (
    "id",
    "kind",
    "type",
    "status",
    "date",
    "earliest",
    "latest",
    "certainty",
    "date_in_words",
    "date_text",
    "headline_ar",
    "headline_en",
    "content",
    "actors",
    "place",
    "independent_sources",
    "outlets",
    "article",
    "published",
    "address",
)


def as_csv(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """RFC 4180 with a byte-order mark; no cell can be read as a formula."""
    yield BOM + line(_COLUMNS)
    for record in records:
        row = as_json(record)
        row["date_in_words"] = sheet.voice.when(record)
        row["actors"] = "; ".join(f"{party.slug} ({party.role})" for party in record.parties)
        row["outlets"] = "; ".join(outlet.slug for outlet in record.outlets)
        row["place"] = record.place.slug if record.place else None
        row["address"] = sheet.permalink(record)
        yield line(row[name] for name in _COLUMNS)
