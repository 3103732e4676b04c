"""JSON: one object with all records, or one line per record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from app.pages.timeline.data import as_json
from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.records import Record
from app.web.json_lists import pieces


def as_object(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """One object: the parameters as given, then the records in the order of the page."""
    return pieces("records", sheet.query.pairs, (_told(record, sheet) for record in records))


def as_lines(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """JSON lines: an object a line, nothing around them."""
    for record in records:
        yield json.dumps(_told(record, sheet), ensure_ascii=False) + "\n"


def _told(record: Record, sheet: Sheet) -> dict[str, Any]:
    return as_json(record) | {"date_in_words": sheet.voice.when(record), "address": sheet.permalink(record)}
