"""An expression of time as found: its words are parsed, its value waits for a context."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.edtf import bounds
from app.domain.time import Relation, TimeKind
from app.ingest.temporal.context import NOWHERE, Context, Preference, Value
from app.ingest.temporal.rule import Groups, Rule

#: The rule of weekdays that follow one on the other.
WEEKDAYS = "period.weekdays"


@dataclass(frozen=True, slots=True)
class Found:
    """Offsets are those of the original text.

    ``value`` may be asked again with another context, which is how a publication day is inferred.
    ``future`` says that the words around look ahead, ``past`` that they date a deed of the past.
    A stretch has its end in ``upto`` and the rule of its beginning in ``opening``.
    """

    rule: Rule
    start: int
    end: int
    groups: Groups
    relation: Relation | None
    future: bool
    quoted: bool
    upto: Found | None = None
    opening: Rule | None = None
    past: bool = False

    def value(self, ctx: Context) -> Value:
        if self.upto is not None and self.rule.name == WEEKDAYS:
            return _weekdays(self, self.upto, replace(ctx, future=self.future, past=self.past))
        if self.upto is not None:
            return stretch(self, self.upto, ctx)
        return self.rule.read(self.groups, replace(ctx, future=self.future, past=self.past)) or NOWHERE

    def kind(self, value: Value) -> TimeKind:
        return value.kind or self.rule.kind


def _weekdays(first: Found, last: Found, ctx: Context) -> Value:
    """«الأربعاء والخميس»: from the first on; today and tomorrow where the first is today."""
    begin = (first.opening or first.rule).read(first.groups, ctx) or NOWHERE
    one, other = first.groups.number("weekday"), last.groups.number("weekday")
    if begin.edtf is None or one is None or other is None:
        return NOWHERE
    end = date.fromisoformat(begin.edtf) + timedelta(days=(other - one) % 7)
    return Value(f"{begin.edtf}/{end.isoformat()}", relative=True)


def stretch(first: Found, last: Found, ctx: Context) -> Value:
    """From one date to another; what the first leaves out (a year, a week) is that of the second."""
    end = last.value(ctx)
    if end.edtf is None or "/" in end.edtf or end.edtf.startswith("XXXX"):
        return NOWHERE
    near = ctx if ctx.anchor is None else replace(ctx, anchor=bounds(end.edtf)[1], preference=Preference.NEWS)
    rule = first.opening or first.rule
    begin = rule.read(first.groups, replace(near, future=False))
    if begin is None or begin.edtf is None or "/" in begin.edtf or begin.edtf >= end.edtf:
        return NOWHERE
    return Value(f"{begin.edtf}/{end.edtf}", conflict=begin.conflict or end.conflict, relative=end.relative)
