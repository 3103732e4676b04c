"""Joins two dates with «إلى», «حتى» or «بين … و» between them, and consecutive days, into one range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.ingest.temporal import guards
from app.ingest.temporal.context import NOWHERE, Context, Value
from app.ingest.temporal.found import WEEKDAYS, Found, stretch
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
DAYS = Rule(
    WEEKDAYS,
    "",
    _nowhere,
    yes=(
        ("يزور الوفد عمان الأربعاء والخميس", "2015-05-04", "2015-05-06/2015-05-07"),
        ("عقدت الجلسات أيام الثلاثاء والأربعاء والخميس", "2018-05-11", "2018-05-08/2018-05-10"),
        ("في القمة المقررة يومي الأحد والاثنين المقبلين", "2015-09-24", "2015-09-27/2015-09-28"),
    ),
    no=("قتلوا السبت والثلاثاء", "وصل الأربعاء وقال الخميس إنه متفائل", "بين الاثنين والثلاثاء"),
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
        days = _consecutive(hits, k, units)
        if days > 1:
            yield _days(hit.found, hits[k + days - 1].found)
            k += days
        elif k + 1 < len(hits) and _joins(hit, hits[k + 1], units, folded):
            yield _stretch(hit, hits[k + 1].found, units, folded)
            k += 2
        else:
            yield hit.found
            k += 1


def _consecutive(hits: list[Hit], k: int, units: tuple[Unit, ...]) -> int:
    """How many weekdays follow one on the other from ``k`` on: «الثلاثاء والأربعاء والخميس»."""
    first = hits[k].first
    if first and units[first - 1].cls in ("BETWEEN", "OF"):
        return 1
    count = 1
    while k + count < len(hits) and _next_day(hits[k + count - 1], hits[k + count], units):
        count += 1
    return count


def _next_day(a: Hit, b: Hit, units: tuple[Unit, ...]) -> bool:
    link = [u.cls for u in units[a.last : b.first]]
    one, other = (hit.found.groups.number("weekday") for hit in (a, b))
    plain = a.found.rule.name == b.found.rule.name == "relative.weekday"
    return plain and link == ["AND"] and one is not None and other is not None and other == one % 7 + 1


def _days(first: Found, last: Found) -> Found:
    return replace(first, rule=DAYS, opening=first.rule, end=last.end, upto=last)


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
