"""Feasts with a fixed day in the Hijri or the Gregorian calendar.

The year is stated, or it is that of the feast nearest to publication in the direction the words point.
Hijri feasts are approximate: the sighting of the moon moves them by a day. Movable feasts of the churches
are left out, because East and West celebrate them on different days.
"""

from __future__ import annotations

from datetime import date, timedelta

from app.ingest.temporal import hijri, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site

_DAY = timedelta(days=1)
_GOVERNING = frozenset("IN SINCE UNTIL BY DURING BEFORE AFTER BETWEEN TO STARTING OF".split())
_YEAR = "(?:(?:OF|IN)? (?:AAM|AAMDEF)? year:YR (?:era:ERA)?|(?:OF)?YREL|step:STEP)"


def _hijri(g: Groups, ctx: Context) -> Value | None:
    """«عيد الأضحى»: month, day and length in the table; the nth of its days where that is said."""
    month, day, length = _parts(g.number("feast") or 0)
    nth = g.number("nth")
    if nth is not None and not 1 <= nth <= length:
        return None
    first = _first(g, ctx, month, day)
    if first is None:
        return NOWHERE
    if nth is not None:
        return Value(f"{(first + (nth - 1) * _DAY).isoformat()}~", relative=True)
    if length == 1:
        return Value(f"{first.isoformat()}~", relative=True)
    return Value(f"{first.isoformat()}~/{(first + (length - 1) * _DAY).isoformat()}~", relative=True)


def _parts(code: int) -> tuple[int, int, int]:
    """Month, day and number of days from «MMDDN»."""
    return code // 1000, code // 10 % 100, code % 10


def _first(g: Groups, ctx: Context, month: int, day: int) -> date | None:
    year = reading.year_of(g, ctx)
    if year is not None and year in hijri.YEARS and g.has("year"):
        return hijri.to_date(year, month, day)
    if year is not None:
        days = _hijri_days(date(year, 7, 1), month, day)
        return next((d for d in days if d.year == year), None)
    if ctx.anchor is None:
        return None
    return _nearest(_hijri_days(ctx.anchor, month, day), ctx, g.number("step"))


def _hijri_days(near: date, month: int, day: int) -> list[date]:
    this = hijri.hijri_year(near)
    if this is None:
        return []
    return [d for y in range(this - 2, this + 3) if (d := hijri.to_date(y, month, day))]


def _nearest(days: list[date], ctx: Context, step: int | None) -> date | None:
    """On the side that «الماضي», «المقبل» or the verb looks to, else the nearest."""
    if ctx.anchor is None:
        return None
    anchor = ctx.anchor
    side = step or (1 if ctx.future else 0)
    fitting = [d for d in days if not side or (d - anchor).days * side >= 0]
    return min(fitting, key=lambda d: abs((d - anchor).days), default=None)


def _gregorian(g: Groups, ctx: Context) -> Value | None:
    """«رأس السنة»: the same day every year."""
    code = g.number("feast") or 0
    month, day = code // 100, code % 100
    year = reading.year_of(g, ctx)
    if year is not None:
        found = resolve.make_day(year, month, day)
        return Value(found.isoformat()) if found else None
    if ctx.anchor is None:
        return Value(f"XXXX-{month:02}-{day:02}")
    days = [d for y in (-1, 0, 1) if (d := resolve.make_day(ctx.anchor.year + y, month, day))]
    chosen = _nearest(days, ctx, g.number("step"))
    return Value(chosen.isoformat(), relative=True) if chosen else NOWHERE


def _is_dated(site: Site) -> bool:
    """A feast is a date where a word of time governs it; «هدنة العيد», «تهنئة بعيد الفطر» are none."""
    if site.follows_date or not site.news:
        return False  # «الخميس القادم، أول أيام عيد الأضحى» has its day already
    g = site.groups
    if g.has("nth") or any(g.has(k) for k in ("year", "yearmod", "this", "step")):
        return True
    return site.before is not None and site.before.cls in _GOVERNING and site.before.cls != "OF"


RULES: tuple[Rule, ...] = (
    Rule(
        "feast.hijri",
        f"(?:nth:ORDI AYYAM|TODAY nth:ORD OF|YAWM)? feast:HFEAST {_YEAR}?",
        _hijri,
        yes=(
            ("توقف القصف خلال عيد الأضحى 2016", "2016-10-01", "2016-09-11~/2016-09-14~"),
            ("أفرج عنهم قبل عيد الفطر", "2018-06-10", "2018-06-15~/2018-06-17~"),
            ("وتستأنف الرحلات بعد عيد الفطر المقبل", "2018-05-01", "2018-06-15~/2018-06-17~"),
            ("بدأت الهدنة أول أيام عيد الأضحى", "2015-09-30", "2015-09-23~"),
            ("خرجت المسيرة في عاشوراء الماضي", "2017-12-01", "2017-09-30~"),
            ("وقع الهجوم في ذكرى المولد النبوي عام 2017", "2018-01-10", "2017-11-30~"),
        ),
        no=(
            "هنأ الرئيس نظيره بعيد الفطر",
            "هدنة عيد الأضحى صامدة",
            "تفتح المعابر الخميس القادم، أول أيام عيد الفطر",
            "عاد سعيد إلى بيته",
        ),
        guard=_is_dated,
    ),
    Rule(
        "feast.gregorian",
        f"feast:GFEAST {_YEAR}?",
        _gregorian,
        yes=(
            ("عاد الجنود قبل عيد الميلاد", "2018-12-19", "2018-12-25"),
            ("وقع الهجوم في رأس السنة 2017", "2017-01-05", "2017-01-01"),
            ("ينتهي الانسحاب قبل عيد العمال المقبل", "2021-04-14", "2021-05-01"),
        ),
        no=("أقيم حفل عيد الميلاد في القصر", "هنأ البابا المؤمنين بعيد الميلاد", "رأس السنة أولويات عمله"),
        guard=_is_dated,
    ),
)
