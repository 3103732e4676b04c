"""Records to columns: which dates share one, its label, and where a long silence precedes it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Record
from app.pages.timeline.view_lanes import Rows
from app.pages.timeline.view_marks import marks_of
from app.pages.timeline.view_sequence import Draft, Silence
from app.pages.timeline.voice import SILENCE, Voice


def drafts(records: Sequence[Record], placed: Rows, query: TimelineQuery, voice: Voice) -> list[Draft]:
    """A column for each date, with its marks; records come in order of their dates."""
    made = []
    keyed = sorted(((_column_key(record), n) for n, record in enumerate(records)))
    for _, group in groupby(keyed, key=itemgetter(0)):
        same = [records[n] for _, n in group]
        first = same[0]
        year, month = _month_of(first)
        made.append(
            Draft(
                day=first.day,
                last=max(_last_day(record) for record in same),
                label=column_label(first, voice),
                group=(year, month),
                heading=_heading(year, month, voice),
                href=_enter(year, month, query, voice),
                marks=marks_of(same, placed, query, voice),
            )
        )
    return made


def _column_key(record: Record) -> tuple[int, int, int, str, bool]:
    """By month named, then the vaguest first: a whole month stands before its days."""
    precision = {"year": 0, "month": 1}.get(record.certainty, 2)
    about = bool(set(record.edtf or "") & set("~%?"))
    ends = f"{record.earliest or ''}/{record.latest or ''}"
    return (*_month_of(record), record.day if precision == 2 else 0, ends, about)


def _month_of(record: Record) -> tuple[int, int]:
    day = date.fromordinal(record.day)
    return (day.year, 0 if names_a_year(record) else day.month)


def names_a_year(record: Record) -> bool:
    """True when the date names a year and no month."""
    return _is_a_year(record.edtf or "")


@lru_cache(maxsize=4_096)
def _is_a_year(edtf: str) -> bool:
    digits = "".join(c for c in edtf if c.isdigit() or c in "X-/")
    first = [part for part in digits.split("/") if part]
    return bool(first) and all(len(part) == 4 for part in first)


def _last_day(record: Record) -> int:
    last = record.latest or record.earliest
    return last.toordinal() if last else record.day


def _heading(year: int, month: int, voice: Voice) -> tuple[str, str]:
    if not month:
        return (str(year), "")
    first, *second = voice.dates.month_names(month)
    return (first, " ".join((*second, str(year))))


def _enter(year: int, month: int, query: TimelineQuery, voice: Voice) -> str:
    within = f"{year:04}-{month:02}" if month else f"{year:04}"
    return voice.within(query, within, within)


def column_label(record: Record, voice: Voice) -> str:
    """The day above a column: ``18``, ``~15``, ``4–7``; what a month or year says is in the heading."""
    value = record.edtf or ""
    about = "~" if set(value) & set("~%") else ""
    start, slash, end = value.partition("/")
    if slash and start in ("", ".."):
        return voice._("by %(date)s", date=_day_number(end) or "…")
    if slash and end in ("", ".."):
        return voice._("since %(date)s", date=about + _day_number(start)).strip()
    if slash:
        return about + _range(start, end)
    return about + _day_number(value) + ("?" if "?" in value else "")


def _day_number(value: str) -> str:
    parts = value.strip("~?%").split("-")
    day = parts[2].strip("~?%") if len(parts) == 3 else ""
    return str(int(day)) if day.isdigit() else ""


def _range(start: str, end: str) -> str:
    first, last = _day_number(start), _day_number(end)
    if not first or not last:
        return ""
    return f"{first}–{last}" if start[:7] == end[:7] else f"{first}–{last}/{int(end[5:7])}"


def silences(columns: Sequence[Draft], query: TimelineQuery, voice: Voice) -> dict[int, Silence]:
    """Every silence of some length, by the column that ends it; known by the day on which it ends."""
    found: dict[int, Silence] = {}
    end = 0
    for n, column in enumerate(columns):
        if n and column.day - end >= SILENCE:
            key = date.fromordinal(column.day).isoformat()
            found[n] = Silence(
                text=voice.silence(column.day - end),
                href=voice.link(query.toggled("open", key)),
                first=end,
                last=column.day,
                is_open=key in query.open,
            )
        # An open or vague end of a date must not swallow the silence after it.
        end = max(end, min(column.last, column.day + 31))
    return found
