"""GeoJSON (RFC 7946): a feature for each record, with a point if the gazetteer knows its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from app.pages.timeline.data import as_json
from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.records import Record

#: Longitude and latitude by slug.
Positions = Mapping[str, tuple[float, float]]


def as_geojson(records: Iterable[Record], sheet: Sheet, positions: Positions) -> Iterator[str]:
    """A collection of features in pieces."""
    yield '{"type": "FeatureCollection", "features": ['
    for n, record in enumerate(records):
        yield ("," if n else "") + "\n" + json.dumps(_feature(record, sheet, positions), ensure_ascii=False)
    yield "\n]}\n"


def _feature(record: Record, sheet: Sheet, positions: Positions) -> dict[str, object]:
    at = positions.get(record.place.slug) if record.place else None
    told = {"date_in_words": sheet.voice.when(record), "address": sheet.permalink(record)}
    properties = as_json(record) | told
    return {
        "type": "Feature",
        "id": properties.pop("id"),
        "geometry": {"type": "Point", "coordinates": list(at)} if at else None,
        "properties": properties,
    }
