"""Last month, three days ago, the last four days, the following day."""

from __future__ import annotations

from app.domain.time import TimeKind
from app.ingest.temporal import guards, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site

#: «منذ عام 2014», «قبل شهر رمضان», «قبل يوم الأحد»: the unit belongs to the name that follows.
_NAMED_AFTER = tuple("YEAR YEARW MONTH MONTHQ HMONTH WEEKDAY REL TODAY WDAYI DMY YMD".split())


def _period(g: Groups, ctx: Context) -> Value | None:
    if g.cls("mod") in ("BEFOREHAND", "FOLLOWING", "LAST") and ctx.news:
        return Value(None, kind=TimeKind.VAGUE)
    return resolve.period(ctx, str(g.word("unit")), g.number("mod") or 0)


def _period_guard(site: Site) -> bool:
    g = site.groups
    return g.cls("unit") != "AAMDEF" or g.cls("mod") == "PREV" or not guards.general_not_year(site)


def _this_period(g: Groups, ctx: Context) -> Value | None:
    return resolve.period(ctx, str(g.word("unit")), 0)


def _sign(g: Groups) -> int:
    return 1 if g.cls("way") == "AFTER" else -1


def _offset(g: Groups, ctx: Context) -> Value | None:
    """«قبل عامين»; «بعد يومين» in a report counts from the day told of, unless the words look ahead."""
    count = 2.0 if g.has("dual") else reading.count_of(g) if g.has("count") else 1.0
    unit = g.word("dual") or g.word("unit")
    if count is None or unit is None or count > 1000:
        return None
    if g.has("half"):
        count += 0.5
    if _sign(g) > 0 and ctx.news and not ctx.future:
        return Value(None, kind=TimeKind.VAGUE)
    if g.has("few") or (g.cls("unit") in ("UNITP", "AYYAM") and not g.has("count")):
        return resolve.some(ctx, unit, _sign(g))
    return resolve.offset(ctx, count, unit, _sign(g))


def _came_after(g: Groups, ctx: Context) -> Value | None:
    """«ويأتي الهجوم بعد أسبوع من القمة»: what is told of now came so long after it."""
    count = 2.0 if g.has("dual") else reading.count_of(g) if g.has("count") else 1.0
    unit = g.word("dual") or g.word("unit")
    if count is None or unit is None or count > 1000:
        return None
    several = g.cls("unit") in ("UNITP", "AYYAM") and not g.has("count")
    return None if several else resolve.offset(ctx, count, unit, -1)


def _offset_guard(site: Site) -> bool:
    """«قبل يومين من الانتخابات» counts from the elections, «بعد عام على» from what follows."""
    after = site.after
    if after is not None and after.cls in _NAMED_AFTER:
        return False
    if after is not None and after.cls == "OF":
        return site.words_after(2)[1:2] in (["الان"], ["اليوم"], ["الزمن"], ["الزمان"])
    g = site.groups
    bare_days = g.cls("unit") == "AYYAM" and not (g.has("count") or g.has("few") or g.has("fewadj"))
    if bare_days and g.cls("way") == "SINCE" and guards.since_the_days_of(site):
        return False
    words = site.words_after(2)
    if words[:1] == ["علي"]:
        way = site.groups.cls("way")
        return way == "SINCE" or (way == "BEFORE" and guards.aside(words[1:]))
    return not guards.counted_from(site) and (not words or words[0] not in ("من", "لم"))


def _part_of_long(g: Groups, ctx: Context) -> Value | None:
    """«منذ نصف قرن», «قبل ربع قرن»: about the year."""
    years = {"century": 100, "decade": 10}.get(str(g.word("unit")))
    if years is None:
        return None
    divisor = 4 if g.cls("part") == "QUARTER" else 2
    return resolve.offset(ctx, years / divisor, "year", -1)


def _within(g: Groups, ctx: Context) -> Value | None:
    """«في غضون أسبوعين»: from today on, where the words look ahead; else a length of time."""
    count = 2.0 if g.has("dual") else reading.count_of(g) if g.has("count") else 1.0
    unit = g.word("dual") or g.word("unit")
    if not ctx.future or count is None or unit not in ("day", "week", "month"):
        return None
    if not g.has("count") and g.cls("unit") in ("UNITP", "AYYAM"):
        return None
    last = resolve.step(ctx.anchor, count, unit) if ctx.anchor else None
    if ctx.anchor is None or last is None:
        return NOWHERE
    return Value(f"{ctx.anchor.isoformat()}/{last.isoformat()}", relative=True)


