"""The overview strip: density of the whole corpus, with the window of this view shaded. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Facts
from app.pages.timeline.voice import Voice

MOST_BARS: Final = 96
HEIGHT: Final = 44
#: Bars of one month, and coarser where those would be too many.
_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200)


@dataclass(frozen=True, slots=True)
class Bar:
    """In months across, from the left, in pixels down; ``href`` leads to what it counts."""

    at: int
    width: int
    height: int
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or the first of several; ``href`` leads to the view of it."""

    at: float
    text: str
    edge: float
    left: float
    width: float
    href: str
    count: int
    title: str


@dataclass(frozen=True, slots=True)
class Edge:
    """An end of the window: ``name`` is ``from`` or ``to``, ``value`` its month counted from the first."""

    name: str
    at: float
    value: int
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """``window`` is where the view begins and how wide it is, in percent from the left; ``count`` months.

    ``outline`` draws all bars in one path.
    """

    bars: tuple[Bar, ...]
    outline: str
    years: tuple[Year, ...]
    window: tuple[float, float]
    edges: tuple[Edge, Edge]
    count: int
    rtl: bool
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class _Scale:
    """Months counted from January of the first year, to percent from the left."""

    first_year: int
    months: int
    rtl: bool

    def at(self, month: float) -> float:
        share = 100 * min(max(month, 0), self.months) / self.months
        return round(100 - share if self.rtl else share, 3)

    def month(self, day: date) -> float:
        return (day.year - self.first_year) * 12 + day.month - 1 + (day.day - 1) / 31

    def left(self, start: float, end: float) -> tuple[float, float]:
        a, b = self.at(start), self.at(end)
        return min(a, b), round(abs(b - a), 3)


def strip(query: TimelineQuery, facts: Facts, voice: Voice) -> Strip | None:
    """None while nothing is dated."""
    if not facts.days:
        return None
    first, last = (date.fromordinal(facts.days[n][0]) for n in (0, -1))
    rtl = (query.axis or voice.language.direction) == "rtl"
    scale = _Scale(first.year, (last.year - first.year + 1) * 12, rtl)
    months = _by_month(facts.days)
    since, until = query.window
    begin = scale.month(since) if since else 0
    end = scale.month(until) + 1 / 31 if until else scale.months
    bars = _bars(query, months, scale, voice)
    return Strip(
        bars=bars,
        outline="".join(f"M{bar.at} {HEIGHT}v-{bar.height}h{bar.width}v{bar.height}" for bar in bars),
        years=_years(query, months, scale, last.year, voice),
        window=scale.left(begin, max(end, begin + 0.2)),
        edges=(
            _edge("from", begin, int(begin), voice._("Beginning of the window"), scale, voice),
            _edge("to", end, int(end - 1 / 31), voice._("End of the window"), scale, voice),
        ),
        count=scale.months,
        rtl=rtl,
        first=f"{first.year:04}-01",
        last=f"{last.year:04}-12",
    )


def _edge(name: str, at: float, month: int, title: str, scale: _Scale, voice: Voice) -> Edge:
    month = min(scale.months - 1, max(0, month))
    return Edge(name, scale.at(at), month, title, voice.month(_month(scale, month)))


def _bars(query: TimelineQuery, months: Counter[int], scale: _Scale, voice: Voice) -> tuple[Bar, ...]:
    step, counts = _binned(months, scale)
    tallest = max(counts.values())
    bars = []
    for start in sorted(counts):
        end = min(start + step, scale.months)
        since, until = _month(scale, start), _month(scale, start + step - 1)
        words = voice.month(since) if step == 1 else f"{voice.month(since)} – {voice.month(until)}"
        height = max(4, round((HEIGHT - 6) * counts[start] / tallest))
        left = scale.months - end if scale.rtl else start
        title = f"{words}: {voice.records(counts[start])}"
        bars.append(Bar(left, end - start, height, voice.within(query, _edtf(since), _edtf(until)), title))
    return tuple(bars)


@lru_cache(maxsize=8)
def _by_month(days: tuple[tuple[int, int], ...]) -> Counter[int]:
    """The counts of all months, which are counted from the year 0."""
    counts = Counter[int]()
    for ordinal, count in days:
        counts[_month_of(ordinal)] += count
    return counts


def _binned(months: Counter[int], scale: _Scale) -> tuple[int, dict[int, int]]:
    """The finest step that leaves no more than ``MOST_BARS`` bars, and the counts by first month."""
    for step in _STEPS:
        counts: dict[int, int] = {}
        for month, count in months.items():
            start = (month - scale.first_year * 12) // step * step
            counts[start] = counts.get(start, 0) + count
        if len(counts) <= MOST_BARS:
            break
    return step, counts


def _month_of(ordinal: int) -> int:
    """The month of a day, counted from the year 0."""
    day = date.fromordinal(ordinal)
    return day.year * 12 + day.month - 1


def _month(scale: _Scale, month: int) -> date:
    return date(min(scale.first_year + month // 12, 9999), month % 12 + 1, 1)


def _edtf(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _years(
    query: TimelineQuery, months: Counter[int], scale: _Scale, last: int, voice: Voice
) -> tuple[Year, ...]:
    counts = Counter[int]()
    for month, count in months.items():
        counts[month // 12] += count
    first = scale.first_year
    every = max(1, -(-(last - first + 1) // 16))
    return tuple(
        _year(year, min(year + every - 1, last), counts, query, scale, voice)
        for year in range(first, last + 1, every)
    )


def _year(
    year: int, until: int, counts: Counter[int], query: TimelineQuery, scale: _Scale, voice: Voice
) -> Year:
    begin, end = ((each - scale.first_year) * 12 for each in (year, until + 1))
    count = sum(counts[each] for each in range(year, until + 1))
    name = str(year) if year == until else f"{year}–{until}"
    return Year(
        scale.at((begin + end) / 2),
        str(year),
        scale.at(begin),
        *scale.left(begin, end),
        voice.within(query, f"{year:04}", f"{until:04}"),
        count,
        f"{name}: {voice.records(count)}",
    )
