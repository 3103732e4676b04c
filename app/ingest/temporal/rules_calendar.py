"""Days and months by name."""

from __future__ import annotations

from app.ingest.temporal import guards, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site


def _day_month(g: Groups, ctx: Context) -> Value | None:
    day = g.number("day")
    return reading.month_day(g, ctx, day) if day else None


def _no_name(site: Site) -> bool:
    """A day without year may be a name («قوى 14 آذار»); with a year or a weekday it is a date."""
    g = site.groups
    yearly = site.words_after(2) == ["من", "كل"]
    if yearly or (g.has("short") and guards.counts_things(site)):
        return False
    dated = any(g.has(k) for k in ("year", "weekday", "step", "yearmod", "rel"))
    return dated or not guards.eponym(site)


def _month_guard(site: Site) -> bool:
    """A month by itself: not a verb, not a man, not a battle."""
    g = site.groups
    if g.has("year") or g.has("twin"):
        return True
    if guards.eponym(site) or guards.named_after(site):
        return False
    if g.has("step") or g.has("yearmod") or g.has("this") or g.has("that"):
        return g.cls("month") != "HMONTH" or g.has("shahr") or _governed(site)
    if g.has("shahr"):
        return True
    return g.cls("month") == "MONTH" or _governed(site)


def _governed(site: Site) -> bool:
    before = site.before
    return before is not None and before.cls in (
        "IN", "SINCE", "UNTIL", "BY", "DURING", "BEFORE", "AFTER", "BETWEEN", "TO", "EARLY", "MID", "LATE",
    )  # fmt: skip


def _month(g: Groups, ctx: Context) -> Value | None:
    return reading.whole_month(g, ctx)


def _day_of_month(g: Groups, ctx: Context) -> Value | None:
    """«20 من الشهر القادم»."""
    if g.has("same"):
        return _day_of_told(g, ctx)
    if ctx.anchor is None:
        return NOWHERE
    month = resolve.period(ctx, "month", g.number("mod") or 0).edtf
    day = resolve.make_day(int(str(month)[:4]), int(str(month)[5:7]), g.number("day") or 0)
    weekday = g.number("weekday")
    if day is None:
        return None
    return Value(day.isoformat(), relative=True, conflict=weekday is not None and day.isoweekday() != weekday)


def _led(site: Site) -> bool:
    """The day needs «يوم», a weekday or a preposition of time before it."""
    g = site.groups
    if g.match.start("day") > g.at:
        return True
    return g.cls("day") == "DAY" and site.before is not None and site.before.cls in ("IN", "SINCE")


def _day_of_told(g: Groups, ctx: Context) -> Value | None:
    """«17 من الشهر نفسه»: the month last told of."""
    if ctx.told is None or ctx.told[0].replace(day=1) != ctx.told[1].replace(day=1):
        return NOWHERE
    first = ctx.told[0]
    day = resolve.make_day(first.year, first.month, g.number("day") or 0)
    return Value(day.isoformat(), anchor=f"narrative {first.isoformat()[:7]}") if day else None


def _day_current(g: Groups, ctx: Context) -> Value | None:
    """«يوم 20 الجاري»: the month is left out."""
    if ctx.anchor is None:
        return NOWHERE
    month = resolve.period(ctx, "month", g.number("step") or 0).edtf
    day = resolve.make_day(int(str(month)[:4]), int(str(month)[5:7]), g.number("day") or 0)
    return Value(day.isoformat(), relative=True) if day else None


def _bare_day(g: Groups, ctx: Context) -> Value | None:
    return resolve.day_of_month(ctx, g.number("day") or 0, g.number("weekday"))