def _chain(g: Groups, ctx: Context) -> Value | None:
    """«قبل عامين و21 يوما»: lengths added up."""
    if ctx.anchor is None:
        return NOWHERE
    when = ctx.anchor
    for count, unit in _lengths(g):
        moved = resolve.step(when, count * _sign(g), unit)
        if moved is None:
            return NOWHERE
        when = moved
    return Value(when.isoformat(), relative=True)


def _sum_guard(site: Site) -> bool:
    counted = site.groups.has("way") or site.text[: site.end].endswith("الان")
    return counted and not guards.offers_two(site)


def _lengths(g: Groups) -> list[tuple[float, str]]:
    out: list[tuple[float, str]] = []
    count = 1.0
    for unit in g.all("chain"):
        if unit.cls in ("DAY", "NUM", "CARD"):
            count = float(unit.value)
        elif unit.cls == "UNIT2":
            out.append((2.0, str(unit.value)))
        elif unit.cls not in ("AND", "COMMA"):
            out.append((count, str(unit.value)))
            count = 1.0
    return out


def _following(g: Groups, ctx: Context) -> Value | None:
    """«اليوم التالي»: counted from the day told of."""
    start = ctx.narrative if ctx.news else ctx.anchor
    if start is None:
        return Value(None, kind=TimeKind.VAGUE)
    told = Context(start, "narrative", ctx.preference)
    value = resolve.shifted(told, g.number("mod") or 0)
    return Value(value.edtf, relative=ctx.anchor == start, anchor=told.named())


def _same(g: Groups, ctx: Context) -> Value | None:
    """«في العام نفسه»: the day, month or year of the date last told of, if it lies in one."""
    if ctx.told is None:
        return Value(None, kind=TimeKind.VAGUE)
    first, last = (d.isoformat() for d in ctx.told)
    size = {"month": 7, "year": 4}.get(str(g.word("unit")), 10)
    if g.word("unit") in ("week", "decade", "century") or first[:size] != last[:size]:
        return Value(None, kind=TimeKind.VAGUE)
    return Value(first[:size], anchor=f"narrative {first[:size]}")


def _anaphoric(g: Groups, ctx: Context) -> Value | None:
    """«بعد ذلك بيومين»."""
    if ctx.narrative is None:
        return Value(None, kind=TimeKind.VAGUE)
    unit = g.word("dual") or str(g.word("unit"))
    count = 2.0 if g.has("dual") else reading.count_of(g) or 1.0
    told = Context(ctx.narrative, "narrative", ctx.preference)
    sign = -1 if g.word("way") == "before" else 1
    value = resolve.offset(told, count, unit, sign)
    return Value(value.edtf, anchor=told.named())


def _period_or_day(g: Groups, ctx: Context) -> Value | None:
    if g.cls("unit") == "TODAY":
        return resolve.shifted(ctx, g.number("mod") or 0) if g.cls("mod") in ("PREV", "NEXT") else None
    return _period(g, ctx)


