"""Closer, further, everything: the windows that the zoom leads to. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Facts
from app.pages.timeline.voice import Voice

#: Nothing is closer than a week.
CLOSEST: Final = 7


@dataclass(frozen=True, slots=True)
class Zoom:
    """Addresses; None where there is nothing closer or wider."""

    closer: str | None
    wider: str | None
    whole: str | None


def zoom(query: TimelineQuery, facts: Facts, voice: Voice) -> Zoom:
    """Half and double the window around the open record, else around its middle."""
    if not facts.days:
        return Zoom(None, None, None)
    everything = tuple(date.fromordinal(facts.days[n][0]) for n in (0, -1))
    since, until = query.window
    first, last = since or everything[0], until or everything[1]
    narrowed = bool(since or until)
    length = (last - first).days + 1
    middle = _middle(facts, first, last)
    closer = _window(query, middle, length // 2, voice) if length >= 2 * CLOSEST else None
    wider = None
    if narrowed:
        whole_length = (everything[1] - everything[0]).days + 1
        wider = (
            _window(query, middle, length * 2, voice) if length * 2 < whole_length else _whole(query, voice)
        )
    return Zoom(closer, wider, _whole(query, voice) if narrowed else None)


def _middle(facts: Facts, first: date, last: date) -> date:
    chosen = facts.chosen
    if chosen and chosen.day:
        day = date.fromordinal(chosen.day)
        if first <= day <= last:
            return day
    return first + (last - first) / 2


def _window(query: TimelineQuery, middle: date, length: int, voice: Voice) -> str:
    half = timedelta(days=max(1, length // 2))
    try:
        first, last = middle - half, middle + half
    except OverflowError:
        return _whole(query, voice)
    if length > 120:
        return voice.link(query.with_(since=f"{first:%Y-%m}", to=f"{last:%Y-%m}"))
    return voice.link(query.with_(since=first.isoformat(), to=last.isoformat()))


def _whole(query: TimelineQuery, voice: Voice) -> str:
    return voice.link(query.with_(since=None, to=None))
