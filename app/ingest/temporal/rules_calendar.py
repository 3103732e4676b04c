"""Days and months by name or number."""

from __future__ import annotations

from app.ingest.temporal import guards, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site

_SPAN_YEARS = range(1000, 2200)


def _day_month(g: Groups, ctx: Context) -> Value | None:
    day = g.number("day")
    return reading.month_day(g, ctx, day) if day else None


def _no_name(site: Site) -> bool:
    """A day without year may be a name («قوى 14 آذار»); with a year or a weekday it is a date."""
    g = site.groups
    if g.has("short") and guards.counts_things(site):
        return False
    dated = any(g.has(k) for k in ("year", "weekday", "step", "yearmod", "rel"))
    return dated or not guards.eponym(site)


def _numeric(g: Groups, ctx: Context) -> Value | None:
    found = reading.numeric_hijri(str(g.word("date")), said=g.word("era") == "ah")
    found = found or reading.numeric(str(g.word("date")))
    if found is None or found.year not in _SPAN_YEARS:
        return None
    weekday = g.number("weekday")
    return Value(found.isoformat(), conflict=weekday is not None and found.isoweekday() != weekday)


def _short_numeric(g: Groups, ctx: Context) -> Value | None:
    found = reading.short_numeric(str(g.word("date")))
    return Value(found.isoformat()) if found else None


def _spaced_numeric(g: Groups, ctx: Context) -> Value | None:
    day, month, year = (g.number(k) or 0 for k in ("day", "number", "year"))
    found = resolve.make_day(year, month, day)
    return Value(found.isoformat()) if found else None


def _day_number(g: Groups, ctx: Context) -> Value | None:
    a, b = (int(p) for p in str(g.word("date")).replace("-", "/").replace(".", "/").split("/"))
    day, month = (a, b) if b <= 12 else (b, a)
    if not 1 <= month <= 12:
        return None
    return resolve.month_day(ctx, month, day, None, g.number("weekday"))


def _pair_guard(site: Site) -> bool:
    """«يوم 22/4»; a bare pair of numbers may be a score, a fraction or a decimal."""
    word = str(site.groups.word("date"))
    if "-" in word and _dateline_guard(site):
        return True
    if not site.news:
        return "." not in word or site.next_char() in ("", ".", "،")
    cue = site.before is not None and site.before.cls == "IN" and site.before.value == "in"
    named = site.groups.has("weekday") or site.groups.has("on")
    return "." not in word and (named or (cue and "/" in word and not guards.counts_things(site)))


def _spaced_dateline(g: Groups, ctx: Context) -> Value | None:
    return (
        resolve.month_day(ctx, g.number("number") or 0, g.number("day") or 0)
        if 1 <= (g.number("number") or 0) <= 12
        else None
    )


def _dateline_guard(site: Site) -> bool:
    """«القاهرة 15 - 7 (أ ف ب)»: a day and a month before the bracket of an agency."""
    return site.start < 60 and site.next_char() == "("


def _year_month(g: Groups, ctx: Context) -> Value | None:
    a, b = (int(p) for p in str(g.word("date")).replace("-", "/").replace(".", "/").split("/"))
    year, month = (a, b) if a > 31 else (b, a)
    if not 1 <= month <= 12 or not 1900 <= year <= 2100:
        return None
    return resolve.month(ctx, month, year)


def _month_guard(site: Site) -> bool:
    """A month by itself: not a verb, not a man, not a battle."""
    g = site.groups
    if g.has("year") or g.has("twin"):
        return True
    if guards.eponym(site) or guards.named_after(site):
        return False
    if g.has("step") or g.has("yearmod") or g.has("this"):
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


def _hijri_pair(g: Groups, ctx: Context) -> Value | None:
    """«5 محرم 1437 هـ الموافق 18 أكتوبر 2015»: the Gregorian twin is what counts."""
    return reading.month_day(g, ctx, g.number("day") or 0)


def _day_of_month(g: Groups, ctx: Context) -> Value | None:
    """«20 من الشهر القادم»."""
    if g.has("same"):
        return _day_of_told(g, ctx)
    if ctx.anchor is None:
        return NOWHERE
    month = resolve.period(ctx, "month", reading.step_of(g, "mod") or 0).edtf
    day = resolve.make_day(int(str(month)[:4]), int(str(month)[5:7]), g.number("day") or 0)
    weekday = g.number("weekday")
    if day is None:
        return None
    return Value(day.isoformat(), relative=True, conflict=weekday is not None and day.isoweekday() != weekday)


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
    month = resolve.period(ctx, "month", reading.step_of(g) or 0).edtf
    day = resolve.make_day(int(str(month)[:4]), int(str(month)[5:7]), g.number("day") or 0)
    return Value(day.isoformat(), relative=True) if day else None


def _bare_day(g: Groups, ctx: Context) -> Value | None:
    return resolve.day_of_month(ctx, g.number("day") or 0, g.number("weekday"))


def _weekday_day_guard(site: Site) -> bool:
    return not site.news or (
        site.next_char() in ("", ".", "،", ",", ")", "(") and not guards.weekday_name(site)
    )


