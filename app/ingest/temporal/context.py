"""What an expression of time is read against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.time import TimeKind


class Preference(StrEnum):
    """Which way a bare weekday or a day without year leans.

    NEWS looks back, unless the words around it look ahead. ASSISTANT reads requests: a bare weekday
    is the coming one, a day without year is of this year, and lengths of time count to the day.
    """

    NEWS = "news"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Context:
    """``anchor`` is the day of speaking, ``anchor_name`` what it is (publication, speech).

    ``future`` says that the words before look ahead, ``past`` that a deed of the past stands right
    before; ``narrative`` is the day last told of,
    ``told`` the bounds of the date last told of whatever its length, and ``year`` the year that the
    paragraph speaks of where that is not the year of the anchor.
    """

    anchor: date | None = None
    anchor_name: str = "publication"
    preference: Preference = Preference.NEWS
    future: bool = False
    past: bool = False
    narrative: date | None = None
    told: tuple[date, date] | None = None
    year: int | None = None

    @property
    def news(self) -> bool:
        return self.preference is Preference.NEWS

    def named(self) -> str | None:
        return f"{self.anchor_name} {self.anchor.isoformat()}" if self.anchor else None


@dataclass(frozen=True, slots=True)
class Value:
    """A reading: EDTF or None where the words cannot be placed.

    ``conflict`` is True where a weekday disagrees with its date; ``relative`` where the value was
    counted from the anchor; ``kind`` overrides the kind of the rule.
    """

    edtf: str | None
    conflict: bool = False
    relative: bool = False
    kind: TimeKind | None = None
    anchor: str | None = None


NOWHERE = Value(None)
