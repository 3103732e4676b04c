"""EDTF values in words: in Arabic with both month traditions, and in English; Latin digits throughout.

``../2015-10-05`` → «بحلول 5 تشرين الأول/أكتوبر 2015» · ``by 5 October 2015``
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Protocol

from babel import Locale

from app.web.i18n import gettext_noop as _

_PART: Final = re.compile(
    r"(?P<yq>[~?%]?)(?P<y>\d{4})(?:-(?P<mq>[~?%]?)(?P<m>\d\d|XX)(?:-(?P<dq>[~?%]?)(?P<d>\d\d|XX))?)?(?P<q>[~?%]?)"
)
_YEARLESS: Final = re.compile(r"XXXX-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?[~?%]?")
_DECADE: Final = re.compile(r"(\d{3})X(?P<q>[~?%]?)")
_CENTURY: Final = re.compile(r"(\d\d)XX(?P<q>[~?%]?)")

_SEASONS: Final = (_("spring %(year)s"), _("summer %(year)s"), _("autumn %(year)s"), _("winter %(year)s"))
_CENTURIES: Final = {19: _("the 19th century"), 20: _("the 20th century"), 21: _("the 21st century")}
# English needs the hundreds, Arabic the name of the century; both are handed to every message.
_DECADES: Final = (
    _("the %(hundreds)s00s"),
    _("the %(hundreds)s10s"),
    _("the %(hundreds)s20s"),
    _("the %(hundreds)s30s"),
    _("the %(hundreds)s40s"),
    _("the %(hundreds)s50s"),
    _("the %(hundreds)s60s"),
    _("the %(hundreds)s70s"),
    _("the %(hundreds)s80s"),
    _("the %(hundreds)s90s"),
)


class Gettext(Protocol):
    """What of a language is needed here; ``app.web.i18n.Language`` is one."""

    @property
    def code(self) -> str: ...
    def gettext(self, message: str, **values: object) -> str: ...


@dataclass(frozen=True, slots=True)
class _Point:
    year: int
    month: int | None
    day: int | None
    mark: str


class DateWords:
    """Tells dates in one language; every method is pure."""

    def __init__(self, language: Gettext) -> None:
        self._ = language.gettext
        self._locale = Locale.parse(language.code)
        self._months = _month_names(language.code)

    def month_name(self, month: int) -> str:
        """1–12 → «أيلول/سبتمبر» or ``September``."""
        return "/".join(self._months[month - 1])

    def month_names(self, month: int) -> tuple[str, ...]:
        """The names of a month, one for each tradition, the Levantine first in Arabic."""
        return self._months[month - 1]

    def month(self, year: int, month: int) -> str:
        return f"{self.month_name(month)} {year}"

    def weekday(self, day: date) -> str:
        return str(self._locale.days["format"]["wide"][day.weekday()])

    def day(self, day: date, *, weekday: bool = False) -> str:
        """«21 أيلول/سبتمبر 2015», with the day of the week before it where asked for."""
        words = f"{day.day} {self.month(day.year, day.month)}"
        return f"{self.weekday(day)} {words}" if weekday else words

    def edtf(self, value: str | None, *, weekday: bool = False) -> str:
        """Any value the project stores; one that is not understood is given as it is."""
        return _told(self, value, weekday) if value else self._("no date")

    def _told(self, value: str, *, weekday: bool) -> str:
        if value.startswith("[") and value.endswith("]"):
            return self._one_of(value[1:-1])
        if "/" in value or ".." in value:
            start, _, end = value.partition("/") if "/" in value else value.partition("..")
            return self._interval(start, end)
        return self._single(value, weekday=weekday)

    def _one_of(self, inner: str) -> str:
        choices = [self.edtf(part.strip()) for part in inner.split(",") if part.strip()]
        either = self._("or")
        return f" {either} ".join(choices)

    def _interval(self, start: str, end: str) -> str:
        if start in ("", ".."):
            return self._("no date") if end in ("", "..") else self._("by %(date)s", date=self._single(end))
        if end in ("", ".."):
            return self._("since %(date)s", date=self._single(start))
        first, last = _point(start), _point(end)
        if first is None or last is None or first.mark or last.mark:
            return self._("from %(start)s to %(end)s", start=self._single(start), end=self._single(end))
        return self._("from %(start)s to %(end)s", start=self._shortened(first, last), end=self._words(last))

    def _shortened(self, first: _Point, last: _Point) -> str:
        """The first of two points without what it shares with the second."""
        if first.year != last.year or first.month is None or last.month is None:
            return self._words(first)
        if first.month == last.month and first.day is not None and last.day is not None:
            return str(first.day)
        name = self.month_name(first.month)
        return name if first.day is None else f"{first.day} {name}"

    def _single(self, value: str, *, weekday: bool = False) -> str:
        if point := _point(value):
            return self._marked(self._words(point, weekday=weekday and not point.mark), point.mark)
        if match := _YEARLESS.fullmatch(value):
            return self._yearless(int(match["m"]), int(match["d"] or 0)) or value
        if match := _DECADE.fullmatch(value):
            return self._marked(self._decade(int(match[1])), match["q"])
        if match := _CENTURY.fullmatch(value):
            return self._marked(self._century(int(match[1]) + 1), match["q"])
        return value

    def _marked(self, words: str, mark: str) -> str:
        if mark in ("~", "%"):
            words = self._("about %(date)s", date=words)
        if mark in ("?", "%"):
            words = self._("%(date)s (uncertain)", date=words)
        return words

    def _words(self, point: _Point, *, weekday: bool = False) -> str:
        if point.month is None:
            return str(point.year)
        if 21 <= point.month <= 24:
            return self._(_SEASONS[point.month - 21], year=point.year)
        if point.day is None:
            return self.month(point.year, point.month)
        return self.day(date(point.year, point.month, point.day), weekday=weekday)

    def _yearless(self, month: int, day: int) -> str:
        name = self.month_name(month)
        return self._("%(date)s (year not stated)", date=f"{day} {name}" if day else name)

    def _decade(self, tens: int) -> str:
        century = tens // 10
        return self._(_DECADES[tens % 10], hundreds=century, century=self._century(century + 1))

    def _century(self, number: int) -> str:
        name = _CENTURIES.get(number)
        return self._(name) if name else self._("century %(n)s", n=number)


@lru_cache(maxsize=8_192)
def _told(words: DateWords, value: str, weekday: bool) -> str:
    """A page tells the same few hundred days again and again."""
    return words._told(value, weekday=weekday)


def _point(value: str) -> _Point | None:
    """A year, month or day with its marks folded into one; None for anything else."""
    match = _PART.fullmatch(value)
    if match is None:
        return None
    month = int(match["m"]) if (match["m"] or "XX") != "XX" else None
    day = int(match["d"]) if month is not None and (match["d"] or "XX") != "XX" else None
    if month is not None and not (1 <= month <= 12 or (21 <= month <= 24 and day is None)):
        return None
    try:
        date(int(match["y"]), month if month and month <= 12 else 1, day or 1)
    except ValueError:
        return None
    marks = {match[name] or "" for name in ("yq", "mq", "dq", "q")} - {""}
    mark = "%" if "%" in marks or marks == {"~", "?"} else "".join(marks)
    return _Point(int(match["y"]), month, day, mark)


def _month_names(code: str) -> tuple[tuple[str, ...], ...]:
    """Twelve tuples of names: the Levantine and the Gulf–Egyptian one in Arabic, one in English."""
    locales = [Locale.parse(name) for name in (("ar_SY", "ar") if code == "ar" else (code,))]
    tables = [locale.months["format"]["wide"] for locale in locales]
    return tuple(tuple(dict.fromkeys(str(table[n]) for table in tables)) for n in range(1, 13))
