"""The lanes chart in sequence: one column per date, side by side, long silences folded. Pure geometry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import Final

from app.pages.timeline.view_chart import (
    SLOT,
    Chart,
    Column,
    Gap,
    Heading,
    Lane,
    Mark,
    height,
    row_height,
    slotted,
    spread,
)

GAP: Final = 12
#: An unfolded silence has so many pixels a month, and at most so many altogether.
MONTH: Final = 8
UNFOLDED: Final = 480
#: A month wider than this has its name more than once.
REPEAT: Final = 480
EDGE: Final = 4
#: A drawing up to this wide needs no scrolling on a screen of a laptop.
FITS: Final = 1060
DOTS: Final = "⋯"


@dataclass(frozen=True, slots=True)
class Draft:
    """A column before it has a place: its marks without ``dx``, and the words above it."""

    day: int
    last: int
    label: str
    group: tuple[int, int]
    heading: tuple[str, str]
    href: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """Days without a record, ``first`` and ``last`` the ordinals around them; unfolded as wide as long."""

    text: str
    href: str
    first: int
    last: int
    is_open: bool = False

    @property
    def width(self) -> float:
        if not self.is_open:
            return GAP
        return min(UNFOLDED, max(4 * GAP, (self.last - self.first) / 30.4 * MONTH))

    def worded(self, *, full: bool) -> str:
        """Its words, with the signs that belong to them or alone."""
        if not full:
            return self.text
        return f"› {self.text} ‹" if self.is_open else f"{DOTS} {self.text} {DOTS}"

    def years(self) -> Iterator[tuple[float, str]]:
        """Where in the silence years begin, 0 to 1, as many as there is room for."""
        begin, end = date.fromordinal(self.first).year + 1, date.fromordinal(self.last).year
        every = -(-(end - begin + 1) * 40 // int(self.width)) or 1
        for year in range(begin, end + 1, every):
            yield (date(year, 1, 1).toordinal() - self.first) / (self.last - self.first), str(year)


@dataclass(slots=True)
class _Frame:
    """Places counted from the beginning of time, turned into percent at the end."""

    rtl: bool
    width: float = 0
    at: dict[int, float] = field(default_factory=dict)

    def percent(self, x: float) -> float:
        share = 100 * x / self.width
        return round(100 - share if self.rtl else share, 3)


def sequence(
    lanes: Sequence[Lane], drafts: Sequence[Draft], silences: Mapping[int, Silence], *, rtl: bool
) -> Chart:
    """The drawing of these columns; ``silences`` are those before column n.

    Silences without room for their words are widened where all then still fits without scrolling.
    """
    widths = [_column_width(draft) for draft in drafts]
    plain = _laid(drafts, widths, silences, rtl, frozenset())
    wider = (plain.wordless, frozenset(silences)) if plain.wordless else ()
    widened = [_laid(drafts, widths, silences, rtl, which) for which in wider]
    roomy = [laid for laid in widened if laid.frame.width <= FITS]
    laid = min((plain, *roomy), key=lambda laid: len(laid.wordless))
    frame = laid.frame
    return Chart(
        width=ceil(frame.width),
        height=height(len(lanes)),
        row=row_height(len(lanes)),
        rtl=rtl,
        lanes=tuple(lanes),
        columns=tuple(
            Column(
                draft.label,
                frame.percent(frame.at[n]),
                spread(draft.marks, rtl=rtl),
                date.fromordinal(draft.day).isoformat(),
            )
            for n, draft in enumerate(drafts)
        ),
        headings=tuple(heading for group in laid.groups for heading in _headings(frame, *group)),
        gaps=tuple(_gaps(frame, [*laid.gaps.values()])),
    )


@dataclass(frozen=True, slots=True)
class _Laid:
    """Groups are a month's first column, where it begins and ends, whether a line stands before it;
    gaps are where a silence begins, how wide it is, and itself, by the column that ends it."""

    frame: _Frame
    groups: list[tuple[Draft, float, float, bool]]
    gaps: dict[int, tuple[float, float, Silence]]

    @property
    def wordless(self) -> frozenset[int]:
        """The silences that have no room for their words, by the columns that end them."""
        shown = zip(self.gaps, _words([*self.gaps.values()]), strict=True)
        return frozenset(n for n, words in shown if words == DOTS)


def _laid(
    drafts: Sequence[Draft],
    columns: Sequence[float],
    silences: Mapping[int, Silence],
    rtl: bool,
    widened: frozenset[int],
) -> _Laid:
    """Everything in its place across, one month after another; ``columns`` are the least widths of the
    drafts, and the ``widened`` silences have room."""
    laid = _Laid(_Frame(rtl), [], {})
    widths = {
        n: max(silence.width, _words_width(silence.text) if n in widened else 0)
        for n, silence in silences.items()
    }
    x = float(EDGE)
    n = 0
    while n < len(drafts):
        if n in silences:
            laid.gaps[n] = (x, widths[n], silences[n])
            x += widths[n]
        last = n + 1
        while last < len(drafts) and drafts[last].group == drafts[n].group and last not in silences:
            last += 1
        begin = x
        beside = sum(widths[border] / 2 for border in (n, last) if border in silences)
        x = _place_group(laid.frame, drafts[n], columns[n:last], n, begin, min(beside, 2 * SLOT))
        laid.groups.append((drafts[n], begin, x, n > 0 and n not in silences))
        n = last
    laid.frame.width = x + EDGE
    return laid


def _words_width(text: str) -> float:
    """With the room around them; the sign is wider than a letter."""
    return width_of(text, 12) + 11 * text.count(DOTS) + 6


def _words(places: Sequence[tuple[float, float, Silence]]) -> list[str]:
    """What stands under each silence: its words, or the sign ``DOTS`` where there is no room; the longest
    silences choose first. The words stand between signs where there is room for those of all."""
    middles = [x + width / 2 for x, width, _ in places]
    shown = [DOTS] * len(places)
    for n in sorted(range(len(places)), key=lambda n: places[n][2].first - places[n][2].last):
        tried = [*shown[:n], places[n][2].worded(full=False), *shown[n + 1 :]]
        if _fit(middles, tried):
            shown = tried
    signed = [each if each == DOTS else places[n][2].worded(full=True) for n, each in enumerate(shown)]
    return signed if _fit(middles, signed) else shown


def _fit(middles: Sequence[float], words: Sequence[str]) -> bool:
    """True where no words stand over others, or over a sign; places come in order."""
    shown = zip(middles, words, (_words_width(each) / 2 for each in words), strict=True)
    return all(
        after - before >= half + other
        for (before, one, half), (after, two, other) in pairwise(shown)
        if {one, two} != {DOTS}
    )


def _gaps(frame: _Frame, places: Sequence[tuple[float, float, Silence]]) -> Iterator[Gap]:
    for (x, width, silence), words in zip(places, _words(places), strict=True):
        band = None
        years: tuple[tuple[float, str], ...] = ()
        if silence.is_open:
            sides = sorted((frame.percent(x + 4), frame.percent(x + width - 4)))
            band = (sides[0], round(sides[1] - sides[0], 3))
            years = tuple((frame.percent(x + width * share), name) for share, name in silence.years())
        yield Gap(frame.percent(x + width / 2), silence.text, silence.href, words, band, years)


def _headings(frame: _Frame, draft: Draft, begin: float, end: float, edged: bool) -> Iterator[Heading]:
    """The name of a month over its columns, said again where it would scroll out of sight.

    A line stands before it (``edged``) unless a gap or the beginning of the chart does.
    """
    times = max(1, round((end - begin) / REPEAT))
    for n in range(times):
        middle = begin + (end - begin) * (n + 0.5) / times
        edge = frame.percent(begin) if edged and not n else None
        yield Heading(frame.percent(middle), *draft.heading, draft.href, edge)


def _place_group(
    frame: _Frame, draft: Draft, widths: Sequence[float], first: int, x: float, beside: float
) -> float:
    """Place the columns of one month, of which ``draft`` is the first, side by side and return its end.

    The month is no narrower than its heading, which may reach into the gaps ``beside`` it.
    """
    main, sub = draft.heading
    heading = max(width_of(main, 14), width_of(sub, 12)) + 5 - beside
    spare = max(0.0, heading - sum(widths)) / len(widths)
    for n, width in enumerate(widths):
        frame.at[first + n] = x + (width + spare) / 2
        x += width + spare
    return x


def _column_width(draft: Draft) -> float:
    slots = 1 + max((n for n, _ in slotted(draft.marks)), default=0)
    return max(SLOT * slots, width_of(draft.label, 12.5) + 5)


@lru_cache(maxsize=4_096)
def width_of(text: str, size: float) -> float:
    """About how wide a text is in the page's sans face, in pixels; for leaving room."""
    return size * sum(0.26 if c == " " else 0.44 if "\u0600" <= c <= "\u06ff" else 0.6 for c in text)