_DAY = "day:(?:DAY|ORD|CARD)"

RULES: tuple[Rule, ...] = (
    Rule(
        "calendar.day_month",
        "(?:YAWM? rel:(?:REL|TODAY)(?:COMMA)?(?:LP)?)? NAMED?"
        " (?:day:(?:DAY|ORD|CARD)(?:DOT|DASH|SLASH)?|day:ORDI) (?:OF|PFX)?"
        " SHAHR? MP (?:YT|(?:OF)?YREL|step:STEP)? CLOCK_?",
        lambda g, ctx: reading.month_day(g, ctx, g.number("day") or 0),
        yes=(
            ("وقع الهجوم في 12 تشرين الثاني 2016 قرب المعبر", "2016-11-20", "2016-11-12"),
            ("يبدأ المؤتمر في الخامس من أكتوبر/ تشرين الأول المقبل", "2015-09-24", "2015-10-05"),
            ("صدر البيان في الحادي والعشرين من مايو", "2014-06-01", "2014-05-21"),
            ("قتل في 3 آب (أغسطس) 2013", "2014-01-01", "2013-08-03"),
            ("قال الوزير الثلاثاء 7 يناير/كانون الثاني 2020", "2020-01-09", "2020-01-07"),
            ("زار العاصمة في 12 من كانون الثاني الحالي", "2021-01-19", "2021-01-12"),
            ("توفي في 20 دجنبر الماضي بالرباط", "2017-01-05", "2016-12-20"),
            ("اندلعت المواجهات يوم ٢٥ جانفي ٢٠١١", "2012-01-01", "2011-01-25"),
            ("نشر على الموقع 18 سبتمبر 2015 - 16:41", "2015-09-18", "2015-09-18"),
            ("الحرب التي بدأت في 6 أكتوبر 73", "2018-10-06", "1973-10-06"),
            ("أعلن ذلك في 17 رمضان 1435 هـ", "2014-08-01", "2014-07-14"),
        ),
        no=("قوى 14 آذار ترفض الحوار", "مدينة السادس من أكتوبر غرب القاهرة", "قتل 12 في مارس"),
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
        "calendar.numeric",
        "NAMED? date:(?:YMD|DMY) (?:era:ERA)? CLOCK_?",
        _numeric,
        yes=(
            ("دمشق، 18/9/2015", "2015-09-20", "2015-09-18"),
            ("بتاريخ 2015-09-18 صدر القرار", "2015-09-20", "2015-09-18"),
            ("الجمعة 18.9.2015", "2015-09-20", "2015-09-18"),
            ("صدر الأمر في 14-09-1432 هـ", "2014-09-01", "2011-08-14"),
            ("بتاريخ 1437/1/17هـ", "2016-09-01", "2015-10-30"),
        ),
        no=("بلغ السعر 18.9.99999 دولار",),
    ),
    Rule(
        "calendar.numeric_short",
        "YAWM? date:XY",
        _short_numeric,
        yes=(("حرر في 18-9-15", "2015-09-20", "2015-09-18"),),
        guard=lambda s: not s.news or (s.before is not None and s.before.cls == "IN") or s.groups.at != 0,
    ),
    Rule(
        "calendar.numeric_spaced",
        "NAMED? day:DAY (?:SLASH number:DAY SLASH|DASH(?P<number2>DAY)DASH) year:YEAR",
        lambda g, ctx: _spaced_numeric(g, ctx) if g.has("number") else None,
        yes=(("القدس 18 / 9 / 2015", "2015-09-20", "2015-09-18"),),
    ),
    Rule(
        "calendar.day_number",
        "(?:NAMED|(?P<on>YAWM))? date:PAIR",
        _day_number,
        yes=(
            ("عقد الاجتماع يوم الأربعاء 22/4", "2015-04-25", "2015-04-22"),
            ("القاهرة 24-9 (أ ش أ) - قال مصدر", "2015-09-24", "2015-09-24"),
        ),
        no=("فاز الفريق 2-1 على ضيفه", "ارتفع المؤشر 4.2 نقطة"),
        guard=_pair_guard,
    ),
    Rule(
        "calendar.dateline",
        "day:DAY DASH number:DAY",
        _spaced_dateline,
        yes=(("بيروت 15 - 7 (أ ف ب) - قال مصدر", "2015-07-16", "2015-07-15"),),
        no=("انتهت المباراة 3 - 2 لصالح الأهلي",),
        guard=_dateline_guard,
    ),
    Rule(
        "calendar.month_number_year",
        "(?:SHAHR)? date:(?:YM|MY)",
        _year_month,
        yes=(("صدر العدد 3/2015", "2015-09-20", "2015-03"),),
        no=("خلال موسم 2014/15",),
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
        " mod:STEP|same:UNITDEF SAME)",
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
        guard=lambda s: (
            s.groups.units[s.groups.at].cls != "ORD"
            and (
                s.groups.at != s.groups.match.start("day")
                or (s.before is not None and s.before.cls in ("IN", "SINCE"))
            )
        ),
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
