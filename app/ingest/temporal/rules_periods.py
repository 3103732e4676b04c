"""Years, decades, parts of them, ranges of days; then lengths, frequencies and vague words."""

from __future__ import annotations

from datetime import date

from app.domain.time import TimeKind
from app.ingest.temporal import guards, hijri, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site

_MODERN = range(1900, 2101)


def _year(g: Groups, ctx: Context) -> Value | None:
    year = g.number("year") or 0
    if g.word("era") == "ah" or (g.has("ah") and year in hijri.YEARS):
        first, last = hijri.to_date(year, 1, 1), hijri.to_date(year + 1, 1, 1)
        return Value(f"{first.isoformat()[:7]}/{last.isoformat()[:7]}") if first and last else NOWHERE
    return Value(f"{year:04}") if 1 <= year <= 9999 else None


def _bare_year_guard(site: Site) -> bool:
    """«في 2020»: a modern year after a preposition of time, and not a count or the number of something."""
    year = site.groups.number("year") or 0
    if year not in _MODERN or guards.counts_things(site) or guards.numbered(site) or site.next_char() in ("%", "٪"):
        return False
    before = site.before
    if before is None:
        return False
    if before.cls == "AND":
        return site.follows_date
    if before.cls == "OF":
        return site.after is not None and site.after.cls in ("TO", "UNTIL")
    return before.cls in ("IN", "SINCE", "BY", "UNTIL", "DURING", "BEFORE", "AFTER", "BETWEEN", "TO")


def _years(g: Groups, ctx: Context) -> Value | None:
    first, last = g.number("year") or 0, g.number("last") or 0
    if not (1000 <= first < last <= 2200):
        return None
    return Value(f"{first:04}/{last:04}")


def _years_guard(site: Site) -> bool:
    year = site.groups.number("year") or 0
    return (year in _MODERN or site.groups.has("aam")) and not guards.counts_things(site)


def _decade(g: Groups, ctx: Context) -> Value | None:
    """A decade belongs to the last century unless it says otherwise; «العشرينيات» alone stays open."""
    tens = (g.number("decade") or 0) // 10
    century = _century(g, ctx)
    if century is None:
        if g.has("century"):
            return NOWHERE
        if tens <= 2 and ctx.news:
            return Value(None)
        century = 19
    return Value(f"{century}{tens}X")


def _century(g: Groups, ctx: Context) -> int | None:
    if g.has("nth"):
        return (g.number("nth") or 1) - 1
    if g.has("mod"):
        year = ctx.anchor.year if ctx.anchor else 2000
        return year // 100 + (reading.step_of(g, "mod") or 0)
    return None


def _decade_guard(site: Site) -> bool:
    """Not an age: «في الثلاثينات من عمره»."""
    return not any(w.startswith(("عمر", "العمر")) for w in site.words_after(2))


def _century_rule(g: Groups, ctx: Context) -> Value | None:
    nth = g.number("nth") or 0
    return Value(f"{nth - 1:02}XX") if g.word("unit") == "century" and 1 <= nth <= 21 else None


def _part_of_month(g: Groups, ctx: Context) -> Value | None:
    whole = reading.whole_month(g, ctx)
    return _part(g, whole, ctx)


def _part(g: Groups, whole: Value | None, ctx: Context) -> Value | None:
    if whole is None:
        return None
    if not ctx.news and whole.edtf and len(whole.edtf) == 7 and "X" not in whole.edtf:
        return _part_for_requests(whole.edtf, str(g.word("part")))
    return resolve.part_of(whole, str(g.word("part")))


def _part_for_requests(month: str, part: str) -> Value:
    """A request wants days: the middle is the 15th, the beginning and the end ten days each."""
    last = resolve.fraction_of(Value(month), 3, 3)
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
        return resolve.period(ctx, str(g.word("unit")), reading.step_of(g, "mod") or 0)
    return None


def _part_of_period(g: Groups, ctx: Context) -> Value | None:
    whole = _whole(g, ctx)
    if g.word("unit") == "week" and g.word("part") == "late" and not g.has("mod"):
        return Value(None, kind=TimeKind.VAGUE)
    return _part(g, whole, ctx)


def _fraction(g: Groups, ctx: Context) -> Value | None:
    whole = _whole(g, ctx)
    nth = 0
    of = g.number("of") or 2
    if g.has("nth"):
        nth = g.number("nth") or 0
    elif g.has("last"):
        nth = of
    return resolve.fraction_of(whole, nth, of) if whole else None


