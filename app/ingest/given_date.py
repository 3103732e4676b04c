"""Publication dates as people and pages write them, validated and converted to EDTF."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)", re.ASCII)
_DAY_OR_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?[?~%]?", re.ASCII)
_YEAR = re.compile(r"\d{4}[?~%]?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d", re.ASCII)


def iso_day(value: str) -> str | None:
    """``YYYY-MM-DD`` from the head of an ISO day or moment; None for anything else."""
    found = _DAY.match(value)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None


def published_value(given: str) -> str:
    """A publication date as EDTF: year, month or day, perhaps with ``?`` or ``~``.

    Of a moment (``2015-09-24T10:00Z``) the day is taken as it is written. Raises
    ValueError, with a sentence for the user, for anything else.
    """
    value = given.strip()
    if _MOMENT.match(value) and (day := iso_day(value)):
        return day
    if _YEAR.fullmatch(value):
        return value
    found = _DAY_OR_MONTH.fullmatch(value)
    try:
        if found:
            date(int(found[1]), int(found[2]), int(found[3] or 1))
            return value
    except ValueError:
        pass
    raise ValueError(f"published {given!r} is not a date such as 2015-09-24, 2015-09 or 2015")
