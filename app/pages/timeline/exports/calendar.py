"""iCalendar (RFC 5545): an all-day entry for each record with a date, a journal entry for each without.

A day is that day; a month, a year or a range covers the days it may mean; if one side is open, only the
known side is given. The summary says so if the day is not known exactly; the EDTF is in ``X-EDTF``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from icalendar import Event, Journal

from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.records import Record
from app.web.xml import holdable

_LAST: Final = date.max - timedelta(days=1)


def as_ics(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """A calendar in pieces."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tasalsul//Timeline//EN", "CALSCALE:GREGORIAN")
    yield "\r\n".join(head) + "\r\n"
    for record in records:
        yield _entry(record, sheet).to_ical().decode()
    yield "END:VCALENDAR\r\n"


def _entry(record: Record, sheet: Sheet) -> Event | Journal:
    first, last = record.earliest or record.latest, record.latest or record.earliest
    entry: Event | Journal = Event() if first else Journal()
    entry.add("uid", f"{record.public_id}@tasalsul")
    entry.add("dtstamp", sheet.changed(record))
    if first and last:
        entry.add("dtstart", first)
        entry.add("dtend", min(last, _LAST) + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
    if record.edtf:
        entry.add("x-edtf", record.edtf)
    headline = sheet.voice.headline(record)
    if record.certainty != "day":
        headline = f"{headline} ({sheet.voice.when(record)})"
    entry.add("summary", holdable(headline))
    entry.add("description", holdable(sheet.told(record)))
    entry.add("categories", [sheet.voice.kind(record), sheet.state(record)])
    if record.place:
        entry.add("location", holdable(sheet.voice.name(record.place)))
    entry.add("url", sheet.permalink(record))
    return entry
