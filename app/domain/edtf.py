"""EDTF as the project uses it: level 1, component marks, and one-of sets, with inclusive bounds.

Covered: years (``2015``, ``198X``, ``19XX``), months, days, seasons (``2015-22``), unspecified parts
(``XXXX-10-05``, ``2015-XX``), the marks ``~ ? %`` after a date or before one part, intervals with an
open or unknown side (``../2015``, ``2015/..``), and sets (``[2015-01-05,2015-01-06]``).
Not covered: years beyond four digits and significant digits. ISO 8601-2:2019, Extended Date/Time Format.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from app.domain.time import DateSpan

_DATE = re.compile(
    r"(?P<yq>[~?%])?(?P<y>[0-9X]{4})(?:-(?P<mq>[~?%])?(?P<m>[0-9X]{2})(?:-(?P<dq>[~?%])?(?P<d>[0-9X]{2}))?)?"
    r"(?P<q>[~?%])?"
)
#: First and last month of the seasons 21 (spring) to 24 (winter); a winter runs into the next year.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
#: How far «about» reaches on each side: five days, one month, one year.
_ABOUT_DAYS = 5


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Earliest and latest day of an EDTF value, both inclusive; None is an open side.

    Raises ValueError for anything outside the subset, for impossible dates and for intervals that
    end before they begin. A date without year (``XXXX-10-05``) has no bounds.
    """
    if edtf.startswith("[") and edtf.endswith("]"):
        return _set_bounds(edtf[1:-1])
    if "/" not in edtf:
        return _date_bounds(edtf)
    left, _, right = edtf.partition("/")
    first = None if left in ("..", "") else _date_bounds(left)[0]
    last = None if right in ("..", "") else _date_bounds(right)[1]
    if left in ("..", "") and right in ("..", ""):
        raise ValueError(f"an interval needs a date: {edtf!r}")
    if first and last and first > last:
        raise ValueError(f"interval ends before it begins: {edtf!r}")
    return first, last


def is_valid(edtf: str) -> bool:
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def date_span(edtf: str) -> DateSpan:
    """The value with its bounds; raises ValueError like :func:`bounds`."""
    first, last = bounds(edtf)
    return DateSpan(edtf, first, last)


def window(edtf: str | None) -> DateSpan | None:
    """Like :func:`date_span`, but None for None and for what is not understood."""
    return date_span(edtf) if edtf and is_valid(edtf) else None


def day(value: date) -> DateSpan:
    return DateSpan(value.isoformat(), value, value)


def plain(edtf: str) -> str:
    """One spelling for marks that mean the same: ``2022-02-~15`` becomes ``2022-02-15~``.

    For comparing values only: a mark on one part says less than a mark on the whole date.
    """
    return re.sub(r"([~?%])(\d[\dX-]*)", r"\2\1", edtf)


def _set_bounds(inside: str) -> tuple[date | None, date | None]:
    parts = [_date_bounds(p.strip()) for p in inside.split(",")]
    firsts = [p[0] for p in parts if p[0]]
    lasts = [p[1] for p in parts if p[1]]
    if len(firsts) != len(parts) or len(lasts) != len(parts):
        return None, None
    return min(firsts), max(lasts)


def _date_bounds(text: str) -> tuple[date | None, date | None]:
    m = _DATE.fullmatch(text)
    if m is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    if m["q"] and any(m[k] for k in ("yq", "mq", "dq")):
        raise ValueError(f"a part and the whole both marked in {text!r}")
    year, month, day_ = m["y"], m["m"], m["d"]
    if "X" in year.rstrip("X"):
        raise ValueError(f"digits after X in the year of {text!r}")
    if "X" in year:
        _check_parts(2000, month, day_, text)
        return _century_bounds(year) if month is None and year != "XXXX" else (None, None)
    first, last = _check_parts(int(year), month, day_, text)
    if m["q"] in ("~", "%") or any(m[k] in ("~", "%") for k in ("yq", "mq", "dq")):
        return _about(first, last)
    return first, last


def _century_bounds(year: str) -> tuple[date, date]:
    return date(max(1, int(year.replace("X", "0"))), 1, 1), date(int(year.replace("X", "9")), 12, 31)


def _check_parts(year: int, month: str | None, day_: str | None, text: str) -> tuple[date, date]:
    if year == 0:
        raise ValueError(f"year 0 has no days here: {text!r}")
    if month is None or "X" in month:
        return date(year, 1, 1), date(year, 12, 31)
    number = int(month)
    if number in _SEASONS and day_ is None:
        a, b = _SEASONS[number]
        end_year = year + 1 if b < a else year
        return date(year, a, 1), date(end_year, b, monthrange(end_year, b)[1])
    if not 1 <= number <= 12:
        raise ValueError(f"no such month: {text!r}")
    if day_ is None or "X" in day_:
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    exact = date(year, number, int(day_))
    return exact, exact


def _about(first: date, last: date) -> tuple[date, date]:
    """Widen by what «about» may mean at this precision."""
    length = (last - first).days
    reach = _ABOUT_DAYS if length == 0 else 30 if length < 32 else 366
    return first - timedelta(days=reach), last + timedelta(days=reach)
