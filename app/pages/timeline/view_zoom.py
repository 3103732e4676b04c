"""Zoom in, zoom out, earlier, later, everything: the windows that navigation leads to. Pure.

On linear time a window is a length of time; in sequence it is a number of dates, so that a step
never ends in a silence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Facts
from app.pages.timeline.voice import Voice

#: Nothing is closer than a week of linear time.
CLOSEST: Final = 7
#: Longer than this many days, a window of linear time is told in months.
MONTHS: Final = 120
#: So many dates on either side are told to the script, for gestures that reach beyond the window.
BEYOND: Final = 64


@dataclass(frozen=True, slots=True)
class Zoom:
    """Addresses; None where there is nothing closer, wider, earlier or later.

    ``before`` and ``after`` are days in ISO 8601 beyond the window, the nearest first; ``cut`` says
    that there are more of them. ``lowest`` and ``highest`` bound the whole corpus.
    """

    closer: str | None
    wider: str | None
    whole: str | None
    earlier: str | None = None
    later: str | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    cut: bool = False
    lowest: str = ""
    highest: str = ""


@dataclass(frozen=True, slots=True)
class _Window:
    """Days in view, of all days that hold records; ``open`` when nothing narrows it."""

    first: int
    last: int
    days: Sequence[int]
    open: bool

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    @property
    def before(self) -> Sequence[int]:
        return self.days[: bisect_left(self.days, self.first)]

    @property
    def after(self) -> Sequence[int]:
        return self.days[bisect_right(self.days, self.last) :]


def zoom(query: TimelineQuery, facts: Facts, voice: Voice) -> Zoom:
    """The steps from this view, around the open record where there is one."""
    if not facts.days:
        return Zoom(None, None, None)
    days = [day for day, _ in facts.days]
    since, until = query.window
    first = since.toordinal() if since else days[0]
    last = until.toordinal() if until else days[-1]
    window = _Window(min(first, last), max(first, last), days, not (since or until))
    if facts.density or query.scale == "linear":
        steps = _by_time(window, _middle(facts, window), voice, query)
    else:
        steps = _by_dates(window, facts, voice, query)
    before, after = window.before[::-1], window.after
    return Zoom(
        *steps,
        before=tuple(_iso(day) for day in before[:BEYOND]),
        after=tuple(_iso(day) for day in after[:BEYOND]),
        cut=len(before) > BEYOND or len(after) > BEYOND,
        lowest=_iso(days[0]),
        highest=_iso(days[-1]),
    )


_Steps = tuple[str | None, str | None, str | None, str | None, str | None]


def _by_time(window: _Window, middle: int, voice: Voice, query: TimelineQuery) -> _Steps:
    """Half, double, all, and as long a window before and after."""

    def link(first: int, last: int) -> str | None:
        return _link(first, last, last - first > MONTHS, query, voice)

    half = max(1, window.length // 4)
    closer = link(middle - half, middle + half) if window.length >= 2 * CLOSEST else None
    if window.open:
        return closer, None, None, None, None
    whole_length = window.days[-1] - window.days[0] + 1
    whole = voice.link(query.with_(since=None, to=None))
    wider = whole
    if window.length * 2 < whole_length:
        wider = link(middle - window.length, middle + window.length) or whole
    earlier = link(window.first - window.length, window.first - 1) if window.before else None
    later = link(window.last + 1, window.last + window.length) if window.after else None
    return closer, wider, whole, earlier, later


def _by_dates(window: _Window, facts: Facts, voice: Voice, query: TimelineQuery) -> _Steps:
    """Half as many dates, twice as many, all, and as many before and after."""

    def link(days: Sequence[int]) -> str | None:
        made = _link(days[0], days[-1], False, query, voice) if days else None
        return made if made != voice.link(query) else None

    shown = sorted({record.day for record in facts.marks})
    count = max(1, len(shown))
    closer = link(_half(shown, facts)) if len(shown) > 1 else None
    if window.open:
        return closer, None, None, None, None
    before, after = window.before, window.after
    whole = voice.link(query.with_(since=None, to=None))
    more = max(1, count // 2)
    wide = [*before[-more:], window.first, window.last, *after[:more]]
    wider = link(wide) if len(before) > more or len(after) > more else whole
    return closer, wider, whole, link(before[-count:]), link(after[:count])


def _half(shown: Sequence[int], facts: Facts) -> Sequence[int]:
    """Half of the dates shown, around that of the open record or the middle one."""
    chosen = facts.chosen.day if facts.chosen else 0
    middle = shown.index(chosen) if chosen in shown else len(shown) // 2
    size = (len(shown) + 1) // 2
    start = min(max(0, middle - size // 2), len(shown) - size)
    return shown[start : start + size]


def _middle(facts: Facts, window: _Window) -> int:
    chosen = facts.chosen.day if facts.chosen else 0
    return chosen if window.first <= chosen <= window.last else (window.first + window.last) // 2


def _link(first: int, last: int, months: bool, query: TimelineQuery, voice: Voice) -> str | None:
    """The view of these days; None where the calendar has no such days."""
    try:
        since, to = _iso(first), _iso(last)
    except (ValueError, OverflowError):
        return None
    size = 7 if months else 10
    return voice.link(query.with_(since=since[:size], to=to[:size]))


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
