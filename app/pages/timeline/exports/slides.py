"""TimelineJS: a slide for each record with a date, which claims no more than is known of it.

A month is given as a month and a year as a year, because a slide's date may be partial; the date displayed
is always the one in words. Records without a date have no slide; the first slide says how many there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.records import Record


def as_slides(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """One object in pieces, the title last, for by then the undated are counted."""
    yield '{"scale": "human", "events": ['
    shown = undated = 0
    for record in records:
        first, last = record.earliest or record.latest, record.latest or record.earliest
        if first is None or last is None:
            undated += 1
            continue
        yield (
            ("," if shown else "") + "\n" + json.dumps(_slide(record, first, last, sheet), ensure_ascii=False)
        )
        shown += 1
    headline = escape(sheet.title)
    words = sheet.voice._("%(records)s without a date are left out.", records=sheet.voice.records(undated))
    text = f'<p><a href="{escape(sheet.page)}">{escape(sheet.page)}</a></p>'
    text += f"<p>{escape(words)}</p>" if undated else ""
    title = {"text": {"headline": headline, "text": text}}
    yield f'\n], "title": {json.dumps(title, ensure_ascii=False)}}}\n'


def _slide(record: Record, first: date, last: date, sheet: Sheet) -> dict[str, object]:
    voice = sheet.voice
    address = escape(sheet.permalink(record))
    lines = "".join(f"<p>{escape(line)}</p>" for line in sheet.told(record).split("\n")[1:])
    slide: dict[str, object] = {
        "unique_id": f"r{record.public_id}",
        "start_date": _date(first, record),
        "display_date": voice.when(record),
        "group": voice.kind(record),
        "text": {"headline": f'<a href="{address}">{escape(voice.headline(record))}</a>', "text": lines},
    }
    if last != first and _parts_known(record) == 3:
        slide["end_date"] = _date(last, record)
    return slide


def _date(day: date, record: Record) -> dict[str, int]:
    """Year, and month and day where the date says them."""
    parts = {"year": day.year, "month": day.month, "day": day.day}
    return dict(list(parts.items())[: _parts_known(record)])


def _parts_known(record: Record) -> int:
    """1 for a year, 2 for a month, 3 for a day and for whatever has a begin and an end of its own."""
    plain = (record.edtf or "").rstrip("~?%")
    return {4: 1, 7: 2}.get(len(plain), 3) if plain.replace("-", "").isdigit() else 3
