"""JSON: one object with the records, or a line for each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from app.pages.timeline.data import as_json
from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.records import Record


def as_object(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """One object in pieces: the parameters as given, then the records in the order of the page."""
    yield f'{{"query": {json.dumps(list(sheet.query.pairs), ensure_ascii=False)}, "records": ['
    for n, record in enumerate(records):
        yield ("," if n else "") + "\n" + _written(record, sheet)
    yield "\n]}\n"


def as_lines(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """JSON lines: an object a line, nothing around them."""
    for record in records:
        yield _written(record, sheet) + "\n"


def _written(record: Record, sheet: Sheet) -> str:
    made = as_json(record) | {"date_in_words": sheet.voice.when(record), "address": sheet.permalink(record)}
    return json.dumps(made, ensure_ascii=False)
