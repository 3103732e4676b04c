"""Weekdays, today, yesterday, tomorrow: days counted from the day of speaking."""

from __future__ import annotations

from datetime import date, timedelta

from app.ingest.temporal import guards, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site

_OF_WEEK = "(?:OF|IN)? (?:THIS unit:UNITDEF|unit:UNITDEF mod:MOD)"


def _weekday(g: Groups, ctx: Context) -> Value | None:
    """A step may stand after a list of days: «يومي الأحد والثلاثاء المقبلين»."""
    return resolve.weekday(ctx, g.number("weekday") or 0, g.number("step"))


def _weekday_guard(site: Site) -> bool:
    return site.groups.has("yawm") or site.groups.has("step") or not guards.weekday_name(site)


def _weekday_of_week(g: Groups, ctx: Context) -> Value | None:
    if g.word("unit") not in ("week", None):
        return None
    return resolve.weekday_of_week(ctx, g.number("weekday") or 0, g.number("mod") or 0)


def _days_of_week(g: Groups, ctx: Context) -> Value | None:
    step = g.number("mod") or 0
    first, last = (resolve.weekday_of_week(ctx, g.number(k) or 0, step).edtf for k in ("weekday", "upto"))
    if g.word("unit") != "week" or first is None or last is None or first >= last:
        return None
    return Value(f"{first}/{last}", relative=True)


def _relative_guard(site: Site) -> bool:
    """«حلفاء الأمس», «حزب الغد»: with the article they need «يوم», a part of the day or a particle."""
    g = site.groups
    if site.news and site.text.startswith("ال", site.start) and not g.has("weekday"):
        return site.before is not None and site.before.cls == "PFX"
    return not guards.became(site)


def _tonight_guard(site: Site) -> bool:
    """«الليلة الأولى», «في الليلة نفسها» are not tonight."""
    if site.groups.has("past"):
        return True
    after = site.after.cls if site.after is not None else ""
    before = site.before.cls if site.before is not None else ""
    return (
        not site.quoted and after not in ("ORD", "SAME", "LAST", "FOLLOWING") and before not in ("IN", "THAT")
    )


def _relative(g: Groups, ctx: Context) -> Value | None:
    return resolve.shifted(ctx, g.number("rel") or 0, g.number("weekday"))


def _today_guard(site: Site) -> bool:
    g = site.groups
    if g.has("this") and site.words_before(1) == ["مثل"]:
        return False
    if g.has("weekday") or g.has("part") or g.has("this"):
        return True
    if site.after is not None and site.after.cls in ("ORD", "FOLLOWING", "BEFOREHAND", "SAME", "LAST"):
        return False
    if guards.earlier_or_later(site):
        return True
    if site.before is not None and site.before.cls in (
        "IN",
        "PFX",
        "UNTIL",
        "TO",
        "OF",
        "EVERY",
        "SINCE",
        "BY",
        "DURING",
        "THAT",
        "NAFS",
    ):
        return not site.news
    if site.quoted and site.news and not guards.told_in_person(site):
        return False
    return not guards.today_loosely(site)


def _night_before(day: Value | None) -> Value | None:
    if day is None or day.edtf is None or "X" in day.edtf:
        return day and NOWHERE
    second = date.fromisoformat(day.edtf)
    return Value(f"{(second - timedelta(days=1)).isoformat()}/{day.edtf}", relative=day.relative)


def _night_of_two(g: Groups, ctx: Context) -> Value | None:
    """«ليل السبت الأحد»: the night between two days."""
    if g.has("day"):
        return _night_before(reading.month_day(g, ctx, g.number("day") or 0))
    one, other = g.number("first") or 0, g.number("weekday") or 0
    return _night_before(resolve.weekday(ctx, other)) if other == one % 7 + 1 else NOWHERE


def _relative_today(g: Groups, ctx: Context) -> Value | None:
    if g.cls("rel") == "YAWM" and not g.has("this"):
        return None
    return resolve.shifted(ctx, 0, g.number("weekday"))


