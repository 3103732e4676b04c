"""JSON-LD in terms of schema.org: events as Event, direct quotations as Quotation, other
statements as Claim, each with the NewsArticle that reports it.

``startDate`` and ``endDate`` are given if ISO 8601 can express the date; every date is also given as
EDTF. The context is included in full, so that nothing has to be fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.records import Party, Record
from app.web.named import Named

CONTEXT: Final = {
    "@vocab": "https://schema.org/",
    "edtf": {"@id": "http://purl.org/dc/terms/date", "@type": "http://id.loc.gov/datatypes/edtf"},
    "url": {"@type": "@id"},
    "eventStatus": {"@type": "@id"},
}
_ISO: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def as_jsonld(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """One graph in pieces."""
    yield f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": ['
    publisher = {
        "@type": "WebSite",
        "@id": f"{sheet.origin}/",
        "name": sheet.voice._("Tasalsul"),
        "url": sheet.page,
    }
    yield json.dumps(publisher, ensure_ascii=False)
    for record in records:
        yield ",\n" + json.dumps(linked(record, sheet), ensure_ascii=False)
    yield "\n]}\n"


def linked(record: Record, sheet: Sheet) -> dict[str, Any]:
    """A record as a node of the graph."""
    address = sheet.permalink(record)
    node = {
        "@id": address,
        "url": address,
        "sdPublisher": {"@id": f"{sheet.origin}/"},
        "sdDatePublished": sheet.updated.date().isoformat(),
        "edtf": record.edtf,
        **(_event(record, sheet) if record.kind == "event" else _statement(record, sheet)),
    }
    return {name: value for name, value in node.items() if value not in (None, [])}


def _event(record: Record, sheet: Sheet) -> dict[str, Any]:
    start, end = _ends(record.edtf)
    planned = record.state == "planned"
    return {
        "@type": "Event",
        "name": _names(record.headline_ar, record.headline_en),
        "additionalType": record.type,
        "startDate": start,
        "endDate": end,
        "eventStatus": "https://schema.org/EventScheduled" if planned else None,
        "location": _place(record.place, sheet) if record.place else None,
        "about": [_actor(party, sheet) for party in record.parties],
        "subjectOf": _article(record, sheet),
    }


def _statement(record: Record, sheet: Sheet) -> dict[str, Any]:
    start, _ = _ends(record.edtf)
    told = _article(record, sheet)
    is_quotation = record.type == "direct"
    return {
        "@type": "Quotation" if is_quotation else "Claim",
        "text": record.content,
        "inLanguage": "ar",
        "dateCreated": start,
        "creator": [_actor(party, sheet) for party in record.parties],
        "isPartOf" if is_quotation else "appearance": told,
    }


def _ends(edtf: str | None) -> tuple[str | None, str | None]:
    """Begin and end as far as ISO 8601 can say them; marks of doubt and open sides it cannot."""
    first, _, last = (edtf or "").partition("/")
    if not _ISO.fullmatch(first) or (last and not _ISO.fullmatch(last)):
        return None, None
    return first, last or None


def _names(arabic: str, english: str) -> list[dict[str, str]]:
    both = (("ar", arabic), ("en", english))
    return [{"@language": code, "@value": name} for code, name in both if name]


def _actor(party: Party, sheet: Sheet) -> dict[str, Any]:
    return {
        "@type": "Thing",
        "@id": sheet.actor(party.slug),
        "name": _names(party.name_ar, party.name_en),
    }


def _place(place: Named, sheet: Sheet) -> dict[str, Any]:
    return {
        "@type": "Place",
        "@id": sheet.origin + sheet.voice.urls.timeline([("place", place.slug)]),
        "name": _names(place.name_ar, place.name_en),
    }


def _article(record: Record, sheet: Sheet) -> dict[str, Any] | None:
    """The first article that tells it, with its paper where there is no doubt which it is."""
    if record.article is None:
        return None
    address = sheet.article(record.article.slug)
    node: dict[str, Any] = {"@type": "NewsArticle", "@id": address, "url": address}
    if record.article.name_ar:
        node["headline"] = record.article.name_ar
    if record.published:
        node["datePublished"] = record.published.isoformat()
    if len(record.outlets) == 1:
        paper = record.outlets[0]
        names = _names(paper.name_ar, paper.name_en)
        node["publisher"] = {"@type": "Organization", "@id": sheet.actor(paper.slug), "name": names}
    return node