def _season(g: Groups, ctx: Context) -> Value | None:
    code = g.number("season") or 0
    year = reading.year_of(g, ctx)
    if year is None and g.has("step"):
        if ctx.anchor is None:
            return NOWHERE
        step = reading.step_of(g) or 0
        first_month = {21: 3, 22: 6, 23: 9, 24: 12}[code]
        year = resolve.month_year(ctx, first_month, step)
        if step < 0 and year == ctx.anchor.year and ctx.anchor.month < first_month + 2:
            year -= 1
    return Value(f"{year:04}-{code}") if year else NOWHERE


def _season_guard(site: Site) -> bool:
    g = site.groups
    return g.has("year") or g.has("step") or g.has("yearmod") or g.has("this")


def _nth_weekday(g: Groups, ctx: Context) -> Value | None:
    whole = _whole(g, ctx)
    nth = -1 if g.has("last") else g.number("nth") or 0
    return resolve.nth_weekday(whole, g.number("weekday") or 0, nth) if whole and nth else None


def _nth_weekday_this_month(g: Groups, ctx: Context) -> Value | None:
    if (g.number("nth") or 9) > 5 or ctx.anchor is None:
        return None
    month = Value(ctx.anchor.isoformat()[:7], relative=True)
    return resolve.nth_weekday(month, g.number("weekday") or 0, g.number("nth") or 0)


def _week_of_day(g: Groups, ctx: Context) -> Value | None:
    day = reading.month_day(g, ctx, g.number("day") or 0) if g.word("week") == "week" else None
    if day is None or day.edtf is None or "X" in day.edtf:
        return day and NOWHERE
    return resolve.week_of(date.fromisoformat(day.edtf[:10]), relative=day.relative)


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
    first, last, year = g.number("month"), g.number("upto"), g.number("year")
    if not first or not last or first == last:
        return None
    b = resolve.month(ctx, last, year)
    if b.edtf is None or "X" in b.edtf:
        return NOWHERE
    start = int(b.edtf[:4]) - (first > last)
    return Value(f"{start:04}-{first:02}/{b.edtf}", relative=b.relative)


def _day_of_coming(g: Groups, ctx: Context) -> Value | None:
    """«في 5 و9 أكتوبر»: the first of two days that share a month named later."""
    return reading.month_day(g, ctx, g.number("day") or 0)


def _named_month_range(g: Groups, ctx: Context) -> Value | None:
    """«من 4 إلى 22 من الشهر المقبل»."""
    whole = resolve.period(ctx, "month", reading.step_of(g, "mod") or 0).edtf
    if whole is None:
        return NOWHERE
    a, b = (resolve.make_day(int(whole[:4]), int(whole[5:]), g.number(k) or 0) for k in ("d1", "d2"))
    return Value(f"{a.isoformat()}/{b.isoformat()}", relative=True) if a and b and a < b else None


_D = "(?:DAY|ORD)"
_INNER = (
    "(?:(?:SHAHR)?MP(?:YT|(?:OF)?YREL|step:STEP)?|(?:OF|IN|PFX)?THIS(?P<thisunit>UNITDEF|AAMDEF)"
    "|(?P<unit>UNITDEF|AAMDEF)(?P<mod>MOD)?)"
)


