"""Stretches that end or begin now: the last four days, the coming weeks, after ten years in office."""

from __future__ import annotations

from app.domain.time import TimeKind
from app.ingest.temporal import guards, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site


def _hours(g: Groups, ctx: Context) -> Value | None:
    """«الساعات الأربع والعشرين الماضية»: whole days up to now; other numbers of hours are lengths."""
    count = int(reading.count_of(g) or 0)
    if g.word("unit") != "hour" or count == 0 or count % 24 or count > 240:
        return None
    if ctx.anchor is None:
        return NOWHERE
    far = resolve.step(ctx.anchor, (reading.step_of(g, "mod") or 0) * count / 24, "day")
    if far is None:
        return NOWHERE
    first, last = sorted((far, ctx.anchor))
    return Value(f"{first.isoformat()}/{last.isoformat()}", relative=True)


def _hours_ago(g: Groups, ctx: Context) -> Value | None:
    """«قبل 48 ساعة»: two days; other numbers of hours are lengths."""
    count = int(reading.count_of(g) or 0)
    return resolve.shifted(ctx, -count // 24) if 0 < count <= 240 and count % 24 == 0 else None


def _run(g: Groups, ctx: Context) -> Value | None:
    """«الأيام الأربعة الأخيرة», «آخر 3 سنوات», «اليومين الماضيين»."""
    unit = str(g.word("unit"))
    count = 2 if g.cls("unit").endswith("2") else int(reading.count_of(g) or 0)
    if count == 0 and g.has("few") and not ctx.news:
        count = 3
    step = reading.step_of(g, "mod") or reading.step_of(g, "akhir") or 0
    if step == 0:
        return None
    if not 0 < count < 1000:
        return resolve.some(ctx, unit, step) if ctx.news else Value(None, kind=TimeKind.VAGUE)
    return resolve.run_of(ctx, count, unit, step)


def _run_guard(site: Site) -> bool:
    """«الأيام الأخيرة من الحملة» are those of the campaign."""
    return site.groups.cls("mod") != "LAST" or site.after is None or site.after.cls != "OF"


def _spent(g: Groups, ctx: Context) -> Value | None:
    """«بعد 19 عاما أمضاها وزيرا»: up to now, unless the paragraph tells of another year."""
    count = 2 if g.has("dual") else int(reading.count_of(g) or 0)
    unit = g.word("dual") or str(g.word("unit"))
    if not 0 < count < 100 or unit not in ("month", "year", "decade") or ctx.year is not None:
        return None
    return resolve.run_of(ctx, count, unit, -1)


RULES: tuple[Rule, ...] = (
    Rule(
        "relative.hours",
        "(?:unit:CLOCKDEF (?:AL)? count:(?:DAY|NUM|CARD|CARDDEF)|(?:AL)? count:(?:DAY|NUM|CARD) unit:CLOCK)"
        " mod:(?:PREV|LAST|NEXT)",
        _hours,
        yes=(
            ("نفذت الطائرات 88 طلعة خلال الـ24 ساعة الماضية", "2015-10-08", "2015-10-07/2015-10-08"),
            ("في الساعات الأربع والعشرين الأخيرة", "2015-10-08", "2015-10-07/2015-10-08"),
            ("خلال الساعات الـ48 المقبلة", "2015-10-08", "2015-10-08/2015-10-10"),
        ),
        no=("خلال الساعات الماضية", "قبل 24 ساعة"),
    ),
    Rule(
        "relative.run",
        "unit:(?:UNITS|UNITS2) (?:(?:AL)? count:(?:CARDDEF|CARD|DAY|NUM)|few:FEWADJ)? mod:(?:PREV|LAST|NEXT)",
        _run,
        yes=(
            ("ثلاث مرات في الأيام الأربعة الأخيرة", "2015-10-08", "2015-10-04/2015-10-07"),
            ("خلال اليومين الماضيين", "2015-10-08", "2015-10-06/2015-10-07"),
            ("في السنوات الأخيرة", "2015-10-08", ""),
            ("يتوجه الوفد في الأيام القليلة المقبلة", "2015-10-08", "2015-10~"),
            ("تكررت الخروقات خلال الأسابيع الماضية", "2015-10-08", "2015-09~"),
        ),
        no=("في الأيام الأخيرة من الحملة", "خلال السنوات العشر الأخيرة من عهده"),
        guard=_run_guard,
    ),
    Rule(
        "relative.run_counted",
        "(?:akhir:AKHIR)? count:(?:DAY|NUM|CARD|CARDDEF) unit:(?:UNIT|UNITP|AYYAM|YAWM|AAM|SHAHR|UNITS)"
        " (?:mod:(?:PREV|LAST|NEXT))?",
        _run,
        yes=(("سجلت آخر ثلاثة أيام ارتفاعا", "2015-10-08", "2015-10-05/2015-10-07"),),
        guard=lambda s: s.groups.has("akhir") or s.groups.has("mod"),
    ),
    Rule(
        "relative.hours_ago",
        "(?:BEFORE|SINCE) ABOUT? count:COUNT unit:CLOCK",
        _hours_ago,
        yes=(("اختطف قبل 48 ساعة", "2018-06-04", "2018-06-02"),),
        no=("قبل 36 ساعة", "قبل 24 ساعة من الموعد", "خلال 48 ساعة"),
        guard=lambda s: s.news and s.groups.word("unit") == "hour" and guards.counts_from_now(s),
    ),
    Rule(
        "relative.spent",
        "(?:AFTER|DURING) ABOUT? (?:dual:UNIT2|count:COUNT unit:ANYUNIT)",
        _spent,
        yes=(
            ("غادر القصر بعد 19 عاما أمضاها وزيرا", "2018-06-04", "1999/2018"),
            ("عاد إلى بلاده بعد عامين أمضاهما في المنفى", "2018-06-04", "2016-06/2018-06"),
            ("خلال ثلاثة عقود قضتها في التعليم", "2018-06-04", "1988/2018"),
        ),
        no=("غادر القصر بعد 19 عاما في السلطة", "عاد بعد ثلاثة أيام قضاها في عمان"),
        guard=lambda s: guards.spent(s.words_after(1)),
    ),
)
