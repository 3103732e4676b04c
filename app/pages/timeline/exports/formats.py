"""The formats in which a view can be downloaded, by file extension."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from app.knowledge.load import load_knowledge
from app.pages.timeline.exports import calendar, feed, linked, objects, places, slides, tables
from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.records import Record

Writer = Callable[[Iterable[Record], Sheet], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """``name`` is shown to people and the same in every language; ``file`` begins that of the file."""

    name: str
    media_type: str
    write: Writer
    file: str = "timeline"
    disposition: str = "attachment"


def _as_geojson(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    return places.as_geojson(records, sheet, _positions())


@cache
def _positions() -> places.Positions:
    return {each.slug: (each.longitude, each.latitude) for each in load_knowledge().places.values()}


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "csv": Format("CSV", "text/csv; charset=utf-8", tables.as_csv),
        "json": Format("JSON", "application/json", objects.as_object),
        "jsonl": Format("JSON lines", "application/jsonl; charset=utf-8", objects.as_lines),
        "ics": Format("iCalendar", "text/calendar; charset=utf-8", calendar.as_ics),
        "atom": Format("Atom", "application/atom+xml; charset=utf-8", feed.as_atom, disposition="inline"),
        "jsonld": Format("JSON-LD", "application/ld+json", linked.as_jsonld),
        "geojson": Format("GeoJSON", "application/geo+json", _as_geojson),
    }
)
#: Has an address of its own, for its ending is taken.
TIMELINEJS: Final = Format("TimelineJS", "application/json", slides.as_slides, "timelinejs")