RULES: tuple[Rule, ...] = (
    Rule(
        "period.year",
        "(?P<aam>AAM|AAMDEF) year:(?:YEAR|YEARW|NUM|CARD) (?:era:ERA)?",
        _year,
        yes=(("الذي بدأ عام 2015", "2022-02-28", "2015"), ("سنة ١٩٦٧", "2022-02-28", "1967"), ("عام ألفين وسبعة", "2022-02-28", "2007")),
        guard=lambda s: (s.groups.number("year") or 0) >= 100 and not guards.general_not_year(s),
    ),
    Rule(
        "period.year_bare",
        "year:(?:YEAR|YEARW) (?:era:ERA)?",
        _year,
        yes=(("تنفيذ 50 ضربة في 2020", "2021-01-19", "2020"), ("منذ 2011 نزح الملايين", "2021-01-19", "2011")),
        no=("أصابت الغارات 2015 منزلا", "القرار 2254", "في 2000 قرية", "مقاتلات سو 2015"),
        guard=lambda s: _bare_year_guard(s) or (not s.news and s.before is not None and s.before.cls == "IN"),
    ),
    Rule(
        "period.years",
        "(?:BETWEEN|OF)? (?P<aam>AAM|AAMDEF)? year:YR (?:era:ERA)? (?:AND|DASH|TO|UNTIL|SLASH) (?:AAM|AAMDEF)? last:YR",
        _years,
        yes=(
            ("بين عامي 2011 و2015", "2021-01-19", "2011/2015"),
            ("الحرب 2015-2022", "2022-03-01", "2015/2022"),
            ("من 2014 إلى 2018", "2022-03-01", "2014/2018"),
        ),
        guard=_years_guard,
    ),
    Rule(
        "period.decade",
        "decade:DECADE (?:(?:OF)? century:UNITDEF (?:mod:(?:PREV|CUR|NEXT)|nth:ORD)?)?",
        _decade,
        yes=(
            ("هاجروا منذ ثمانينات القرن الماضي", "2015-10-08", "198X"),
            ("في الستينيات", "2015-10-08", "196X"),
            ("تسعينيات القرن التاسع عشر", "2015-10-08", "189X"),
        ),
        no=("رجل في الثلاثينات من عمره",),
        guard=_decade_guard,
    ),
    Rule(
        "period.century",
        "unit:UNITDEF nth:ORD",
        _century_rule,
        yes=(("في القرن التاسع عشر", "2015-10-08", "18XX"),),
    ),
    Rule(
        "period.part",
        f"part:(?:EARLY|MID|LATE) (?:OF)? {_INNER}",
        _part_of_period,
        yes=(
            ("زيارة بدأها منتصف الشهر الحالي", "2022-02-28", "2022-02-~15"),
            ("مطلع أيلول 2015", "2022-02-28", "2015-09-~01"),
            ("أواخر العام الماضي", "2022-02-28", "2021-~12"),
            ("نهاية الشهر", "2022-02-10", "2022-02-~28"),
        ),
        no=("وضع نهاية للحرب",),
    ),
    Rule(
        "period.part_of_year",
        "part:(?:EARLY|MID|LATE) (?:AAM|AAMDEF)? year:YR",
        lambda g, ctx: resolve.part_of(Value(f"{g.number('year'):04}"), str(g.word("part"))),
        yes=(("أواخر عام 2014", "2022-02-28", "2014-~12"), ("مطلع 2016", "2022-02-28", "2016-~01")),
    ),
    Rule(
        "period.part_of_decade",
        "part:(?:EARLY|MID|LATE) decade:DECADE (?:(?:OF)? century:UNITDEF (?:mod:(?:PREV|CUR)|nth:ORD)?)?",
        _decade,
        yes=(("أواخر ثمانينيات القرن الماضي", "2015-10-08", "198X"),),
    ),
    Rule(
        "period.fraction",
        f"of:(?:HALF|THIRD|QUARTER) (?:nth:ORD|last:LAST) (?:OF|PFX|IN)? (?:(?:AAM|AAMDEF)?(?P<year>YR)|(?:SHAHR)?month:M(?:(?:SLASH|DASH)?(?P<twin>M)|LP(?P<twin>M)RP)?(?:(?:OF)?(?:AAM)?(?P<myear>YR))?|THIS(?P<thisunit>UNITDEF|AAMDEF)|(?P<unit>UNITDEF|AAMDEF)(?P<mod>MOD)?)",
        lambda g, ctx: _fraction_any(g, ctx),
        yes=(
            ("في النصف الأول من 2015", "2016-02-01", "2015-01/2015-06"),
            ("الربع الثالث من عام 2016", "2016-12-01", "2016-07/2016-09"),
            ("النصف الثاني من آذار", "2016-05-01", "2016-03-16/2016-03-31"),
        ),
    ),
    Rule(
        "period.season",
        "season:(?:SEASON|SEASONDEF) (?:(?:OF)?(?:AAM|AAMDEF)?year:YR|(?:OF)?YREL|step:STEP)",
        _season,
        yes=(("صيف 2016", "2017-01-01", "2016-22"), ("الصيف الماضي", "2017-01-01", "2016-22")),
        no=("الربيع العربي",),
        guard=_season_guard,
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
        "(?:week:UNITDEF (?:nth:ORD|last:LAST)|(?:nth:ORDI|last:AKHIR) week:UNIT) (?:OF|IN|PFX)? (?:(?:AAM|AAMDEF)(?P<year3>YR)|" + _INNER + ")",
        lambda g, ctx: _nth_week_any(g, ctx),
        yes=(("الأسبوع الأول من أكتوبر 2016", "2016-12-01", "2016-10-03/2016-10-09"),),
    ),
    Rule(
        "period.nth_day",
        "(?:TODAY (?:nth:ORD|last:LAST)|(?:nth:ORDI|last:AKHIR) YAWM) (?:OF|IN|PFX) " + _INNER,
        lambda g, ctx: _nth_day_any(g, ctx),
        yes=(("اليوم الثالث من أكتوبر 2016", "2016-12-01", "2016-10-03"),),
        no=("اليوم الثالث من المعارك",),
    ),
    Rule(
        "period.days",
        f"(?P<open>BETWEEN|OF)? (?:(?:DAYPART)?(?:YAWM|YAWMAY)?(?:WEEKDAY)?) d1:{_D} (?:(?P<joined>AND)|DASH|TO|UNTIL|AND UNTIL|AND TO) (?:YAWM)?(?:WEEKDAY)? d2:{_D}"
        " (?:OF|PFX)? SHAHR? MP (?:YT|(?:OF)?YREL|step:STEP)?",
        _day_range,
        yes=(
            ("بين 4 و7 تشرين الأول", "2015-10-09", "2015-10-04/2015-10-07"),
            ("من 3 إلى 9 مايو 2016", "2016-10-09", "2016-05-03/2016-05-09"),
            ("في 5 و6 من حزيران/يونيو الماضي", "2016-10-09", "2016-06-05/2016-06-06"),
            ("19-20 نوفمبر 2015", "2016-10-09", "2015-11-19/2015-11-20"),
        ),
        guard=_two_days_guard,
    ),
    Rule(
        "period.day_of_coming",
        f"day:{_D} (?=(?:AND|COMMA)(?:DAY|ORD)(?:OF)?(?:SHAHR)?MP(?:YT|(?:OF)?YREL|step:STEP)?)",
        _day_of_coming,
        yes=(("في 5 و9 أكتوبر 2015", "2015-12-01", "2015-10-05"),),
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
        f"(?:BETWEEN|OF)? d1:{_D} (?:AND|DASH|TO|UNTIL) d2:{_D} (?:OF|IN|PFX)* (?:THIS UNITDEF|UNITDEF mod:STEP)",
        _named_month_range,
        yes=(("من 4 إلى 22 من الشهر المقبل", "2016-11-07", "2016-12-04/2016-12-22"),),
    ),
    Rule(
        "period.months",
        "(?:BETWEEN|OF)? (?:SHAHR)? month:(?:MONTH|MONTHQ) (?:(?:SLASH)(?:MONTH|MONTHQ))? (?:AND|TO|UNTIL|DASH) upto:(?:MONTH|MONTHQ) (?:(?:SLASH)(?:MONTH|MONTHQ))? YT?",
        _months_range,
        yes=(("بين يناير ومارس 2015", "2015-09-01", "2015-01/2015-03"),),
        no=("الأحد ونيسان",),
    ),
)


