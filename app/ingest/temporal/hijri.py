"""Hijri dates on the Umm al-Qura calendar (package hijridate), 1343–1500 AH."""

from __future__ import annotations

from datetime import date

from hijridate import Gregorian, Hijri

from app.ingest.temporal.context import NOWHERE, Context, Value

YEARS = range(1343, 1501)


def to_date(year: int, month: int, day: int) -> date | None:
    """None outside the table of the calendar or for a day the month has not."""
    try:
        g = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(g.year, g.month, g.day)


def hijri_year(day: date) -> int | None:
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def month_day(ctx: Context, month: int, day: int, year: int | None, weekday: int | None) -> Value | None:
    """A day of a Hijri month; without year the one nearest to the anchor. Sighting may move it by one day."""
    if not 1 <= day <= 30:
        return None
    if year is not None:
        exact = to_date(year, month, day)
        return _checked(exact, weekday) if exact else NOWHERE
    this = hijri_year(ctx.anchor) if ctx.anchor else None
    if ctx.anchor is None or this is None:
        return NOWHERE
    anchor = ctx.anchor
    options = [d for y in (this - 1, this, this + 1) if (d := to_date(y, month, day))]
    if not options:
        return NOWHERE
    return _checked(min(options, key=lambda d: abs((d - anchor).days)), weekday)


def _checked(day: date, weekday: int | None) -> Value:
    if weekday is not None and day.isoweekday() != weekday:
        return Value(f"{day.isoformat()}~", conflict=True, relative=True)
    return Value(day.isoformat())


def month(ctx: Context, number: int, year: int | None, step: int | None = None) -> Value:
    """A whole Hijri month as an interval of days; ``step`` as for other months."""
    if year is None:
        year = _nearest_year(ctx.anchor, number, step) if ctx.anchor else None
    elif year not in YEARS:
        year = _year_of_gregorian(year, number)
    if year is None:
        return NOWHERE
    first = to_date(year, number, 1)
    last = to_date(year, number, 30) or to_date(year, number, 29)
    return Value(f"{first.isoformat()}/{last.isoformat()}") if first and last else NOWHERE


def _nearest_year(anchor: date, month_: int, step: int | None) -> int | None:
    """The year of the month around the anchor, of the one before it (-1) or after it (1)."""
    this = hijri_year(anchor)
    if this is None:
        return None
    middles = {y: d for y in (this - 1, this, this + 1) if (d := to_date(y, month_, 15))}
    fitting = {y: d for y, d in middles.items() if not step or (d - anchor).days * step > 0}
    return min(fitting, key=lambda y: abs((fitting[y] - anchor).days), default=None)


def _year_of_gregorian(year: int, month_: int) -> int | None:
    """«رمضان 2019»: the Hijri year whose month begins in that Gregorian year."""
    middle = hijri_year(date(year, 7, 1)) if 1925 <= year <= 2076 else None
    if middle is None:
        return None
    return next(
        (y for y in (middle - 1, middle, middle + 1) if (d := to_date(y, month_, 1)) and d.year == year), None
    )
