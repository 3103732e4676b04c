"""Reads the pieces that many rules share: a month with its twin, a year with its era, numeric dates."""

from __future__ import annotations

import re
from datetime import date

from app.ingest.temporal import hijri, resolve
from app.ingest.temporal.context import Context, Value
from app.ingest.temporal.rule import Groups

_SPLIT = re.compile(r"[-/.]")


def month_of(g: Groups) -> int | None:
    """The month, agreeing with its twin («أكتوبر/ تشرين الأول»); None where they differ."""
    number = g.number("month")
    twin = g.number("twin")
    if twin is None or number == twin:
        return number or None
    return number or twin if 0 in (number, twin) else None


def is_short_year(g: Groups) -> bool:
    """«6 أكتوبر 73»: two digits right after a day and month."""
    return g.number("short") in range(40, 100)


def is_hijri(g: Groups) -> bool:
    return g.cls("month") == "HMONTH"


def year_of(g: Groups, ctx: Context) -> int | None:
    """A year said outright or by «العام الماضي»; a Hijri year only where the era says so."""
    year = g.number("year")
    if year is not None:
        return year
    if g.has("short"):
        return 1900 + (g.number("short") or 0)
    if g.has("that"):
        return ctx.told[0].year if ctx.told else None
    if ctx.anchor is None:
        return None
    if g.has("this"):
        return ctx.anchor.year
    if g.has("yearmod"):
        return ctx.anchor.year + (g.number("yearmod") or 0)
    return None


def month_day(g: Groups, ctx: Context, day: int) -> Value | None:
    """A day and a month, Hijri or not, with whatever year the words give."""
    number = month_of(g)
    if number is None or (g.has("short") and not is_short_year(g)):
        return None
    weekday = g.number("weekday")
    year = year_of(g, ctx)
    if year is None and g.has("that"):
        return Value(f"XXXX-{number:02}-{day:02}")
    if is_hijri(g):
        return hijri.month_day(ctx, number, day, year, weekday)
    if year is not None and g.word("era") == "ah":
        return None
    if g.has("rel"):
        ctx_value = resolve.shifted(ctx, int(g.number("rel") or 0))
        value = resolve.month_day(ctx, number, day, year, weekday)
        if value and ctx_value.edtf and value.edtf != ctx_value.edtf:
            return Value(value.edtf, conflict=True, relative=True)
        return value
    return resolve.month_day(ctx, number, day, year, weekday, g.number("step"))


def whole_month(g: Groups, ctx: Context) -> Value | None:
    number = month_of(g)
    if number is None or g.has("short"):
        return None
    if g.has("that") and ctx.told is None:
        return Value(f"XXXX-{number:02}")
    if is_hijri(g):
        return hijri.month(ctx, number, year_of(g, ctx), g.number("step"))
    return resolve.month(ctx, number, year_of(g, ctx), g.number("step"))


def numeric(text: str, *, day_first: bool = True) -> date | None:
    """``18/9/2015``, ``2015-09-18`` and two-digit years; month first only where nothing else is possible."""
    a, b, c = (int(p) for p in _SPLIT.split(text))
    if a > 31:
        return resolve.make_day(a, b, c) or resolve.make_day(a, c, b)
    year = c + (2000 if c < 70 else 1900) if c < 100 else c
    first, second = (a, b) if day_first else (b, a)
    return resolve.make_day(year, second, first) or resolve.make_day(year, first, second)


def numeric_hijri(text: str, *, said: bool) -> date | None:
    """``14-09-1432 هـ``; without the era only a year of four digits that can be no other."""
    a, b, c = (int(p) for p in _SPLIT.split(text))
    year, day = (a, c) if a > 31 else (c, a)
    if not said and year not in hijri.YEARS:
        return None
    return hijri.to_date(year, b, day)


def short_numeric(text: str) -> date | None:
    """``18-9-15``, ``16/04/21``: day first, else year first, else month first."""
    a, b, c = (int(p) for p in _SPLIT.split(text))
    century = [2000 + k if k < 70 else 1900 + k for k in (a, c)]
    for year, month, day in ((century[1], b, a), (century[0], b, c), (century[1], a, b)):
        found = resolve.make_day(year, month, day)
        if found and 1950 <= found.year <= 2049:
            return found
    return None


def count_of(g: Groups, name: str = "count") -> float | None:
    unit = g.unit(name)
    return float(unit.value) if unit is not None and not isinstance(unit.value, str) else None
