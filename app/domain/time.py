"""Dates as the text gives them: EDTF values with bounds, never more certain than the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.text import Span


@dataclass(frozen=True, slots=True)
class DateSpan:
    """An EDTF value with its inclusive bounds; an open side has no bound."""

    edtf: str
    earliest: date | None
    latest: date | None

    @property
    def is_day(self) -> bool:
        """Whether it can only be one day."""
        return self.earliest is not None and self.earliest == self.latest

    def overlaps(self, other: DateSpan) -> bool:
        """True if the two windows share a day; an open side has no limit."""
        starts = max(self.earliest or date.min, other.earliest or date.min)
        ends = min(self.latest or date.max, other.latest or date.max)
        return starts <= ends


class TimeKind(StrEnum):
    """DATE has a place on the calendar; the others are recognised and kept separate."""

    DATE = "date"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"


class Relation(StrEnum):
    """What the preposition before a date adds to it."""

    BY = "by"
    UNTIL = "until"
    BEFORE = "before"
    SINCE = "since"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time in a body paragraph.

    ``value`` is None for durations, sets and vague words, and for dates that cannot be placed
    (a bare weekday in an article without a date). ``rule`` names the rule that read it and
    ``anchor`` says what a relative expression was counted from (``publication 2015-09-24``).
    ``relation`` is the preposition outside the span, see :attr:`window`; ``conflict`` is True where
    two words of the expression disagree (a weekday that is not the weekday of the date).
    """

    paragraph: int
    span: Span
    kind: TimeKind
    value: DateSpan | None
    rule: str
    anchor: str | None = None
    relation: Relation | None = None
    conflict: bool = False

    @property
    def window(self) -> DateSpan | None:
        """The time meant by the words together with their preposition: «بحلول 5 أكتوبر» → ``../D``."""
        if self.value is None or self.relation is None or "/" in self.value.edtf:
            return self.value
        if self.relation is Relation.SINCE:
            return DateSpan(f"{self.value.edtf}/..", self.value.earliest, None)
        if self.relation in (Relation.BY, Relation.UNTIL, Relation.BEFORE):
            return DateSpan(f"../{self.value.edtf}", None, self.value.latest)
        return self.value
