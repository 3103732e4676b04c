"""One word, number or mark of an island."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """``cls`` is its class in the patterns, ``value`` its meaning; offsets are those of the folded text."""

    cls: str
    start: int
    end: int
    value: int | float | str