def _fraction_any(g: Groups, ctx: Context) -> Value | None:
    whole: Value | None
    if g.has("month"):
        number = reading.month_of(g)
        whole = resolve.month(ctx, number, g.number("myear")) if number else None
    else:
        whole = _whole(g, ctx)
    of = g.number("of") or 2
    nth = of if g.has("last") else g.number("nth") or 0
    return resolve.fraction_of(whole, nth, of) if whole else None


def _nth_week_any(g: Groups, ctx: Context) -> Value | None:
    if g.word("week") != "week":
        return None
    whole = Value(f"{g.number('year3'):04}") if g.has("year3") else _whole(g, ctx)
    nth = -1 if g.has("last") else g.number("nth") or 0
    return resolve.nth_week(whole, nth) if whole and nth else None


def _nth_day_any(g: Groups, ctx: Context) -> Value | None:
    whole = _whole(g, ctx)
    if whole is None or whole.edtf is None or len(whole.edtf) != 7 or "X" in whole.edtf:
        return NOWHERE if whole and whole.edtf is None else None
    year, month = int(whole.edtf[:4]), int(whole.edtf[5:])
    last = g.has("last")
    nth = resolve.monthrange(year, month)[1] if last else g.number("nth") or 0
    day = resolve.make_day(year, month, nth)
    return Value(day.isoformat(), relative=whole.relative) if day else None
