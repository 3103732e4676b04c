"""Times of day in requests, which are of today. In news they are left to the date beside them."""

from __future__ import annotations

from app.ingest.temporal import resolve
from app.ingest.temporal.context import Context, Value
from app.ingest.temporal.rule import Groups, Rule


def _today(g: Groups, ctx: Context) -> Value | None:
    return resolve.shifted(ctx, 0)


RULES: tuple[Rule, ...] = (
    Rule(
        "clock.hour",
        "(?:HOUR (?:CLOCKTIME|DAY|ORD|CARD) (?:AND (?:DAY|CARD|MID|QUARTER) CLOCK?)?"
        "|CLOCKTIME|ORD (?=DAYPART))"
        " (?:DAYPART|DAYPARTDEF)?",
        _today,
        yes=(("حدد موعدا الساعة 10 مساءً", "2016-11-07", "2016-11-07"),),
        requests_only=True,
    ),
    Rule(
        "clock.length",
        "(?:AFTER|IN|DURING|AKHIR|BEFORE) (?:COUNT)? CLOCK",
        _today,
        yes=(("سأعود بعد 5 دقائق", "2016-11-07", "2016-11-07"),),
        requests_only=True,
    ),
    Rule(
        "clock.now",
        "now:VAGUE",
        _today,
        yes=(("سأعود الآن", "2016-11-07", "2016-11-07"),),
        requests_only=True,
        guard=lambda s: s.groups.word("now") == "PRESENT",
    ),
)
