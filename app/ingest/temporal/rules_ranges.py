"""Ranges of days and months: «بين 4 و7 تشرين الأول», «من مايو إلى يوليو»."""

from __future__ import annotations

from app.ingest.temporal import guards, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site

_D = "(?:DAY|ORD)"


def _day_range(g: Groups, ctx: Context) -> Value | None:
    """«بين 4 و7 تشرين الأول»: both days share the month."""
    a = reading.month_day(g, ctx, g.number("d1") or 0)
    b = reading.month_day(g, ctx, g.number("d2") or 0)
    return _interval(a, b)


def _interval(a: Value | None, b: Value | None) -> Value | None:
    if a is None or b is None:
        return None
    if a.edtf is None or b.edtf is None:
        return NOWHERE
    if a.edtf >= b.edtf:
        return None
    return Value(f"{a.edtf}/{b.edtf}", relative=a.relative or b.relative)


def _two_days_guard(site: Site) -> bool:
    """«5 و6 أكتوبر» is a stretch; «5 و9 أكتوبر» are two days and not the time between them."""
    g = site.groups
    if g.has("joined") and not g.has("open"):
        return (g.number("d2") or 0) - (g.number("d1") or 0) == 1
    return True


def _months_range(g: Groups, ctx: Context) -> Value | None:
    """«بين يناير ومارس 2015», «من مايو إلى يوليو»."""
    first, last, year = g.number("month"), g.number("upto"), reading.year_of(g, ctx)
    if not first or not last or first == last:
        return None
    b = resolve.month(ctx, last, year, g.number("step"))
    if b.edtf is None or "X" in b.edtf:
        return NOWHERE
    start = int(b.edtf[:4]) - (first > last)
    return Value(f"{start:04}-{first:02}/{b.edtf}", relative=b.relative)


def _day_of_coming(g: Groups, ctx: Context) -> Value | None:
    """«في 5 و9 أكتوبر»: the first of two days that share a month named later."""
    return reading.month_day(g, ctx, g.number("day") or 0)


def _named_month_range(g: Groups, ctx: Context) -> Value | None:
    """«من 4 إلى 22 من الشهر المقبل»."""
    whole = resolve.period(ctx, "month", g.number("mod") or 0).edtf
    if whole is None:
        return NOWHERE
    a, b = (resolve.make_day(int(whole[:4]), int(whole[5:]), g.number(k) or 0) for k in ("d1", "d2"))
    return Value(f"{a.isoformat()}/{b.isoformat()}", relative=True) if a and b and a < b else None


RULES: tuple[Rule, ...] = (
    Rule(
        "period.days",
        f"(?P<open>BETWEEN|OF)? (?:(?:DAYPART)?(?:YAWM|YAWMAY)?(?:WEEKDAY)?) d1:{_D}"
        f" (?:(?P<joined>AND)|DASH|TO|UNTIL|AND UNTIL|AND TO) (?:YAWM)?(?:WEEKDAY)? d2:{_D}"
        " (?:OF|PFX)? SHAHR? MP (?:YT|(?:OF)?YREL|step:STEP)?",
        _day_range,
        yes=(
            ("بين 4 و7 تشرين الأول", "2015-10-09", "2015-10-04/2015-10-07"),
            ("من 3 إلى 9 مايو 2016", "2016-10-09", "2016-05-03/2016-05-09"),
            ("في 5 و6 من حزيران/يونيو الماضي", "2016-10-09", "2016-06-05/2016-06-06"),
            ("19-20 نوفمبر 2015", "2016-10-09", "2015-11-19/2015-11-20"),
        ),
        guard=lambda s: _two_days_guard(s) and not guards.eponym(s),
    ),
    Rule(
        "period.day_of_coming",
        f"day:{_D} (?=(?:AND|COMMA)(?:DAY|ORD)(?:OF)?(?:SHAHR)?MP(?:YT|(?:OF)?YREL|step:STEP)?)",
        _day_of_coming,
        yes=(("في 5 و9 أكتوبر 2015", "2015-12-01", "2015-10-05"),),
        no=("قوى 8 و14 آذار",),
        guard=lambda s: not guards.eponym(s),
    ),
    Rule(
        "period.month_days",
        "month:M d1:DAY (?:DASH|TO|UNTIL) d2:DAY",
        _day_range,
        yes=(("تموز 13 الى 15", "2013-02-12", "2013-07-13/2013-07-15"),),
        requests_only=True,
    ),
    Rule(
        "period.days_of_named_month",
        f"(?:BETWEEN|OF)? d1:{_D} (?:AND|DASH|TO|UNTIL) d2:{_D} (?:OF|IN|PFX)* (?:THIS UNITDEF|UNITDEF"
        f" mod:STEP)",
        _named_month_range,
        yes=(("من 4 إلى 22 من الشهر المقبل", "2016-11-07", "2016-12-04/2016-12-22"),),
    ),
    Rule(
        "period.months",
        "(?:BETWEEN|OF)? (?:SHAHR)? month:(?:MONTH|MONTHQ) (?:(?:SLASH)(?:MONTH|MONTHQ))?"
        " (?:AND|TO|UNTIL|DASH) upto:(?:MONTH|MONTHQ) (?:(?:SLASH)(?:MONTH|MONTHQ))?"
        " (?:YT|(?:OF)?YREL|step:STEP)?",
        _months_range,
        yes=(
            ("بين يناير ومارس 2015", "2015-09-01", "2015-01/2015-03"),
            ("بين أيلول وتشرين الثاني من العام الماضي", "2016-02-11", "2015-09/2015-11"),
        ),
        no=("الأحد ونيسان",),
    ),
)
