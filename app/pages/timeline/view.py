"""The timeline as its template sees it: words, addresses and positions, nothing left to decide. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.pages.timeline.exports.formats import FORMATS, TIMELINEJS
from app.pages.timeline.query import FILTERS, TimelineQuery
from app.pages.timeline.records import TRAY, Facts, Record, Totals
from app.pages.timeline.view_arrange import Arrangement, arrangement
from app.pages.timeline.view_cards import Card, Heap, Month, card, heaps, months
from app.pages.timeline.view_chart import Chart
from app.pages.timeline.view_columns import drafts, silences
from app.pages.timeline.view_dense import dense
from app.pages.timeline.view_filters import AppliedChip, FilterBar, Option, Widen, bar, widen
from app.pages.timeline.view_lanes import rearranged, rows
from app.pages.timeline.view_linear import linear
from app.pages.timeline.view_sequence import sequence
from app.pages.timeline.view_sources import Source, sources
from app.pages.timeline.view_strip import Strip, strip
from app.pages.timeline.view_zoom import Zoom, zoom
from app.pages.timeline.voice import TwoNames, Voice
from app.web.urls import query_string

#: The cursor before everything.
BEGINNING: Final = "0.0"
#: The undated tray is folded where it holds more.
FOLDED: Final = 10


@dataclass(frozen=True, slots=True)
class TimelineView:
    summary: str
    bar: FilterBar
    chart: Chart | None
    shown: str | None
    strip: Strip | None
    months: tuple[Month, ...]
    begin: str | None
    more: str | None
    undated: tuple[Heap, ...]
    undated_shown: int
    undated_count: int
    undated_open: bool
    undated_href: str
    panel: Card | None
    panel_in_list: bool
    previous: str | None
    next: str | None
    close: str
    to_sequence: str
    to_linear: str
    scale: str
    widen: tuple[Widen, ...]
    zoom: Zoom
    exports: tuple[tuple[str, str], ...]
    picture: str
    frame: str
    lanes_by: tuple[Option, ...]
    arrangement: Arrangement | None
    no_lanes: str | None
    title: str
    filters: str
    sources: tuple[Source, ...]


def timeline_view(query: TimelineQuery, facts: Facts, voice: Voice) -> TimelineView:
    """Everything the page shows, in one language."""
    chart = _chart(query, facts, voice)
    dated = facts.totals.records - facts.totals.undated
    panel = card(facts.chosen, query, facts.tellings, voice) if facts.chosen else None
    made = bar(query, facts, voice)
    beside = _beside(query, facts, voice)
    undated = facts.listed if query.certainty == "undated" else _tray(query, facts)
    return TimelineView(
        summary=summary(facts, voice),
        bar=made,
        chart=chart,
        shown=_shown(len(facts.marks), dated, facts.density is not None, voice),
        strip=strip(query, facts, voice),
        months=months(facts.listed, query, facts.tellings, voice) if query.certainty != "undated" else (),
        begin=_begin(query, facts, voice),
        more=voice.link(query.with_(after=facts.next_key, event=None)) if facts.next_key else None,
        undated=heaps(undated, query, facts.tellings, voice),
        undated_shown=len(undated),
        undated_open=query.certainty == "undated"
        or facts.totals.undated <= FOLDED
        or any(record.public_id == query.event for record in facts.undated),
        undated_count=facts.totals.undated,
        undated_href=voice.link(query.with_(certainty="undated", since=None, to=None, event=None)),
        panel=panel,
        panel_in_list=any(record.public_id == query.event for record in (*facts.listed, *facts.undated)),
        previous=beside[0],
        next=beside[1],
        close=voice.link(query.with_(event=None)),
        to_sequence=voice.link(query.with_(scale="sequence")),
        to_linear=voice.link(query.with_(scale="linear")),
        scale="linear" if facts.density else query.scale,
        zoom=zoom(query, facts, voice),
        exports=_exports(query, voice),
        picture=voice.urls.export("timeline.png", _set(query)),
        frame=voice.urls.embed() + query_string(_set(query)),
        lanes_by=_lanes_by(query, voice),
        arrangement=arrangement(chart.lanes, query, voice) if chart else None,
        no_lanes=_no_lanes(query, chart, voice),
        title=title(made.applied, voice),
        filters=voice.listed([chip.told for chip in made.applied]),
        sources=sources((*facts.listed, *undated), voice),
        widen=widen(query, facts, voice),
    )


def _tray(query: TimelineQuery, facts: Facts) -> tuple[Record, ...]:
    """The first of the undated, as far as the open one if it is among them."""
    ids = [record.public_id for record in facts.undated]
    opened = ids.index(query.event) + 1 if query.event in ids else 0
    return facts.undated[: max(TRAY, opened)]


def _beside(query: TimelineQuery, facts: Facts, voice: Voice) -> tuple[str | None, str | None]:
    """The ways to the records before and after the open one, as they stand in chart, list and tray."""
    if facts.chosen is None:
        return None, None
    before, after = facts.around
    for shown in (facts.marks, facts.listed, facts.undated):
        ids = [record.public_id for record in shown]
        if facts.chosen.public_id in ids:
            at = ids.index(facts.chosen.public_id)
            before = before or (ids[at - 1] if at else None)
            after = after or (ids[at + 1] if at + 1 < len(ids) else None)
    first, second = (voice.link(query.with_(event=key), "#panel") if key else None for key in (before, after))
    return first, second


def _begin(query: TimelineQuery, facts: Facts, voice: Voice) -> str | None:
    """The list from its beginning, where it begins later: on another page, or at the open record."""
    if query.after == BEGINNING or query.certainty == "undated":
        return None
    first = facts.totals.first
    opened = facts.chosen is not None and bool(facts.chosen.day) and query.order == "event"
    later = opened and bool(facts.listed) and first is not None and facts.listed[0].day > first.toordinal()
    return voice.link(query.with_(after=BEGINNING)) if query.after or later else None


def title(applied: Iterable[AppliedChip], voice: Voice) -> str:
    """What the view is of: «الخط الزمني: تركيا، من 2021»."""
    name = voice._("Timeline")
    told = [chip.told for chip in applied]
    return f"{name}: {voice.listed(told)}" if told else name


def _lanes_by(query: TimelineQuery, voice: Voice) -> tuple[Option, ...]:
    """Ways to arrange the lanes; ``value`` is the address."""
    ways = (
        ("country", voice._("state")),
        ("actor", voice._("each actor")),
        ("outlet", voice._("outlet")),
        ("type", voice._("type")),
    )
    return tuple(Option(voice.link(query.with_(lane=way)), text, query.lane == way) for way, text in ways)


def _set(query: TimelineQuery) -> list[tuple[str, str]]:
    """The parameters that make the set and its order."""
    return [pair for pair in query.pairs if pair[0] in (*FILTERS, "match", "exact", "order")]


def _exports(query: TimelineQuery, voice: Voice) -> tuple[tuple[str, str], ...]:
    """The set of this view, without what only says how it is shown."""
    pairs = _set(query)
    made = [(form.name, voice.urls.export(f"timeline.{ending}", pairs)) for ending, form in FORMATS.items()]
    return (*made, (TIMELINEJS.name, voice.urls.export("timelinejs.json", pairs)))


def _chart(query: TimelineQuery, facts: Facts, voice: Voice) -> Chart | None:
    rtl = (query.axis or voice.language.direction) == "rtl"
    if facts.density:
        return dense(query, facts.density, voice, rtl=rtl)
    if not facts.marks:
        return None
    records = rearranged(facts.marks, query.lane, voice)
    placed = rows(records, query, _names(facts), voice)
    if query.scale == "linear":
        bounds = (facts.days[0][0], facts.days[-1][0]) if facts.days else None
        return linear(records, placed, query, voice, rtl=rtl, bounds=bounds)
    columns = drafts(records, placed, query, voice)
    return sequence(placed.lanes, columns, silences(columns, query, voice), rtl=rtl)


def _names(facts: Facts) -> dict[str, TwoNames]:
    known = (*facts.actors, *facts.outlets, *facts.states)
    return {**{each.slug: each for each in known}, **facts.names}


def _no_lanes(query: TimelineQuery, chart: Chart | None, voice: Voice) -> str | None:
    """The lanes asked for that there are none of."""
    there = {lane.slug for lane in chart.lanes} if chart else set()
    missing = [slug for slug in query.pinned if slug not in there]
    if not missing or not chart:
        return None
    return voice._("There is no lane by the name of %(names)s here.", names=voice.listed(missing))


def _shown(n: int, total: int, counted: bool, voice: Voice) -> str | None:
    """A word about what the chart leaves out, if anything."""
    if counted:
        return voice._("The higher, the more records a day; narrow the range to see them one by one.")
    if not n or n >= total:
        return None
    return voice._(
        "The chart shows %(n)s of %(total)s; narrow the range to see the rest.",
        n=f"{n:,}",
        total=f"{total:,}",
    )


def summary(facts: Facts, voice: Voice) -> str:
    """How much this view holds, of how much, from how many articles, between when and when."""
    here, all_ = facts.totals, facts.overall
    if not all_.records:
        return voice._("No article has been read yet.")
    if not here.records:
        return voice._("Nothing fits all of these filters.")
    parts = [_counts(here, voice)]
    if here.records < all_.records:
        parts[0] = voice._("%(counts)s of %(total)s", counts=parts[0], total=f"{all_.records:,}")
    if here.articles is not None:
        parts.append(voice.ngettext("from %(n)s article", "from %(n)s articles", here.articles))
    if here.first and here.last:
        parts.append(_between(here.first, here.last, voice))
    if here.undated:
        parts.append(
            voice.ngettext("%(n)s of them without a date", "%(n)s of them without a date ", here.undated)
        )
    return voice.listed(parts)


def _counts(totals: Totals, voice: Voice) -> str:
    events, statements = voice.events(totals.events), voice.statements(totals.statements)
    if not totals.statements:
        return events
    return (
        voice._("%(events)s and %(statements)s", events=events, statements=statements)
        if totals.events
        else statements
    )


def _between(first: date, last: date, voice: Voice) -> str:
    start, end = voice.month(first), voice.month(last)
    if start == end:
        return voice._("in %(month)s", month=start)
    return voice._("between %(start)s and %(end)s", start=start, end=end)
