"""Lengths, frequencies and vague words: recognised so that they are not mistaken for dates."""

from __future__ import annotations

from app.domain.time import TimeKind
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule, Site


def _nothing(g: Groups, ctx: Context) -> Value | None:
    return NOWHERE


def _measured(site: Site) -> bool:
    """A bare «شهر» is a length only where something says so."""
    cued = site.before is not None and site.before.cls in ("DURWORD", "DURING", "AFTER", "BEFORE", "SINCE")
    return cued or site.end - site.start > 4


RULES: tuple[Rule, ...] = (
    Rule(
        "set.every",
        "EVERY (?:COUNT)? (?:ANYUNIT|UNIT2|WDAYI|WEEKDAY|CLOCK|DAYPART)",
        _nothing,
        yes=(("يجتمعون كل أسبوع", "2015-09-01", ""),),
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
        "(?:(?:COUNT|FEW)? (?:ANYUNIT|CLOCK) (?:CARD|FULL)?|UNIT2 (?:FULL)?) (?:AND MID)?",
        _nothing,
        yes=(("استمرت المعارك ثلاثة أيام", "2015-09-01", ""), ("سيبقى لمدة أسبوعين", "2015-09-01", "")),
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
        "MID (?:CLOCK|ANYUNIT)",
        _nothing,
        yes=(("استمر اللقاء نصف ساعة", "2015-09-01", ""),),
        kind=TimeKind.DURATION,
    ),
    Rule(
        "vague.word",
        "VAGUE",
        _nothing,
        yes=(("يمكنكم الآن متابعة البث", "2015-09-01", ""),),
        kind=TimeKind.VAGUE,
    ),
)
