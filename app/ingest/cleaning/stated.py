"""Full days written out in publication lines and datelines: «الأربعاء 3 أكتوبر 2018», ISO, numbers.

Stricter than the reading of dates in running text: a day, a month and a year of four digits, both
month names of a pair the same, the weekday beside it right. Numbers that could be read in two
orders are left alone unless the head of the body settles them: a wrong date is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from app.ingest.cleaning.lead_days import LeadDays
from app.languages.ar.normalise import Folded, fold_text
from app.languages.ar.prose import prose_words
from app.languages.ar.time_latin import latin_names
from app.languages.ar.time_words import time_words

#: The first newspaper archives online, and room for the future.
_YEARS = range(1990, 2100)


_NO_LEAD = LeadDays()


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day and where its words stand in the text given."""

    start: int
    end: int
    day: date


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, int], dict[str, int]]:
    """Months (1-12) and weekdays (1-7) by folded name, Arabic and in Latin letters."""
    words = time_words()
    entries = [*words.single.values(), *(e for group in words.phrases.values() for e in group)]
    plain = [e for e in entries if not e.lead and isinstance(e.value, int)]
    months = {" ".join(e.words): int(e.value) for e in plain if e.cls in ("MONTH", "MONTHQ") and e.value}
    weekdays = {" ".join(e.words): int(e.value) for e in plain if e.cls == "WEEKDAY"}
    bare = {name.removeprefix("ال"): day for name, day in weekdays.items()}
    latin_months, latin_weekdays = latin_names()
    return months | latin_months, weekdays | bare | latin_weekdays


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    months, weekdays = ("|".join(sorted(map(re.escape, names), key=len, reverse=True)) for names in _names())
    weekday = rf"(?:\b(?P<weekday>{weekdays})\b\.?\s*[-،,/]?\s*(?:الموافق\s*|يوم\s*)?)?"
    month = rf"(?P<month>{months})(?![a-z])\.?(?:\s*[-/(]\s*(?P<twin>{months})(?![a-z])\)?)?"
    year = r"(?P<year>\d{4})(?!\d)"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
    of = r"(?:\s*(?:من|of)\s+|\s*[-./،,]\s*|\s*)(?:شهر\s+)?"
    return tuple(
        re.compile(weekday + p, re.IGNORECASE)
        for p in (
            rf"(?<!\d){day}{of}{month}\s*[-،,/]?\s*(?:من\s+)?(?:عام\s+|سنه\s+)?{year}",
            rf"(?<!\d){year}\s*[-،,]?\s*{month}\s*-?\s*{day}(?!\d)",
            rf"(?<!\w){month}\s*{day}\s*[،,]?\s*{year}",
            r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
            r"(?<![\d/.-])(?P<a>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4})(?!\d)",
        )
    )


def stated_days(text: str, lead: LeadDays = _NO_LEAD) -> list[StatedDay]:
    """Every full day of a line whose parts agree, in the order of the text.

    ``lead`` decides between the two readings of figures such as «06/07/2018».
    """
    if not any(c.isdigit() for c in text):
        return []
    twin = Folded.of(text)
    found = []
    for pattern in _patterns():
        for match in pattern.finditer(twin.text):
            day = _day(match.groupdict(), lead)
            if day is not None:
                found.append(StatedDay(*twin.original(*match.span()), day))
    return sorted(_longest(found), key=lambda d: d.start)


def _longest(found: list[StatedDay]) -> Iterator[StatedDay]:
    for one in found:
        if not any(o is not one and o.start <= one.start and one.end <= o.end for o in found):
            yield one


def _day(parts: dict[str, str | None], lead: LeadDays) -> date | None:
    months, weekdays = _names()
    year = int(parts["year"] or 0)
    if year not in _YEARS:
        return None
    weekday = weekdays.get((parts.get("weekday") or "").lower())
    if parts.get("a"):
        first, second = int(parts["a"] or 0), int(parts["b"] or 0)
        day_first, month_first = _real(year, second, first, weekday), _real(year, first, second, weekday)
        # With full stops the day stands first everywhere; strokes and dashes are used in both orders.
        return day_first if parts["sep"] == "." and day_first else lead.settle(day_first, month_first)
    name = parts.get("month")
    month = months[name.lower()] if name else int(parts["m"] or 0)
    twin = months.get((parts.get("twin") or "").lower(), month)
    return _real(year, month, int(parts["day"] or 0), weekday) if twin == month else None


def _real(year: int, month: int, day: int, weekday: int | None) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if weekday in (None, found.isoweekday()) else None


_IN_ADDRESS = re.compile(
    r"(?<!\w)(?P<y>\d{4})"
    r"(?:(?P<s>[-/_])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})|(?P<mm>\d\d)(?P<dd>\d\d))(?!\d)"
)


def day_in_address(url: str) -> date | None:
    """The one day in the path of an address: ``/2018/05/31/``, ``/20180604-``; None for none or for two."""
    path = urlsplit(url).path
    found = {
        _real(int(m["y"]), int(m["m"] or m["mm"]), int(m["d"] or m["dd"]), None)
        for m in _IN_ADDRESS.finditer(path)
        if int(m["y"]) in _YEARS
    } - {None}
    return found.pop() if len(found) == 1 else None


def is_date_words(text: str) -> bool:
    """True for words that are nothing but a date or a time of day, digits among them."""
    folded = fold_text(text).lower()
    if not any(c.isdigit() for c in folded):
        return False
    others = prose_words().date_words
    rest = _calendar_words().sub(" ", folded)
    return all(w in others or w.isdigit() for w in re.findall(r"\w+", rest))


@lru_cache(maxsize=1)
def _calendar_words() -> re.Pattern[str]:
    """Names of months and weekdays, endings of English ordinals, the T of ISO moments."""
    words = time_words()
    entries = [*words.single.values(), *(e for group in words.phrases.values() for e in group)]
    hijri = [" ".join(e.words) for e in entries if e.cls == "HMONTH" and not e.lead]
    months, weekdays = _names()
    names = "|".join(sorted(map(re.escape, {*months, *weekdays, *hijri}), key=len, reverse=True))
    endings = r"(?<=\d)(?:st|nd|rd|th|er|z|م|هـ?)(?!\w)|(?<=\d)t(?=\d)"
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)|{endings}")