RULES: tuple[Rule, ...] = (
    Rule(
        "relative.weekday_of_week",
        "(?:YAWM|YAWMAY|AYYAM)? weekday:(?:WEEKDAY|WDAYI)"
        f" (?:{_OF_WEEK}|(?=(?:(?:AND|COMMA)WEEKDAY)+ {_OF_WEEK}))",
        lambda g, ctx: _weekday_of_week(g, ctx) if g.word("unit") == "week" else None,
        yes=(
            ("يصل الوفد الجمعة من الأسبوع المقبل", "2016-11-07", "2016-11-18"),
            ("أيام الاثنين والثلاثاء والأربعاء من الأسبوع الماضي", "2016-11-09", "2016-11-02"),
            ("تعطل الدوائر الاثنين من هذا الأسبوع", "2016-11-09", "2016-11-07"),
        ),
    ),
    Rule(
        "relative.weekday",
        "(?:DAYPART)? (?P<yawm>YAWM|YAWMAY|AYYAM|THIS YAWM?)? weekday:WEEKDAY (?:COMMA?"
        " step:(?:STEP|BEFOREHAND)|(?=(?:AND WEEKDAY)+ step:STEP))? (?:DAYPART)?",
        _weekday,
        yes=(
            ("أعلن الناطق الجمعة أن القوات تقدمت", "2015-09-18", "2015-09-18"),
            ("زار الرئيس بغداد يوم الاثنين الماضي", "2015-09-24", "2015-09-21"),
            ("ستعقد القمة الأحد المقبل", "2015-09-24", "2015-09-27"),
            ("وصل الوفد مساء الأربعاء إلى مسقط", "2015-09-24", "2015-09-23"),
            ("جلستان يومي الأحد والثلاثاء المقبلين", "2015-09-24", "2015-09-29"),
            ("استقال رئيس البلدية الثلاثاء قبل الماضي", "2015-09-24", "2015-09-15"),
            ("ومن المقرر أن يجتمع المجلس الاثنين", "2015-09-24", "2015-09-28"),
        ),
        no=(
            "جموع المصلين في صلاة الجمعة",
            "لم يقتل أحد في القصف",
            "ونسبت الوكالة إلى مصدر",
            "باعة سوق الخميس",
        ),
        guard=_weekday_guard,
    ),
    Rule(
        "relative.week_weekday",
        "(?:THIS unit:UNITDEF|unit:UNITDEF mod:MOD) COMMA? (?:IN)? (?:YAWM)? weekday:WEEKDAY",
        lambda g, ctx: _weekday_of_week(g, ctx) if g.word("unit") == "week" else None,
        yes=(("يجتمعون الأسبوع المقبل يوم الجمعة", "2016-11-07", "2016-11-18"),),
    ),
    Rule(
        "relative.days_of_week",
        "(?:THIS unit:UNITDEF|unit:UNITDEF mod:MOD) (?:BETWEEN|OF) weekday:WEEKDAY (?:AND|TO|UNTIL)"
        " upto:WEEKDAY",
        _days_of_week,
        yes=(("يجتمعون الأسبوع المقبل بين الأربعاء والجمعة", "2017-11-14", "2017-11-22/2017-11-24"),),
    ),
    Rule(
        "relative.night_of_two",
        "DAYPART first:WEEKDAY (?:DASH|AND|SLASH)? weekday:WEEKDAY (?:day:(?:DAY|ORD) (?:OF)?"
        " SHAHR? MP YT?)?",
        _night_of_two,
        yes=(
            ("قصفت الطائرات المدينة ليل السبت الأحد", "2015-09-21", "2015-09-19/2015-09-20"),
            ("وسمع دوي انفجارات ليل الخميس - الجمعة", "2020-03-06", "2020-03-05/2020-03-06"),
            ("وسمع دوي انفجارات ليل الأحد الاثنين", "2020-03-08", "2020-03-01/2020-03-02"),
            ("تبدأ الهدنة ليل الجمعة السبت 27 شباط/فبراير", "2016-02-11", "2016-02-26/2016-02-27"),
        ),
    ),
    Rule(
        "relative.day",
        "(?:DAYPART)? (?:YAWM)? rel:REL (?:(?:COMMA)?(?:LP)?weekday:WEEKDAY(?:RP)?)? (?:DAYPART)?",
        _relative,
        yes=(
            ("أكدت السفارة، أمس الأحد، أن التنسيق مستمر", "2022-02-28", "2022-02-27"),
            ("قال الوزير أول أمس الثلاثاء", "2015-10-08", "2015-10-06"),
            ("وصل أول من أمس (الاثنين) إلى الرياض", "2015-10-07", "2015-10-05"),
            ("يلتقي نظيره غدا الخميس", "2015-10-07", "2015-10-08"),
            ("يعود بعد غد إلى بلاده", "2015-10-07", "2015-10-09"),
            ("وقع الانفجار مساء أمس", "2015-10-07", "2015-10-06"),
        ),
        no=("لمس الحضور تغيرا", "وعد بالرد", "أعداء الأمس أصدقاء اليوم", "غدا واضحا أن الاتفاق انهار"),
        guard=_relative_guard,
    ),
    Rule(
        "relative.today",
        "(?P<part>DAYPART)? (?P<this>THIS)? rel:(?:TODAY|YAWM)"
        " (?:(?:COMMA)?(?:LP)?weekday:WEEKDAY(?:RP)?)? (?:DAYPART)?",
        _relative_today,
        yes=(
            ("قتل جنديان صباح اليوم الخميس", "2015-10-08", "2015-10-08"),
            ("أعلنت الوزارة اليوم استئناف الرحلات", "2015-10-08", "2015-10-08"),
            ("أصيب جنديان في وقت سابق من اليوم", "2015-10-08", "2015-10-08"),
            ("ستصل السفينة في ساعة متأخرة من اليوم", "2015-10-08", "2015-10-08"),
            ("اجتمع الوفدان اليوم (الأربعاء)", "2015-10-08", "2015-10-07"),
        ),
        no=(
            "نقلت روسيا اليوم عن المصدر",
            "في اليوم الأول من المفاوضات",
            "مرتين في اليوم",
            "اليوم العالمي للاجئين",
            "في مثل هذا اليوم من عام 1948",
            "ثماني ساعات من اليوم",
        ),
        guard=_today_guard,
    ),
    Rule(
        "relative.tonight",
        "(?:TONIGHT (?P<past>PREV)|THIS? night:TONIGHT|THIS part:DAYPARTDEF)",
        lambda g, ctx: resolve.shifted(ctx, -1 if g.has("past") else 0),
        yes=(("قصفت الطائرات الليلة الماضية مواقع", "2015-10-08", "2015-10-07"),),
        guard=_tonight_guard,
    ),
)
