"""Dates in figures: «18/9/2015», «2015-09-18», «14-09-1432 هـ», «يوم 22/4», datelines."""

from __future__ import annotations

from app.ingest.temporal import guards, reading, resolve
from app.ingest.temporal.context import Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site

_SPAN_YEARS = range(1000, 2200)
#: «في 2/3 الحالات» is a share, not a day.
_FRACTIONS = frozenset(f"{a}/{b}" for b in range(2, 6) for a in range(1, b))


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
    if not named and word in _FRACTIONS:
        return False
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


RULES: tuple[Rule, ...] = (
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
        "NAMED? day:DAY (?:SLASH number:DAY SLASH|DASH number:DAY DASH) year:YEAR",
        _spaced_numeric,
        yes=(
            ("القدس 18 / 9 / 2015", "2015-09-20", "2015-09-18"),
            ("دمشق 28 - 2 - 2022", "2022-03-01", "2022-02-28"),
        ),
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
)
