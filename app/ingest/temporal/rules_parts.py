"""Parts of months, years and weeks: «منتصف», «النصف الأول», «الربع الثالث», the nth weekday or week."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from app.domain.time import TimeKind
from app.ingest.temporal import parts, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule

_INNER = (
    "(?:(?:SHAHR)?MP(?:YT|(?:OF)?YREL|step:STEP)?|(?:OF|IN|PFX)?THIS(?P<thisunit>UNITDEF|AAMDEF)"
    "|(?P<unit>UNITDEF|AAMDEF)(?P<mod>MOD)?)"
)


def _part(g: Groups, whole: Value | None, ctx: Context) -> Value | None:
    if whole is None:
        return None
    if not ctx.news and whole.edtf and len(whole.edtf) == 7 and "X" not in whole.edtf:
        return _part_for_requests(whole.edtf, str(g.word("part")))
    return parts.part_of(whole, str(g.word("part")))


def _part_for_requests(month: str, part: str) -> Value:
    """A request wants days: the middle is the 15th, the beginning and the end ten days each."""
    last = parts.fraction_of(Value(month), 3, 3)
    if part == "mid":
        return Value(f"{month}-15")
    return Value(f"{month}-01/{month}-10") if part == "early" else last or Value(month)


def _whole(g: Groups, ctx: Context) -> Value | None:
    """The month, year, week or decade that a part is taken of."""
    if g.has("month"):
        return reading.whole_month(g, ctx)
    if g.has("year"):
        return Value(f"{g.number('year'):04}")
    if g.has("thisunit"):
        return resolve.period(ctx, str(g.word("thisunit")), 0)
    if g.has("unit"):
        return resolve.period(ctx, str(g.word("unit")), g.number("mod") or 0)
    return None


def _part_of_period(g: Groups, ctx: Context) -> Value | None:
    whole = _whole(g, ctx)
    unit = g.word("unit") or g.word("thisunit")
    if unit == "century":
        return None  # see period.part_of_century
    if unit == "week" and g.word("part") == "late" and ctx.news:
        return resolve.weekend(ctx, g.number("mod") if g.has("mod") else 0 if g.has("thisunit") else None)
    if unit == "week" and g.word("part") == "late" and not g.has("mod"):
        return Value(None, kind=TimeKind.VAGUE)
    return _part(g, whole, ctx)


def _nth_weekday(g: Groups, ctx: Context) -> Value | None:
    whole = _whole(g, ctx)
    nth = -1 if g.has("last") else g.number("nth") or 0
    return parts.nth_weekday(whole, g.number("weekday") or 0, nth) if whole and nth else None


def _nth_weekday_this_month(g: Groups, ctx: Context) -> Value | None:
    if (g.number("nth") or 9) > 5 or ctx.anchor is None:
        return None
    month = Value(ctx.anchor.isoformat()[:7], relative=True)
    return parts.nth_weekday(month, g.number("weekday") or 0, g.number("nth") or 0)


def _week_of_day(g: Groups, ctx: Context) -> Value | None:
    day = reading.month_day(g, ctx, g.number("day") or 0) if g.word("week") == "week" else None
    if day is None or day.edtf is None or "X" in day.edtf:
        return day and NOWHERE
    return parts.week_of(date.fromisoformat(day.edtf[:10]), relative=day.relative)


def _part_of_year(g: Groups, ctx: Context) -> Value | None:
    return parts.part_of(Value(f"{g.number('year'):04}"), str(g.word("part")))


def _fraction_any(g: Groups, ctx: Context) -> Value | None:
    whole: Value | None
    if g.has("month"):
        number = reading.month_of(g)
        whole = resolve.month(ctx, number, g.number("myear")) if number else None
    else:
        whole = _whole(g, ctx)
    of = g.number("of") or 2
    nth = of if g.has("last") else g.number("nth") or 0
    return parts.fraction_of(whole, nth, of) if whole else None


def _nth_week_any(g: Groups, ctx: Context) -> Value | None:
    if g.word("week") != "week":
        return None
    whole = Value(f"{g.number('year3'):04}") if g.has("year3") else _whole(g, ctx)
    nth = -1 if g.has("last") else g.number("nth") or 0
    return parts.nth_week(whole, nth) if whole and nth else None


def _nth_day_any(g: Groups, ctx: Context) -> Value | None:
    whole = _whole(g, ctx)
    if whole is None or whole.edtf is None or len(whole.edtf) != 7 or "X" in whole.edtf:
        return NOWHERE if whole and whole.edtf is None else None
    year, month = int(whole.edtf[:4]), int(whole.edtf[5:])
    last = g.has("last")
    nth = monthrange(year, month)[1] if last else g.number("nth") or 0
    day = resolve.make_day(year, month, nth)
    return Value(day.isoformat(), relative=whole.relative) if day else None


RULES: tuple[Rule, ...] = (
    Rule(
        "period.part",
        f"part:(?:EARLY|MID|LATE) (?:OF)? {_INNER}",
        _part_of_period,
        yes=(
            ("زيارة بدأها منتصف الشهر الحالي", "2022-02-28", "2022-02-~15"),
            ("مطلع أيلول 2015", "2022-02-28", "2015-09-~01"),
            ("أواخر العام الماضي", "2022-02-28", "2021-~12"),
            ("نهاية الشهر", "2022-02-10", "2022-02-~28"),
            ("يلتقيان نهاية الأسبوع الجاري", "2017-11-16", "2017-11-18~/2017-11-19~"),
            ("أصيب العشرات نهاية الأسبوع الماضي", "2017-11-15", "2017-11-11~/2017-11-12~"),
            ("واندلعت الاشتباكات خلال عطلة نهاية الأسبوع", "2017-11-13", "2017-11-11~/2017-11-12~"),
            ("ومن المقرر أن يزور بيروت نهاية الأسبوع", "2017-11-13", "2017-11-18~/2017-11-19~"),
        ),
        no=("وضع نهاية للحرب", "نهاية سعيدة للأزمة"),
        guard=lambda s: s.before is None or s.before.cls != "DURWORD",
    ),
    Rule(
        "period.part_of_year",
        "part:(?:EARLY|MID|LATE) (?:AAM|AAMDEF)? year:YR",
        _part_of_year,
        yes=(("أواخر عام 2014", "2022-02-28", "2014-~12"), ("مطلع 2016", "2022-02-28", "2016-~01")),
    ),
    Rule(
        "period.fraction",
        "of:(?:HALF|THIRD|QUARTER) (?:nth:ORD|last:LAST) (?:OF|PFX|IN)?"
        " (?:(?:AAM|AAMDEF)?year:YR|(?:SHAHR)?MP(?:(?:OF)?(?:AAM)?myear:YR)? "
        "|THIS(?P<thisunit>UNITDEF|AAMDEF)|(?P<unit>UNITDEF|AAMDEF)(?P<mod>MOD)?)",
        _fraction_any,
        yes=(
            ("في النصف الأول من 2015", "2016-02-01", "2015-01/2015-06"),
            ("الربع الثالث من عام 2016", "2016-12-01", "2016-07/2016-09"),
            ("النصف الثاني من آذار", "2016-05-01", "2016-03-16/2016-03-31"),
        ),
    ),
    Rule(
        "period.nth_weekday",
        "(?:nth:ORDI|last:AKHIR) (?:YAWM)? weekday:(?:WDAYI|WEEKDAY) (?:OF|IN|PFX) " + _INNER,
        _nth_weekday,
        yes=(("يجتمعون أول ثلاثاء من نوفمبر 2016", "2016-10-01", "2016-11-01"),),
    ),
    Rule(
        "period.weekday_nth",
        "(?:YAWM)? weekday:WEEKDAY (?:nth:ORD|last:LAST) (?:OF|IN|PFX) " + _INNER,
        _nth_weekday,
        yes=(("الثلاثاء الثاني من نوفمبر 2016", "2016-10-01", "2016-11-08"),),
        requests_only=True,
    ),
    Rule(
        "period.weekday_nth_this_month",
        "(?:YAWM)? weekday:WEEKDAY nth:ORD",
        _nth_weekday_this_month,
        yes=(("سأعود يوم الأحد الثاني", "2017-09-27", "2017-09-10"),),
        requests_only=True,
    ),
    Rule(
        "period.week_of_day",
        "week:UNIT day:(?:DAY|ORD) (?:OF)? (?:SHAHR)? MP (?:YT)?",
        _week_of_day,
        yes=(("في أسبوع 16 سبتمبر 2016", "2016-11-07", "2016-09-12/2016-09-18"),),
    ),
    Rule(
        "period.nth_week",
        "(?:week:UNITDEF (?:nth:ORD|last:LAST)|(?:nth:ORDI|last:AKHIR) week:UNIT) (?:OF|IN|PFX)?"
        " (?:(?:AAM|AAMDEF)(?P<year3>YR)|" + _INNER + ")",
        _nth_week_any,
        yes=(("الأسبوع الأول من أكتوبر 2016", "2016-12-01", "2016-10-03/2016-10-09"),),
    ),
    Rule(
        "period.nth_day",
        "(?:TODAY (?:nth:ORD|last:LAST)|(?:nth:ORDI|last:AKHIR) YAWM) (?:OF|IN|PFX) " + _INNER,
        _nth_day_any,
        yes=(("اليوم الثالث من أكتوبر 2016", "2016-12-01", "2016-10-03"),),
        no=("اليوم الثالث من المعارك",),
    ),
)
