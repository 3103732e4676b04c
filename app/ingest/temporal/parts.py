"""Parts of a period: its beginning, middle and end, its halves and quarters, its nth weekday or week."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from app.ingest.temporal.context import NOWHERE, Value

_DAY = timedelta(days=1)
#: Component mark of a part of a month or year, and its first and last step there.
_MONTH_PARTS = {"early": "~01", "mid": "~15", "late": "~{last:02}"}
_YEAR_PARTS = {"early": "~01", "mid": "~06", "late": "~12"}


def part_of(value: Value, part: str) -> Value | None:
    """«أوائل», «منتصف», «أواخر» of a month or year, marked as about; None where it makes no sense."""
    edtf = value.edtf
    if edtf is None:
        return value
    if len(edtf) == 7 and edtf[5:].isdigit():
        last = 28 if "X" in edtf else monthrange(int(edtf[:4]), int(edtf[5:]))[1]
        return Value(f"{edtf}-{_MONTH_PARTS[part].format(last=last)}", relative=value.relative)
    if len(edtf) == 4 and edtf.isdigit():
        return Value(f"{edtf}-{_YEAR_PARTS[part]}", relative=value.relative)
    if "/" in edtf and len(edtf) == 21:
        monday = date.fromisoformat(edtf[:10])
        if date.fromisoformat(edtf[11:]) - monday > 6 * _DAY:
            return _third_of(value, part)
        a, b = {"early": (0, 2), "mid": (1, 4), "late": (3, 6)}[part]
        return Value(f"{(monday + a * _DAY).isoformat()}/{(monday + b * _DAY).isoformat()}", relative=True)
    return value if edtf.endswith("X") else None


def _third_of(value: Value, part: str) -> Value:
    """The first, second or last ten days of a Hijri month."""
    first = date.fromisoformat(str(value.edtf)[:10]) + {"early": 0, "mid": 10, "late": 20}[part] * _DAY
    last = str(value.edtf)[11:] if part == "late" else (first + 9 * _DAY).isoformat()
    return Value(f"{first.isoformat()}/{last}", relative=value.relative)


def fraction_of(value: Value, nth: int, of: int) -> Value | None:
    """The nth half, third or quarter of a year, or half or third of a month."""
    edtf = value.edtf
    if edtf is None:
        return value
    if not 1 <= nth <= of:
        return None
    if len(edtf) == 4 and edtf.isdigit():
        size = 12 // of
        return Value(f"{edtf}-{(nth - 1) * size + 1:02}/{edtf}-{nth * size:02}", relative=value.relative)
    if len(edtf) == 7 and "X" not in edtf:
        last = monthrange(int(edtf[:4]), int(edtf[5:]))[1]
        size = 30 // of
        end = last if nth == of else nth * size
        return Value(f"{edtf}-{(nth - 1) * size + 1:02}/{edtf}-{end:02}", relative=value.relative)
    return None


def nth_weekday(value: Value, number: int, nth: int) -> Value | None:
    """The nth (or last, -1) weekday of a month."""
    if value.edtf is None or len(value.edtf) != 7 or not value.edtf.replace("-", "").isdigit():
        return NOWHERE if value.edtf is None else None
    year, month_ = int(value.edtf[:4]), int(value.edtf[5:])
    first = date(year, month_, 1)
    last = monthrange(year, month_)[1]
    start = 1 + (number - first.isoweekday()) % 7
    days = list(range(start, last + 1, 7))
    if nth > len(days):
        return None
    return Value(date(year, month_, days[nth - 1 if nth > 0 else -1]).isoformat(), relative=value.relative)


def nth_week(value: Value, nth: int) -> Value | None:
    """The nth (or last) week, Monday to Sunday: whole weeks of a month, ISO weeks of a year."""
    edtf = value.edtf
    if edtf is None or not edtf.replace("-", "").isdigit():
        return NOWHERE
    year = int(edtf[:4])
    if len(edtf) == 4:
        mondays = _weeks(date(year, 1, 4) - 6 * _DAY, date(year, 12, 28))
    elif len(edtf) == 7:
        month_ = int(edtf[5:])
        mondays = _weeks(date(year, month_, 1), date(year, month_, monthrange(year, month_)[1] - 6))
    else:
        return None
    if nth > len(mondays):
        return None
    monday = mondays[nth - 1 if nth > 0 else -1]
    return week_of(monday, relative=value.relative)


def week_of(day: date, *, relative: bool = False) -> Value:
    """The week, Monday to Sunday, that a day lies in."""
    monday = day - (day.isoweekday() - 1) * _DAY
    return Value(f"{monday.isoformat()}/{(monday + 6 * _DAY).isoformat()}", relative=relative)


def _weeks(first: date, last: date) -> list[date]:
    """Mondays from the first to the last day given."""
    start = first + (-first.weekday() % 7) * _DAY
    return [start + 7 * k * _DAY for k in range(((last - start).days // 7) + 1)]
