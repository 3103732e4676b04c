"""Two dates with «إلى», «حتى» or «بين … و» between them are one stretch of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.ingest.temporal import guards
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.found import Found, stretch
from app.ingest.temporal.rule import Groups, Rule
from app.ingest.temporal.unit import Unit
from app.languages.ar.normalise import Folded


def _nowhere(groups: Groups, ctx: Context) -> Value:
    """A stretch is read by :func:`app.ingest.temporal.found.stretch`."""
    return NOWHERE


FROM_TO = Rule(
    "period.from_to",
    "",
    _nowhere,
    yes=(
        ("بين 28 أيلول و3 تشرين الأول 2015", "2015-12-01", "2015-09-28/2015-10-03"),
        ("ما بين يناير/كانون الثاني 2018 ومارس/آذار 2019", "2020-03-05", "2018-01/2019-03"),
        ("من الثلاثاء إلى الخميس", "2015-09-25", "2015-09-22/2015-09-24"),
        ("من 24 ديسمبر 2021 حتى 3 يناير 2022", "2022-02-01", "2021-12-24/2022-01-03"),
    ),
    no=("تأجيل الانتخابات من 24 ديسمبر إلى 24 يناير", "قتلوا السبت والأحد"),
)
_JOINABLE = frozenset(
    (
        "calendar.day_month",
        "calendar.month",
        "calendar.numeric",
        "calendar.weekday_day",
        "calendar.day_number",
        "relative.weekday",
        "relative.today",
        "relative.day",
    )
)
_MONTH = "calendar.month"
_LINKS = (["TO"], ["UNTIL"], ["AND", "UNTIL"], ["AND", "TO"], ["DASH"])
#: Any ordinary day, for asking whether words make sense at all.
PROBE = date(2016, 6, 15)


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding and the units ``[first, last)`` it covers."""

    found: Found
    first: int
    last: int


def joined(hits: list[Hit], units: tuple[Unit, ...], folded: Folded) -> Iterator[Found]:
    """«من 28 أيلول إلى 3 تشرين الأول» is one stretch of time, not two days."""
    k = 0
    while k < len(hits):
        hit = hits[k]
        if k + 1 < len(hits) and _joins(hit, hits[k + 1], units, folded):
            yield _stretch(hit, hits[k + 1].found, units, folded)
            k += 2
        else:
            yield hit.found
            k += 1


def _stretch(hit: Hit, last: Found, units: tuple[Unit, ...], folded: Folded) -> Found:
    i = hit.first
    opened = i > 0 and units[i - 1].cls in ("BETWEEN", "OF")
    start = folded.offsets[units[i - 1 if opened else i].start]
    found = hit.found
    return replace(
        found, rule=FROM_TO, opening=found.rule, start=start, end=last.end, upto=last, relation=None
    )


def _joins(a: Hit, b: Hit, units: tuple[Unit, ...], folded: Folded) -> bool:
    link = [u.cls for u in units[a.last : b.first] if u.cls not in ("YAWM", "COMMA")]
    opening = units[a.first - 1].cls if a.first else ""
    if link not in _LINKS and not (link == ["AND"] and opening == "BETWEEN"):
        return False
    names = (a.found.rule.name, b.found.rule.name)
    if not _JOINABLE.issuperset(names) or (_MONTH in names and len(set(names)) > 1):
        return False
    if link == ["DASH"] and names[0] == "relative.weekday":
        return False
    if guards.moved(folded.text, units[a.first].start):
        return False
    return stretch(a.found, b.found, Context(PROBE)).edtf is not None
