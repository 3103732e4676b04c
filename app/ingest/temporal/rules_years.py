"""Years, decades, centuries and seasons."""

from __future__ import annotations

from app.ingest.temporal import guards, hijri, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site

#: A longer stretch of years is two calendars side by side: «1436 هـ / 2015 م».
_LONGEST = 400
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
    if (
        year not in _MODERN
        or guards.counts_things(site)
        or guards.numbered(site)
        or site.next_char() in ("%", "٪")
    ):
        return False
    if guards.year_of_event(site):
        return True
    before = site.before
    if before is None:
        return False
    if before.cls == "LP":
        return site.after is not None and site.after.cls == "RP"
    if before.cls == "AND":
        return site.follows_date
    if before.cls == "OF":
        return site.after is not None and site.after.cls in ("TO", "UNTIL")
    return before.cls in ("IN", "SINCE", "BY", "UNTIL", "DURING", "BEFORE", "AFTER", "BETWEEN", "TO")


def _years(g: Groups, ctx: Context) -> Value | None:
    first, last = g.number("year") or 0, g.number("last") or 0
    if not (1000 <= first < last <= 2200) or last - first > _LONGEST or g.word("era") == "ah":
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
        return year // 100 + (g.number("mod") or 0)
    return None


def _decade_guard(site: Site) -> bool:
    """Not an age: «في الثلاثينات من عمره»."""
    return not any(w.startswith(("عمر", "العمر")) for w in site.words_after(2))


def _century_rule(g: Groups, ctx: Context) -> Value | None:
    nth = g.number("nth") or 0
    return Value(f"{nth - 1:02}XX") if g.word("unit") == "century" and 1 <= nth <= 21 else None


def _part_of_century(g: Groups, ctx: Context) -> Value | None:
    """«مطلع القرن الحادي والعشرين»: about its first or middle year, or its last decade."""
    century = _century(g, ctx)
    if g.word("unit") != "century" or century is None or not 0 <= century <= 20:
        return None
    return Value(f"{century:02}" + {"early": "00~", "mid": "50~", "late": "9X"}[str(g.word("part"))])


def _season(g: Groups, ctx: Context) -> Value | None:
    code = g.number("season") or 0
    year = reading.year_of(g, ctx)
    if year is None and g.has("step"):
        if ctx.anchor is None:
            return NOWHERE
        step = g.number("step") or 0
        first_month = {21: 3, 22: 6, 23: 9, 24: 12}[code]
        year = resolve.month_year(ctx, first_month, step)
        if step < 0 and year == ctx.anchor.year and ctx.anchor.month < first_month + 2:
            year -= 1
    return Value(f"{year:04}-{code}") if year else NOWHERE


def _season_guard(site: Site) -> bool:
    g = site.groups
    return g.has("year") or g.has("step") or g.has("yearmod") or g.has("this")


RULES: tuple[Rule, ...] = (
    Rule(
        "period.year",
        "(?P<aam>AAM|AAMDEF) year:(?:YEAR|YEARW|NUM|CARD) (?:era:ERA)?",
        _year,
        yes=(
            ("الذي بدأ عام 2015", "2022-02-28", "2015"),
            ("سنة ١٩٦٧", "2022-02-28", "1967"),
            ("عام ألفين وسبعة", "2022-02-28", "2007"),
        ),
        guard=lambda s: (s.groups.number("year") or 0) >= 100 and not guards.general_not_year(s),
    ),
    Rule(
        "period.year_bare",
        "year:(?:YEAR|YEARW) (?:era:ERA)?",
        _year,
        yes=(
            ("تنفيذ 50 ضربة في 2020", "2021-01-19", "2020"),
            ("منذ 2011 نزح الملايين", "2021-01-19", "2011"),
            ("منذ اعتداءات 2015 في باريس", "2018-05-05", "2015"),
            ("ألغى نتائج انتخابات 2019", "2020-05-05", "2019"),
            ("خرجت واشنطن من اتفاق فيينا 2015", "2019-05-05", "2015"),
        ),
        no=(
            "أصابت الغارات 2015 منزلا",
            "القرار 2254",
            "في 2000 قرية",
            "مقاتلات سو 2015",
            "أصيب 2015",
            "حزمة القوانين 2019",
        ),
        guard=lambda s: _bare_year_guard(s) or (not s.news and s.before is not None and s.before.cls == "IN"),
    ),
    Rule(
        "period.years",
        "(?:BETWEEN|OF)? (?P<aam>AAM|AAMDEF)? year:YR (?:era:ERA)? (?:AND|DASH|TO|UNTIL|SLASH)"
        " (?:AAM|AAMDEF)? last:YR",
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
        "period.part_of_decade",
        "part:(?:EARLY|MID|LATE) decade:DECADE (?:(?:OF)? century:UNITDEF (?:mod:(?:PREV|CUR)|nth:ORD)?)?",
        _decade,
        yes=(("أواخر ثمانينيات القرن الماضي", "2015-10-08", "198X"),),
    ),
    Rule(
        "period.century",
        "unit:UNITDEF nth:(?:ORD|DAY)",
        _century_rule,
        yes=(("في القرن التاسع عشر", "2015-10-08", "18XX"), ("في القرن 21", "2015-10-08", "20XX")),
    ),
    Rule(
        "period.part_of_century",
        "part:(?:EARLY|MID|LATE) unit:UNITDEF (?:nth:(?:ORD|DAY)|mod:(?:PREV|CUR|NEXT))",
        _part_of_century,
        yes=(
            ("تأسست الشركة مطلع القرن العشرين", "2018-05-08", "1900~"),
            ("وفي مطلع القرن الحادي والعشرين", "2018-05-08", "2000~"),
            ("هاجرت العائلة أواخر القرن التاسع عشر", "2018-05-08", "189X"),
            ("بني الجسر في منتصف القرن الماضي", "2018-05-08", "1950~"),
        ),
        no=("نهاية الأسبوع الثاني", "بداية الشهر الماضي", "صفقة القرن"),
    ),
    Rule(
        "period.season",
        "(?:season:(?:SEASON|SEASONDEF) (?:(?:OF)?(?:AAM|AAMDEF)?year:YR|(?:OF)?YREL|step:STEP)"
        "|this:THIS season:SEASONDEF)",
        _season,
        yes=(
            ("صيف 2016", "2017-01-01", "2016-22"),
            ("الصيف الماضي", "2017-01-01", "2016-22"),
            ("هذا الصيف", "2016-07-01", "2016-22"),
        ),
        no=("الربيع العربي",),
        guard=_season_guard,
    ),
)
