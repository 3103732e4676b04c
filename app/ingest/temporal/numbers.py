"""Composes number words: «الحادي والعشرين» is 21st, «ألفين وثمانية عشر» is 2018."""

from __future__ import annotations

from app.ingest.temporal.unit import Unit

_TENS = range(20, 100, 10)


def merge_numbers(units: list[Unit]) -> list[Unit]:
    """Replace runs of number words by one unit each; a year-sized sum becomes a YEARW (year in words)."""
    out: list[Unit] = []
    i = 0
    while i < len(units):
        unit = units[i]
        if unit.cls == "ORD":
            i, unit = _ordinal(units, i)
        elif unit.cls == "CARDDEF":
            i, unit = _definite(units, i)
        elif unit.cls == "CARD":
            i, unit = _cardinal(units, i)
        else:
            i += 1
        out.append(unit)
    return out


def _ordinal(units: list[Unit], i: int) -> tuple[int, Unit]:
    first = units[i]
    value, j = int(first.value), i + 1
    if value <= 9 and j < len(units) and units[j].cls == "CARD" and units[j].value == 10:
        value, j = value + 10, j + 1
    elif value <= 9 and _is(units, j, "AND") and _is(units, j + 1, "ORD") and units[j + 1].value in (20, 30):
        value, j = value + int(units[j + 1].value), j + 2
    return j, Unit("ORD", first.start, units[j - 1].end, value)


def _definite(units: list[Unit], i: int) -> tuple[int, Unit]:
    """«الأربع والعشرين», «الثمانية عشر»."""
    first, value = units[i], int(units[i].value)
    if value <= 9 and _is(units, i + 1, "CARD") and units[i + 1].value == 10:
        return i + 2, Unit("CARDDEF", first.start, units[i + 1].end, value + 10)
    if _is(units, i + 1, "AND") and _is(units, i + 2, "ORD") and units[i + 2].value in _TENS:
        return i + 3, Unit("CARDDEF", first.start, units[i + 2].end, value + int(units[i + 2].value))
    return i + 1, first


def _cardinal(units: list[Unit], i: int) -> tuple[int, Unit]:
    """Sum descending groups joined by «و»: thousands, hundreds, then units and tens."""
    first = units[i]
    value, j = _small(units, i)
    floor = value
    while _is(units, j, "AND") and _is(units, j + 1, "CARD"):
        part, after = _small(units, j + 1)
        if not _fits(floor, part):
            break
        value, floor, j = value + part, part, after
    cls = "YEARW" if 1000 <= value < 3000 and (j > i + 1 or value == 2000) else "CARD"
    return j, Unit(cls, first.start, units[j - 1].end, value)


def _fits(floor: int, part: int) -> bool:
    if floor >= 1000:
        return part < 1000
    if floor >= 100:
        return part < 100
    return floor <= 9 and part in _TENS


def _small(units: list[Unit], i: int) -> tuple[int, int]:
    """A teen is two words: «خمسة عشر»."""
    value = int(units[i].value)
    if value <= 9 and _is(units, i + 1, "CARD") and units[i + 1].value == 10:
        return value + 10, i + 2
    return value, i + 1


def _is(units: list[Unit], i: int, cls: str) -> bool:
    return i < len(units) and units[i].cls == cls
