"""Compares EDTF values: without qualifiers, and by the days they cover."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from app.domain.time import DateSpan

_QUALIFIERS = str.maketrans("", "", "~?%")
_TIME = re.compile(r"T\d.*")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def core(edtf: str) -> str:
    """The value without «about» and «unsure» marks and without the time of day."""
    return _TIME.sub("", edtf.translate(_QUALIFIERS))


def same_value(one: str, other: str) -> bool:
    """Equal but for qualifiers, or one is the other with one side left open (since, until).

    Annotations write «since 2014-09» as the month alone, with the word as a modifier.
    """
    a, b = core(one), core(other)
    return a == b or _closed_side(a) == b or _closed_side(b) == a


def same_day(one: str | None, other: str | None) -> bool:
    """Equal but for qualifiers; nothing equals only nothing."""
    return one is other if one is None or other is None else core(one) == core(other)


def _closed_side(value: str) -> str | None:
    sides = value.split("/")
    closed = [s for s in sides if s not in ("", "..")]
    return closed[0] if len(sides) == 2 and len(closed) == 1 else None


def window(edtf: str) -> DateSpan:
    """The days a value covers; ValueError where it is not EDTF of the kinds used here."""
    value = core(edtf)
    if value[:1] in "[{":
        windows = [window(v) for v in re.split(r",|\.\.", value.strip("[]{}")) if v.strip()]
        starts, ends = [w.earliest for w in windows if w.earliest], [w.latest for w in windows if w.latest]
        return DateSpan(edtf, min(starts, default=None), max(ends, default=None))
    if "/" in value:
        first, last = value.split("/")
        start = None if first in ("", "..") else window(first).earliest
        return DateSpan(edtf, start, None if last in ("", "..") else window(last).latest)
    return DateSpan(edtf, *_days(value.strip()))


def _days(value: str) -> tuple[date, date]:
    if match := re.fullmatch(r"(\d{1,3})(X{1,3})", value):
        low, high = (int(match[1] + d * len(match[2])) for d in "09")
        return date(max(low, 1), 1, 1), date(high, 12, 31)
    year, *rest = (int(part) for part in value.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    first, last = _SEASONS.get(rest[0], (rest[0], rest[0]))
    if len(rest) == 2:
        return date(year, first, rest[1]), date(year, first, rest[1])
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def share_a_day(one: str | None, other: str | None) -> bool:
    """True when both are unknown or their windows overlap."""
    if one is None or other is None:
        return one is other
    try:
        return window(one).overlaps(window(other))
    except ValueError:
        return False
