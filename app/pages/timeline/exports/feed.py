"""Atom (RFC 4287): an entry for each record. Atom can say when something was published, not when what it
reports took place: that is given in words, and as EDTF in ``dcterms:date``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from lxml import etree

from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.records import Record
from app.web.xml import child, holdable, written

_NAMES: Final = {None: "http://www.w3.org/2005/Atom", "dcterms": "http://purl.org/dc/terms/"}
_DATE: Final = "{http://purl.org/dc/terms/}date"


def as_atom(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """A feed in pieces."""
    feed = etree.Element("feed", {"{http://www.w3.org/XML/1998/namespace}lang": sheet.lang}, nsmap=_NAMES)
    child(feed, "id", sheet.own)
    child(feed, "title", sheet.title)
    child(feed, "updated", _moment(sheet.updated))
    child(child(feed, "author"), "name", sheet.voice._("Tasalsul"))
    child(feed, "link", rel="self", type="application/atom+xml", href=sheet.own)
    child(feed, "link", rel="alternate", type="text/html", href=sheet.page)
    head = written(feed).rstrip().removesuffix("</feed>")
    yield f'<?xml version="1.0" encoding="utf-8"?>\n{head}\n'
    for record in records:
        yield _entry(record, sheet)
    yield "</feed>\n"


def _entry(record: Record, sheet: Sheet) -> str:
    entry = etree.Element("entry", nsmap={"dcterms": _NAMES["dcterms"]})
    address = sheet.permalink(record)
    child(entry, "id", address)
    child(entry, "title", sheet.voice.headline(record))
    child(entry, "updated", _moment(sheet.changed(record)))
    if record.published:
        child(entry, "published", _moment(sheet.changed(record)))
    child(entry, "link", rel="alternate", type="text/html", href=address)
    child(entry, "category", term=record.type, label=sheet.voice.kind(record))
    for party in record.parties:
        child(
            entry,
            "category",
            term=party.slug,
            scheme=sheet.origin + sheet.voice.urls.actors(),
            label=sheet.voice.name(party),
        )
    if record.edtf:
        etree.SubElement(entry, _DATE).text = holdable(record.edtf)
    child(entry, "summary", sheet.told(record), type="text")
    return written(entry)


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")