def _weekday_day_guard(site: Site) -> bool:
    return not site.news or (
        site.next_char() in ("", ".", "،", ",", ")", "(") and not guards.weekday_name(site)
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "calendar.day_month",
        "(?:DAYPART? YAWM? rel:(?:REL|TODAY)(?:COMMA)?(?:LP)?)? NAMED?"
        " (?:day:(?:DAY|ORD|CARD)(?:DOT|DASH|SLASH)?|day:ORDI) (?:OF|PFX)?"
        " SHAHR? MP (?:YT|(?:OF)?YREL|step:STEP)? CLOCK_?",
        lambda g, ctx: reading.month_day(g, ctx, g.number("day") or 0),
        yes=(
            ("وقع الهجوم في 12 تشرين الثاني 2016 قرب المعبر", "2016-11-20", "2016-11-12"),
            ("يبدأ المؤتمر في الخامس من أكتوبر/ تشرين الأول المقبل", "2015-09-24", "2015-10-05"),
            ("صدر البيان في الحادي والعشرين من مايو", "2014-06-01", "2014-05-21"),
            ("قتل في 3 آب (أغسطس) 2013", "2014-01-01", "2013-08-03"),
            ("قال الوزير الثلاثاء 7 يناير/كانون الثاني 2020", "2020-01-09", "2020-01-07"),
            ("قصفت الطائرات المدينة فجر اليوم، الأربعاء 29 من نيسان", "2015-04-29", "2015-04-29"),
            ("انفجرت سيارة مساء أمس الثلاثاء 28 نيسان 2015", "2015-04-29", "2015-04-28"),
            ("زار العاصمة في 12 من كانون الثاني الحالي", "2021-01-19", "2021-01-12"),
            ("المؤتمر الذي عقد في 19 يناير", "2020-10-23", "2020-01-19"),
            ("قال إن الانتخابات ستجرى في 19 يناير", "2020-10-23", "2021-01-19"),
            ("توفي في 20 دجنبر الماضي بالرباط", "2017-01-05", "2016-12-20"),
            ("اندلعت المواجهات يوم ٢٥ جانفي ٢٠١١", "2012-01-01", "2011-01-25"),
            ("نشر على الموقع 18 سبتمبر 2015 - 16:41", "2015-09-18", "2015-09-18"),
            ("الحرب التي بدأت في 6 أكتوبر 73", "2018-10-06", "1973-10-06"),
            ("افتتح المعرض في الـ11 من حزيران/يونيو", "2018-07-20", "2018-06-11"),
            ("غادر السفير في الـ 9 من شباط الماضي", "2018-04-20", "2018-02-09"),
            ("أعلن ذلك في 17 رمضان 1435 هـ", "2014-08-01", "2014-07-14"),
        ),
        no=(
            "يحتفلون في 17 نيسان من كل عام",
            "قوى 14 آذار ترفض الحوار",
            "مدينة السادس من أكتوبر غرب القاهرة",
            "قتل 12 في مارس",
            "مجموعة الـ20 تجتمع",
        ),
        guard=_no_name,
        swallows=True,
    ),
    Rule(
        "calendar.month_day",
        "NAMED? MP (?:SLASH|DASH)? day:(?:DAY|ORD|CARD) (?:(?:COMMA|OF|AAM)*year:YR)?",
        _day_month,
        yes=(("نشر في سبتمبر 18, 2015", "2015-10-01", "2015-09-18"),),
        guard=lambda s: s.groups.has("year") or not s.news,
    ),
    Rule(
        "calendar.month",
        "(?P<shahr>SHAHR)? MP (?:YT|(?:OF)?YREL|step:STEP)?",
        _month,
        yes=(
            ("منذ نيسان/ابريل 2014", "2015-09-18", "2014-04"),
            ("تقرير نشر في أيلول 2020", "2021-01-19", "2020-09"),
            ("انتخابات أكتوبر الماضي", "2016-03-01", "2015-10"),
            ("في تموز (يوليو) 2015", "2016-03-01", "2015-07"),
            ("خلال شهر آذار/مارس", "2016-05-01", "2016-03"),
            ("في غشت المقبل", "2016-05-01", "2016-08"),
            ("في فبراير من العام الماضي", "2016-05-01", "2015-02"),
            ("تقل الحركة في شهر رمضان", "2015-07-01", "2015-06-18/2015-07-16"),
        ),
        no=("مارس الضغط على الحكومة", "حرب تشرين", "قالت تيريزا ماي", "رجب طيب أردوغان", "الأب بولس"),
        guard=_month_guard,
    ),
    Rule(
        "calendar.day_of_named_month",
        "NAMED? day:(?:DAY|ORD|CARD) (?:OF|IN|PFX)* (?:THIS unit:UNITDEF|unit:UNITDEF"
        " mod:STEP|same:UNITDEF SAME|NAFS same:UNITDEF)",
        _day_of_month,
        yes=(("يعقد اللقاء في 20 من الشهر المقبل", "2016-11-07", "2016-12-20"),),
    ),
    Rule(
        "calendar.day_current",
        "(?:NAMED|YAWM)? day:(?:DAY|ORD) (?:OF)? step:(?:CUR|PREV|NEXT)",
        _day_current,
        yes=(
            ("يحل الوفد بالرباط يوم 20 الجاري", "2016-11-07", "2016-11-20"),
            ("صدر القرار في 28 من المنصرم", "2016-11-07", "2016-10-28"),
        ),
        no=("انتهى العام 2015 الماضي", "القرن الخامس الماضي"),
        guard=_led,
    ),
    Rule(
        "calendar.day_of_it",
        "(?:NAMED|YAWM)? day:(?:DAY|ORD)",
        _day_of_told,
        yes=(("ثم انسحب الوفد في 15 منه", "2016-11-07", ""),),
        no=("أصيب في 15 من المنازل", "في الثاني منها"),
        guard=lambda s: s.words_after(1) == ["منه"] and _led(s),
    ),
    Rule(
        "calendar.weekday_day",
        "(?:DAYPART)? (?:YAWM)? weekday:WEEKDAY (?:IN)? day:(?:DAY|ORD|CARD)",
        _bare_day,
        yes=(("التقى الوفدان الخميس 21، في جنيف", "2017-09-27", "2017-09-21"),),
        no=("قتل الجمعة 15 شخصا", "سقط السبت 21 قتيلا"),
        guard=_weekday_day_guard,
    ),
    Rule(
        "calendar.bare_day",
        "(?:YAWM)? day:(?:DAY|ORD)",
        lambda g, ctx: resolve.day_of_month(ctx, g.number("day") or 0),
        yes=(("سأعود في 15", "2016-11-07", "2016-11-15"),),
        requests_only=True,
        guard=lambda s: s.before.cls != "HOUR" if s.before is not None else s.groups.cls("day") == "DAY",
    ),
)
