"""Arithmetic: from the words and the context to an EDTF value. A year is never invented."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from app.domain.time import TimeKind
from app.ingest.temporal.context import NOWHERE, Context, Value

_DAY = timedelta(days=1)
#: A report gives no year where the reader needs none: a past day may lie further off than a coming one.
_PAST_REACH = 2
#: A day without year so near to publication is of its year, whatever year was told of before.
_FRESH_DAYS = 60
#: «العامين الماضيين» reaches from month to month, «السنوات العشر» only from year to year.
_FEW_YEARS = 5
_SOON_DAYS = 10
#: Where the words look ahead a past day must be that much nearer than the coming one.
_PAST_COST = 4
#: A page is often dated a day or two after its text was written: then its weekday is right.
_MISDATED_DAYS = 2
#: «أيام», «أسابيع» without a number are some three.
_SOME = 3


def make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_day(
    ctx: Context,
    month: int,
    day: int,
    year: int | None = None,
    weekday: int | None = None,
    step: int | None = None,
) -> Value | None:
    """A day of a month; ``step`` is -1 for «الماضي», 0 for «الجاري», 1 for «المقبل». None: no such day."""
    if not 1 <= day <= monthrange(2000, month)[1]:
        return None
    if year is not None:
        exact = make_day(year, month, day)
        if exact is None:
            return None
        return Value(exact.isoformat(), conflict=weekday is not None and exact.isoweekday() != weekday)
    told = _told_day(ctx, month, day) if step is None else None
    if told is not None and weekday in (None, told.isoweekday()):
        return Value(told.isoformat(), anchor=f"narrative {told.year}")
    if ctx.anchor is None:
        return Value(f"XXXX-{month:02}-{day:02}")
    around = _around(ctx.anchor, month, day)
    chosen = _choose(ctx, around, weekday, step)
    if chosen is None:
        return Value(f"XXXX-{month:02}-{day:02}", conflict=weekday is not None)
    return Value(
        chosen.isoformat(),
        conflict=weekday is not None and chosen.isoweekday() != weekday,
        relative=True,
    )


def _told_day(ctx: Context, month: int, day: int) -> date | None:
    """The day in the year the paragraph tells of: told in order, and not just before publication."""
    told = make_day(ctx.year, month, day) if ctx.year and not ctx.future else None
    if told is None or (ctx.told and told < ctx.told[0]):
        return None
    if ctx.anchor is None:
        return told
    ahead = [(d - ctx.anchor).days for d in _around(ctx.anchor, month, day)]
    return None if any(-_FRESH_DAYS <= k <= _SOON_DAYS for k in ahead) else told


def _around(anchor: date, month: int, day: int) -> list[date]:
    found = (make_day(anchor.year + k, month, day) for k in range(-6, 7))
    return [d for d in found if d]


def _choose(ctx: Context, options: list[date], weekday: int | None, step: int | None) -> date | None:
    anchor = ctx.anchor
    if anchor is None:
        return None
    if step is not None:
        if step < 0:
            return max((d for d in options if d <= anchor), default=None)
        if step > 0:
            return min((d for d in options if d >= anchor), default=None)
        return min(options, key=lambda d: abs((d - anchor).days))
    near = _nearest(ctx, options, anchor)
    if weekday is None or near is None or near.isoweekday() == weekday:
        return near
    agreeing = [d for d in options if d.isoweekday() == weekday]
    best = _nearest(ctx, agreeing, anchor) if agreeing else None
    return best if best and abs((best - anchor).days) < 366 else near


def _nearest(ctx: Context, options: list[date], anchor: date) -> date | None:
    if not options:
        return None
    if not ctx.news:
        return next((d for d in options if d.year == anchor.year), None) or min(
            options, key=lambda d: abs((d - anchor).days)
        )
    if ctx.past and (before := [d for d in options if d <= anchor]):
        return max(before)
    past = _PAST_COST if ctx.future else 1 / _PAST_REACH
    return min(options, key=lambda d: (anchor - d).days * past if d <= anchor else (d - anchor).days)


def day_of_month(ctx: Context, day: int, weekday: int | None = None) -> Value | None:
    """A bare day number («الخميس 21»): this month, or the nearest month whose weekday agrees."""
    if ctx.anchor is None:
        return NOWHERE
    months = [ctx.anchor + relativedelta(day=1, months=k) for k in (0, -1, 1, -2, 2)]
    days = [d for m in months if (d := make_day(m.year, m.month, day))]
    if weekday is not None:
        days = [d for d in days if d.isoweekday() == weekday]
    if not days:
        return None
    best = days[0] if weekday is None else min(days, key=lambda d: abs((d - ctx.anchor).days))  # type: ignore[operator]
    return Value(best.isoformat(), relative=True)


def month(ctx: Context, number: int, year: int | None = None, step: int | None = None) -> Value:
    if year is not None:
        return Value(f"{year:04}-{number:02}")
    told = _told_day(ctx, number, 15) if step is None else None
    if told is not None:
        return Value(f"{told.year:04}-{number:02}", anchor=f"narrative {told.year}")
    found = month_year(ctx, number, step)
    if found is None:
        return Value(f"XXXX-{number:02}")
    return Value(f"{found:04}-{number:02}", relative=True)


def month_year(ctx: Context, number: int, step: int | None = None) -> int | None:
    """The year a month without year belongs to."""
    if ctx.anchor is None:
        return None
    this = ctx.anchor.year
    ahead = number - ctx.anchor.month
    if step is not None:
        if step < 0:
            return this + step + (ahead < 0)
        if step > 0:
            return this if ahead > 0 else this + 1
        return min((this - 1, this, this + 1), key=lambda y: abs((y - this) * 12 + ahead))
    if not ctx.news:
        return this
    past = _PAST_COST if ctx.future else 1 / _PAST_REACH
    distances = {y: (y - this) * 12 + ahead for y in (this - 1, this, this + 1)}
    return min(distances, key=lambda y: -distances[y] * past if distances[y] <= 0 else distances[y])


def weekday(ctx: Context, number: int, step: int | None = None) -> Value:
    """A weekday: in news the last one up to today, or the coming one where the words look ahead."""
    if ctx.anchor is None:
        return NOWHERE
    back = (ctx.anchor.isoweekday() - number) % 7
    if step is None and not ctx.news:
        step = 1
    if step is not None and step < 0:
        days = 7 * (step + 1) - (back or 7)
    elif step == 1:
        days = 7 - back
    elif step == 0:
        days = number - ctx.anchor.isoweekday() if ctx.news or number > ctx.anchor.isoweekday() else 7 - back
    elif ctx.future:
        days = (7 - back) % 7
    else:
        days = -back
    return Value((ctx.anchor + days * _DAY).isoformat(), relative=True)


def weekday_of_week(ctx: Context, number: int, step: int) -> Value:
    """«الجمعة من الأسبوع المقبل»: weeks begin on Monday."""
    if ctx.anchor is None:
        return NOWHERE
    monday = ctx.anchor - (ctx.anchor.isoweekday() - 1) * _DAY
    return Value((monday + (7 * step + number - 1) * _DAY).isoformat(), relative=True)


def shifted(ctx: Context, days: int, weekday: int | None = None) -> Value:
    """So many days from the anchor; a weekday said with it must agree."""
    if ctx.anchor is None:
        return NOWHERE
    day = ctx.anchor + days * _DAY
    if weekday is None or day.isoweekday() == weekday:
        return Value(day.isoformat(), relative=True)
    meant = day + ((weekday - day.isoweekday() + 3) % 7 - 3) * _DAY
    near = ctx.news and abs((meant - day).days) <= _MISDATED_DAYS
    return Value((meant if near else day).isoformat(), conflict=True, relative=True)


def period(ctx: Context, unit: str, step: int) -> Value:
    """The week, month, year, decade or century before, with or after the anchor."""
    if ctx.anchor is None:
        return NOWHERE
    a = ctx.anchor
    if unit == "day":
        return shifted(ctx, step)
    if unit == "week":
        if step == 0 and ctx.news and ctx.future and a.isoweekday() >= 6:
            step = 1  # weeks begin on Saturday or Sunday where the news is read
        monday = a + (7 * step - a.isoweekday() + 1) * _DAY
        return Value(f"{monday.isoformat()}/{(monday + 6 * _DAY).isoformat()}", relative=True)
    if unit == "month":
        return Value((a + relativedelta(months=step)).isoformat()[:7], relative=True)
    if unit == "year":
        return Value(f"{a.year + step:04}", relative=True)
    if unit == "decade":
        return Value(f"{a.year // 10 + step:03}X", relative=True)
    return Value(f"{a.year // 100 + step:02}XX", relative=True)


def weekend(ctx: Context, step: int | None) -> Value:
    """Saturday and Sunday, about, for the week ends on another day in other lands."""
    if ctx.anchor is None:
        return NOWHERE
    saturday = ctx.anchor + (6 - ctx.anchor.isoweekday()) * _DAY
    if step is None:
        past = (ctx.anchor - (saturday - 6 * _DAY)).days
        step = -1 if not ctx.future and ctx.anchor < saturday and past < (saturday - ctx.anchor).days else 0
    first = saturday + 7 * step * _DAY
    return Value(f"{first.isoformat()}~/{(first + _DAY).isoformat()}~", relative=True)


def offset(ctx: Context, count: float, unit: str, sign: int) -> Value:
    """«قبل ثلاثة أيام»: the longer the unit, the rougher the value."""
    if ctx.anchor is None:
        return NOWHERE
    when = step(ctx.anchor, count * sign, unit)
    if when is None:
        return NOWHERE
    if unit == "day" or not ctx.news:
        return Value(when.isoformat(), relative=True)
    if unit == "week":
        return Value(f"{when.isoformat()}~", relative=True)
    if unit == "month" or (unit == "year" and count <= 2):
        return Value(f"{when.isoformat()[:7]}~", relative=True)
    return Value(f"{when.year:04}~", relative=True)


def some(ctx: Context, unit: str, sign: int) -> Value:
    """«منذ أيام», «الأشهر المقبلة»: about the month or year they lie in; longer units have no place."""
    if not ctx.news:
        return offset(ctx, _SOME, unit, sign)
    size = {"day": 7, "week": 7, "month": 4}.get(unit, 0)
    when = step(ctx.anchor, _SOME * sign, unit) if ctx.anchor and size else None
    return Value(f"{when.isoformat()[:size]}~", relative=True) if when else Value(None, kind=TimeKind.VAGUE)


def step(start: date, count: float, unit: str) -> date | None:
    whole = int(count)
    try:
        if unit in ("day", "week"):
            return start + timedelta(days=count * (7 if unit == "week" else 1))
        if unit == "month":
            return start + relativedelta(months=whole, days=round((count - whole) * 30))
        years = count * {"year": 1, "decade": 10, "century": 100}[unit]
        return start + relativedelta(years=int(years), months=round((years - int(years)) * 12))
    except (ValueError, OverflowError):
        return None


def run_of(ctx: Context, count: int, unit: str, sign: int) -> Value:
    """«الأيام الأربعة الأخيرة»: so many units up to yesterday, or from tomorrow on."""
    if ctx.anchor is None:
        return NOWHERE
    far = step(ctx.anchor, count * sign, unit)
    if far is None:
        return NOWHERE
    if unit == "week" and not ctx.news:
        return _calendar_weeks(ctx.anchor, count, sign)
    near = ctx.anchor + sign * _DAY
    first, last = (far, near) if sign < 0 else (near, far)
    if unit in ("day", "week") or not ctx.news:
        return Value(f"{first.isoformat()}/{max(first, last).isoformat()}", relative=True)
    if unit == "month" or (unit == "year" and count <= _FEW_YEARS):
        return Value(f"{first.isoformat()[:7]}/{last.isoformat()[:7]}", relative=True)
    return Value(f"{first.year:04}/{last.year:04}", relative=True)


def _calendar_weeks(anchor: date, count: int, sign: int) -> Value:
    monday = anchor - (anchor.isoweekday() - 1) * _DAY
    first = monday + 7 * (1 if sign > 0 else -count) * _DAY
    return Value(f"{first.isoformat()}/{(first + (7 * count - 1) * _DAY).isoformat()}", relative=True)
