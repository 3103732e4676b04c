"""Ranges that end or begin now, and rough lengths: the last four days, within a month or two."""

from __future__ import annotations

from app.domain.time import TimeKind
from app.ingest.temporal import guards, reading, resolve
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site

#: Larger numbers are no lengths of time that a report counts off.
_MOST_COUNTED = 60


def _hours(g: Groups, ctx: Context) -> Value | None:
    """«الساعات الأربع والعشرين الماضية»: whole days up to now; other numbers of hours are lengths."""
    count = int(reading.count_of(g) or 0)
    if g.word("unit") != "hour" or count == 0 or count % 24 or count > 240:
        return None
    if ctx.anchor is None:
        return NOWHERE
    far = resolve.step(ctx.anchor, (g.number("mod") or 0) * count / 24, "day")
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
    step = g.number("mod") or g.number("akhir") or 0
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


def _between_offsets(g: Groups, ctx: Context) -> Value | None:
    """«خلال أربعة إلى ستة أشهر», «قبل عامين أو ثلاثة» without the dual: from the one to the other."""
    low, high, unit = reading.count_of(g), reading.count_of(g, "upto"), str(g.word("unit"))
    sign = -1 if g.cls("way") in ("BEFORE", "SINCE") else 1
    if low is None or high is None or not low < high <= _MOST_COUNTED:
        return None
    if ctx.anchor is None:
        return NOWHERE
    near, far = (resolve.offset(ctx, n, unit, sign).edtf for n in (low, high))
    first, last = sorted(v for v in (near, far) if v)
    return Value(f"{first}/{last}", relative=True)


def _one_or_two(g: Groups, ctx: Context) -> Value | None:
    """«خلال شهر أو شهرين», «قبل عام أو اثنين»: from one unit to two."""
    unit = str(g.word("unit"))
    if g.has("dual") and g.word("dual") != unit:
        return None
    if ctx.anchor is None:
        return NOWHERE
    sign = -1 if g.cls("way") in ("BEFORE", "SINCE") else 1
    first, last = sorted(str(resolve.offset(ctx, n, unit, sign).edtf) for n in (1, 2))
    return Value(f"{first}/{last}", relative=True)


def _looks_ahead(site: Site) -> bool:
    """«خلال ثلاثة إلى أربعة أيام» is a length; with «في غضون» or a verb that looks ahead it is to come."""
    way = site.groups.cls("way")
    if way in ("BEFORE", "SINCE"):
        return site.after is None or site.after.cls != "OF"
    within = "غضون" in site.text[site.start : site.end].split()[0]
    return within or guards.tense(site.text, site.start, site.end) > 0


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
    Rule(
        "relative.between_offsets",
        "way:(?:DURING|AFTER|BEFORE|SINCE) count:COUNT (?:TO|AND|DASH) upto:COUNT unit:ANYUNIT",
        _between_offsets,
        yes=(
            ("قد يفتح الجسر في غضون أربعة إلى خمسة أسابيع", "2018-04-28", "2018-05-26~/2018-06-02~"),
            ("غادر قبل أربعة إلى خمسة أشهر", "2018-04-28", "2017-11~/2017-12~"),
        ),
        no=("استمر القصف خلال ثلاثة إلى أربعة أيام",),
        guard=_looks_ahead,
    ),
    Rule(
        "relative.one_or_two",
        "way:(?:DURING|AFTER|BEFORE|SINCE) ABOUT? unit:(?:UNIT|YAWM|SHAHR|AAM) AND (?:dual:UNIT2|CARD|WDAYI)",
        _one_or_two,
        yes=(
            ("سيعود الجنود إلى ثكناتهم خلال شهر أو شهرين", "2018-09-27", "2018-10~/2018-11~"),
            ("سيتسلم المفاتيح في غضون أسبوع أو اثنين", "2018-09-27", "2018-10-04~/2018-10-11~"),
            ("هاجر قبل عام أو عامين", "2018-09-27", "2016-09~/2017-09~"),
        ),
        no=("استمر الحفل خلال يوم أو يومين", "سيغادر خلال شهر ويومين", "اختفى قبل يوم أو ساعة"),
        guard=lambda s: guards.offers_two(s) and _looks_ahead(s),
    ),
)