RULES: tuple[Rule, ...] = (
    Rule(
        "relative.period",
        "(?:IN AND)? unit:(?:UNITDEF|AAMDEF|TODAY) mod:MOD",
        _period_or_day,
        yes=(
            ("اجتماع عقد الشهر الماضي في القاعدة", "2021-01-19", "2020-12"),
            ("يزور موسكو الأسبوع المقبل", "2015-09-23", "2015-09-28/2015-10-04"),
            ("خلال العام الجاري", "2015-09-23", "2015"),
            ("في القرن الماضي", "2015-09-23", "19XX"),
        ),
        no=("قال الأمين العام الحالي للمنظمة",),
        guard=_period_guard,
    ),
    Rule(
        "relative.this_period",
        "THIS unit:(?:UNITDEF|AAMDEF)",
        _this_period,
        yes=(
            ("في وقت سابق من هذا الأسبوع", "2015-09-23", "2015-09-21/2015-09-27"),
            ("هذا العام", "2015-09-23", "2015"),
        ),
    ),
    Rule(
        "relative.ago",
        "way:(?:BEFORE|SINCE|AFTER) ABOUT? (?:dual:UNIT2|few:FEW unit:ANYUNIT|(?:count:COUNT)?"
        " unit:ANYUNIT(?:CARD|fewadj:FEWADJ)?)"
        " (?P<half>AND MID)? (?:OF VAGUE)?",
        _offset,
        yes=(
            ("تشن غارات منذ عام", "2015-09-18", "2014-09~"),
            ("اعتقل قبل ثلاثة أيام", "2015-09-18", "2015-09-15"),
            ("غادر البلاد قبل عامين", "2015-09-18", "2013-09~"),
            ("وصل منذ يومين", "2015-09-18", "2015-09-16"),
            ("أعلن ذلك قبل أيام", "2015-09-18", "2015-09~"),
            ("قدم استقالته قبل أسابيع قليلة", "2015-09-18", "2015-08~"),
            ("اندلعت الأزمة منذ سنوات", "2015-09-18", ""),
            ("قتل القيادي قبل يومين على يد مجهولين", "2015-09-18", "2015-09-16"),
            ("التقاه منذ أيام في باريس", "2015-09-18", "2015-09~"),
            ("تحدث منذ أسبوعين على التلفزيون", "2015-09-18", "2015-09-04~"),
            ("وعاد بعد أسبوع إلى بيته", "2015-09-18", ""),
            ("أطول إضراب منذ قرابة عقد من الزمان", "2015-09-18", "2005~"),
        ),
        no=(
            "قبل يومين من الانتخابات",
            "منذ عقد من الاتفاقات",
            "بعد أشهر من تجاهل الرئيس",
            "قبل أسبوع على الاقتراع",
            "لم يزرها منذ أيام الحرب الباردة",
            "منذ أيام صدام حسين",
        ),
        guard=_offset_guard,
    ),
    Rule(
        "relative.came_after",
        "AFTER ABOUT? (?:dual:UNIT2|(?:count:COUNT)? unit:ANYUNIT)",
        _came_after,
        yes=(
            ("ويأتي الهجوم بعد نحو أسبوع على القمة", "2018-06-03", "2018-05-27~"),
            ("وتأتي الضربات بعد ستة أيام من وقف إطلاق النار", "2018-06-03", "2018-05-28"),
        ),
        no=("ويأتي القرار بعد أيام من الانتخابات", "استقال بعد شهرين من تعيينه", "ويأتي الوفد بعد أسبوع"),
        guard=lambda s: s.news and guards.comes(s),
    ),
    Rule(
        "relative.part_of_long",
        "(?:BEFORE|SINCE) ABOUT? part:(?:MID|QUARTER) unit:UNIT",
        _part_of_long,
        yes=(
            ("أسوأ جفاف منذ نصف قرن", "2018-03-24", "1968~"),
            ("بدأت المفاوضات قبل نحو ربع قرن", "2016-05-01", "1991~"),
        ),
        no=("غادر منذ نصف ساعة", "عمره نصف قرن"),
    ),
    Rule(
        "relative.within",
        "DURING (?:dual:UNIT2|(?:count:COUNT)? unit:ANYUNIT)",
        _within,
        yes=(
            ("ستسلم المنظومة في غضون أسبوعين", "2018-09-24", "2018-09-24/2018-10-08"),
            ("سينسحب الجنود خلال ثلاثة أيام", "2018-09-24", "2018-09-24/2018-09-27"),
        ),
        no=("قتل العشرات خلال أسبوعين", "سيزور العاصمة خلال الأسبوع"),
        guard=_offset_guard,
    ),
    Rule(
        "relative.ago_sum",
        "way:(?:BEFORE|SINCE|AFTER)? (?P<chain>(?:COUNT? ANYUNIT|UNIT2)(?:(?:AND|COMMA)(?:COUNT?"
        " ANYUNIT|UNIT2)){1,3}) (?:OF VAGUE)?",
        _chain,
        yes=(("انضم قبل عامين وثلاثة أشهر", "2015-09-18", "2013-06-18"),),
        no=("انضم قبل عامين أو ثلاثة أعوام",),
        guard=_sum_guard,
    ),
    Rule(
        "relative.following_day",
        "unit:TODAY mod:(?:FOLLOWING|BEFOREHAND)",
        _following,
        yes=(("وفي اليوم التالي انسحب الوفد", "2015-10-08", ""),),
    ),
    Rule(
        "relative.same",
        "(?:DAYPART)? (?:NAFS unit:(?:TODAY|AAMDEF|UNITDEF)|unit:(?:TODAY|AAMDEF|UNITDEF) SAME)",
        _same,
        yes=(("وفي العام نفسه انتقل إلى باريس", "2015-10-08", ""), ("في نفس اليوم غادر", "2015-10-08", "")),
    ),
    Rule(
        "relative.after_that",
        "way:VAGUE PFX (?:dual:UNIT2|unit:ANYUNIT|count:COUNT unit:ANYUNIT)",
        lambda g, ctx: _anaphoric(g, ctx) if not g.has("unit2") else Value(None, kind=TimeKind.VAGUE),
        yes=(("وبعد ذلك بيومين غادر الوفد", "2015-10-08", ""),),
        guard=lambda s: s.groups.word("way") == "ANAPHOR",
    ),
)
