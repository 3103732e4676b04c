"""The view as a file: rows for CSV, objects for JSON. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from app.pages.timeline.records import Record
from app.pages.timeline.voice import Voice
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
    "headline_ar",
    "headline_en",
    "content",
    "actors",
    "independent_sources",
    "outlets",
)


def as_json(records: Iterable[Record], pairs: Iterable[tuple[str, str]], voice: Voice) -> Iterator[str]:
    """One object in pieces: the parameters as given, then the records in the order of the page."""
    yield f'{{"query": {json.dumps(list(pairs), ensure_ascii=False)}, "records": ['
    for n, record in enumerate(records):
        yield ("," if n else "") + "\n" + json.dumps(_object(record, voice), ensure_ascii=False)
    yield "\n]}\n"


def as_csv(records: Iterable[Record], voice: Voice) -> Iterator[str]:
    """RFC 4180 with a byte-order mark; no cell can be read as a formula."""
    yield BOM + line(_COLUMNS)
    for record in records:
        row = _object(record, voice)
        row["actors"] = "; ".join(f"{party.slug} ({party.role})" for party in record.parties)
        row["outlets"] = "; ".join(outlet.slug for outlet in record.outlets)
        yield line(row[name] for name in _COLUMNS)


def _object(record: Record, voice: Voice) -> dict[str, object]:
    return {
        "id": record.public_id,
        "kind": record.kind,
        "type": record.type,
        "status": record.state,
        "date": record.edtf,
        "earliest": record.earliest.isoformat() if record.earliest else None,
        "latest": record.latest.isoformat() if record.latest else None,
        "certainty": record.certainty,
        "date_in_words": voice.when(record),
        "headline_ar": record.headline_ar,
        "headline_en": record.headline_en,
        "content": record.content,
        "actors": [
            {
                "slug": party.slug,
                "name_ar": party.name_ar,
                "name_en": party.name_en,
                "role": party.role,
                "lane": party.lane,
            }
            for party in record.parties
        ],
        "independent_sources": record.origins,
        "outlets": [
            {"slug": each.slug, "name_ar": each.name_ar, "name_en": each.name_en} for each in record.outlets
        ],
    }
