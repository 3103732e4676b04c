"""Durations, frequencies and vague words: recognised so that they are not mistaken for dates."""

from __future__ import annotations

from app.domain.time import TimeKind
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site


def _nothing(g: Groups, ctx: Context) -> Value | None:
    return NOWHERE


def _for_half(site: Site) -> bool:
    """«لمدة نصف العام»; «نصف العام» alone is none."""
    definite = site.groups.cls("unit") in ("AAMDEF", "UNITDEF")
    return not definite or (site.before is not None and site.before.cls == "DURWORD")


def _measured(site: Site) -> bool:
    """A bare «شهر» is a length only where something says so."""
    if site.groups.has("clock") and site.after is not None and site.after.cls in ("DAYPART", "DAYPARTDEF"):
        return False  # «ساعات الصباح الأولى»
    cued = site.before is not None and site.before.cls in ("DURWORD", "DURING", "AFTER", "BEFORE", "SINCE")
    return cued or site.end - site.start > 4


RULES: tuple[Rule, ...] = (
    Rule(
        "set.every",
        "EVERY (?:COUNT)? (?:YAWM (?:WDAYI|WEEKDAY)|ANYUNIT|UNIT2|WDAYI|WEEKDAY|CLOCK|DAYPART)",
        _nothing,
        yes=(("يجتمعون كل أسبوع", "2015-09-01", ""), ("يتظاهرون كل يوم جمعة", "2015-09-01", "")),
        kind=TimeKind.SET,
    ),
    Rule(
        "set.adverb",
        "SETADV",
        _nothing,
        yes=(("تشن الطائرات غارات بشكل يومي", "2015-09-01", ""), ("تقريره السنوي", "2015-09-01", "")),
        kind=TimeKind.SET,
    ),
    Rule(
        "duration.length",
        "(?:(?:COUNT|FEW)? (?:ANYUNIT|clock:CLOCK) (?:CARD|FULL)?|UNIT2 (?:FULL)?) (?:AND MID)?",
        _nothing,
        yes=(("استمرت المعارك ثلاثة أيام", "2015-09-01", ""), ("سيبقى لمدة أسبوعين", "2015-09-01", "")),
        no=("أغلقت الجسور منذ ساعات الصباح الأولى", "انتشروا في ساعات الفجر"),
        kind=TimeKind.DURATION,
        guard=_measured,
    ),
    Rule(
        "duration.whole",
        "DURING (?:TODAY|UNITDEF|AAMDEF) (?:FULL)? (?!MOD|YR)",
        _nothing,
        yes=(("انتظرته طوال اليوم ولم يخرج", "2015-09-01", ""), ("طيلة الشهر", "2015-09-01", "")),
        no=("خلال العام الماضي", "خلال العام 2015"),
        kind=TimeKind.DURATION,
    ),
    Rule(
        "duration.half",
        "MID unit:(?:CLOCK|ANYUNIT|AAMDEF|UNITDEF)",
        _nothing,
        yes=(("استمر اللقاء نصف ساعة", "2015-09-01", ""), ("مدد العمل لمدة نصف العام", "2015-09-01", "")),
        kind=TimeKind.DURATION,
        guard=_for_half,
    ),
    Rule(
        "vague.word",
        "VAGUE",
        _nothing,
        yes=(("يمكنكم الآن متابعة البث", "2015-09-01", ""),),
        kind=TimeKind.VAGUE,
    ),
)
