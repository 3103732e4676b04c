"""The overview strip: density of the whole corpus, with the window of this view shaded. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class _Part:
    """A bar or a year less the way into it, which each view has of its own."""

    since: str
    until: str
    left: int | float
    width: int | float
    title: str
    height: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Corpus:
    """What the strips of all views have in common."""

    scale: _Scale
    bars: tuple[_Part, ...]
    outline: str
    years: tuple[_Part, ...]


def strip(query: TimelineQuery, facts: Facts, voice: Voice) -> Strip | None:
    """None while nothing is dated."""
    if not facts.days:
        return None
    rtl = (query.axis or voice.language.direction) == "rtl"
    corpus = _corpus(facts.days, voice, rtl=rtl)
    scale = corpus.scale
    since, until = query.window
    begin = scale.month(since) if since else 0
    end = scale.month(until) + 1 / 31 if until else scale.months
    return Strip(
        bars=tuple(
            Bar(int(each.left), int(each.width), each.height, _into(each, query, voice), each.title)
            for each in corpus.bars
        ),
        outline=corpus.outline,
        years=tuple(_year(each, scale, _into(each, query, voice)) for each in corpus.years),
        window=scale.left(begin, max(end, begin + 0.2)),
        edges=(
            _edge("from", begin, int(begin), voice._("Beginning of the window"), scale, voice),
            _edge("to", end, int(end - 1 / 31), voice._("End of the window"), scale, voice),
        ),
        count=scale.months,
        rtl=rtl,
        first=f"{scale.first_year:04}-01",
        last=f"{scale.first_year + scale.months // 12 - 1:04}-12",
    )


def _into(part: _Part, query: TimelineQuery, voice: Voice) -> str:
    return voice.within(query, part.since, part.until)


@lru_cache(maxsize=8)
def _corpus(days: tuple[tuple[int, int], ...], voice: Voice, *, rtl: bool) -> _Corpus:
    first, last = (date.fromordinal(days[n][0]).year for n in (0, -1))
    scale = _Scale(first, (last - first + 1) * 12, rtl)
    months = Counter[int]()
    for ordinal, count in days:
        months[_month_of(ordinal)] += count
    bars = tuple(_bars(months, scale, voice))
    outline = "".join(f"M{bar.left} {HEIGHT}v-{bar.height}h{bar.width}v{bar.height}" for bar in bars)
    return _Corpus(scale, bars, outline, tuple(_years(months, scale, last, voice)))


def _edge(name: str, at: float, month: int, title: str, scale: _Scale, voice: Voice) -> Edge:
    month = min(scale.months - 1, max(0, month))
    return Edge(name, scale.at(at), month, title, voice.month(_month(scale, month)))


def _bars(months: Counter[int], scale: _Scale, voice: Voice) -> Iterator[_Part]:
    step, counts = _binned(months, scale)
    tallest = max(counts.values())
    for start in sorted(counts):
        end = min(start + step, scale.months)
        since, until = _month(scale, start), _month(scale, start + step - 1)
        words = voice.month(since) if step == 1 else f"{voice.month(since)} – {voice.month(until)}"
        height = max(4, round((HEIGHT - 6) * counts[start] / tallest))
        left = scale.months - end if scale.rtl else start
        title = f"{words}: {voice.records(counts[start])}"
        yield _Part(_edtf(since), _edtf(until), left, end - start, title, height)


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


def _years(months: Counter[int], scale: _Scale, last: int, voice: Voice) -> Iterator[_Part]:
    counts = Counter[int]()
    for month, count in months.items():
        counts[month // 12] += count
    first = scale.first_year
    every = max(1, -(-(last - first + 1) // 16))
    for year in range(first, last + 1, every):
        until = min(year + every - 1, last)
        count = sum(counts[each] for each in range(year, until + 1))
        name = str(year) if year == until else f"{year}–{until}"
        left, width = scale.left((year - first) * 12, (until + 1 - first) * 12)
        title = f"{name}: {voice.records(count)}"
        yield _Part(f"{year:04}", f"{until:04}", left, width, title, count=count)


def _year(part: _Part, scale: _Scale, href: str) -> Year:
    since, until = int(part.since), int(part.until)
    begin, end = ((each - scale.first_year) * 12 for each in (since, until + 1))
    return Year(
        scale.at((begin + end) / 2),
        str(since),
        scale.at(begin),
        part.left,
        part.width,
        href,
        part.count,
        part.title,
    )
