"""The link preview of a view: its filters, number of records, actors and busiest period. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.pages.timeline.records import Facet
from app.pages.timeline.select_counts import Histogram
from app.pages.timeline.voice import Voice
from app.web.colours import colour
from app.web.pictures import Name, Picture

#: Bars at most.
BARS = 48
#: Actors at most; as many are drawn as fit.
NAMES = 6


def picture(title: str, counted: Histogram, states: Sequence[Facet], voice: Voice) -> Picture:
    """``counted`` is by month; ``states`` the busiest first."""
    name, _, of = title.partition(": ")
    ends = [date.fromisoformat(f"{s.date}-01") for s in counted.stretches[:1] + counted.stretches[-1:]]
    words = voice.records(counted.total)
    if ends:
        span = voice.dates.edtf("/".join(sorted({end.isoformat()[:7] for end in ends})))
        words = f"{words} · {span}"
    return Picture(
        rtl=voice.language.direction == "rtl",
        site=voice._("Tasalsul"),
        kicker=name if of else voice._("Who said and did what, when, and who reports it"),
        title=of or name,
        words=words,
        names=tuple(Name(voice.name(state), colour(state.slug)) for state in states[:NAMES]),
        bars=_bars(counted),
    )


def _bars(counted: Histogram) -> tuple[int, ...]:
    """The months, or as many of them in one bar as leaves no more than ``BARS``."""
    months = {_month(each.date): each.events + each.statements for each in counted.stretches}
    if not months:
        return ()
    first, last = min(months), max(months)
    width = -(-(last - first + 1) // BARS)
    bars = [0] * (-(-(last - first + 1) // width))
    for month, count in months.items():
        bars[(month - first) // width] += count
    return tuple(bars)


def _month(edtf: str) -> int:
    return int(edtf[:4]) * 12 + int(edtf[5:7])
