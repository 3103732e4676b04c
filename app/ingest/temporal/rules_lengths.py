"""Lengths, frequencies and vague words: recognised so that they are not mistaken for dates."""

from __future__ import annotations

from app.domain.time import TimeKind
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.rule import Groups, Rule


def _nothing(g: Groups, ctx: Context) -> Value | None:
    return NOWHERE


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
        guard=lambda s: s.end - s.start > 4,
    ),
    Rule(
        "vague.word",
        "VAGUE",
        _nothing,
        yes=(("يمكنكم الآن متابعة البث", "2015-09-01", ""),),
        kind=TimeKind.VAGUE,
    ),
)
