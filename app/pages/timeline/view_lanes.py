"""Records to lanes and marks: who has a row, what a record looks like, what its column is called. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Named, Party, Record
from app.pages.timeline.view_chart import Bead, Draft, Lane, Mark, beads_of, lane_rows
from app.pages.timeline.voice import SILENCE, TwoNames, Voice
from app.web.colours import colour

MOST_LANES: Final = 12
OTHERS: Final = "-others"
_HOLLOW: Final = frozenset({"planned", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Rows:
    """The lanes shown, and which of them a party or outlet or type belongs to."""

    lanes: tuple[Lane, ...]
    lane_of: Mapping[str, str]

    @property
    def by_slug(self) -> dict[str, Lane]:
        return {lane.slug: lane for lane in self.lanes}


def rearranged(records: Iterable[Record], lane: str, voice: Voice) -> list[Record]:
    """The records with the parties that stand in lanes: actors, or the outlets, or the type."""
    if lane in ("country", "actor"):
        return [_with_someone(record) for record in records]
    return [_with_parties(record, _stand_ins(record, lane, voice)) for record in records]


def _stand_ins(record: Record, lane: str, voice: Voice) -> tuple[Party, ...]:
    if lane == "outlet":
        return tuple(Party(o.slug, o.name_ar, o.name_en, None, "participant") for o in record.outlets)
    name = voice.kind(record)
    slug = record.type if record.kind == "event" else "statement"
    return (Party(slug, name, name, None, "participant"),)


def _with_someone(record: Record) -> Record:
    return record if record.parties else _with_parties(record, (Party(OTHERS, "", "", None, "participant"),))


def _with_parties(record: Record, parties: tuple[Party, ...]) -> Record:
    return replace(record, parties=parties or (Party(OTHERS, "", "", None, "participant"),))


def rows(
    records: Sequence[Record], query: TimelineQuery, names: Mapping[str, TwoNames], voice: Voice
) -> Rows:
    """The busiest lanes, at most twelve; all other parties share a last one."""
    parties = {party.slug: party for record in records for party in record.parties}
    home = {slug: (p.lane or slug) if query.lane == "country" else slug for slug, p in parties.items()}
    seen = Counter(lane for record in records for lane in {home[party.slug] for party in record.parties})
    main = _main_lanes(seen, by_country=query.lane == "country")
    shown = [
        Lane(
            slug,
            voice.name(parties.get(slug) or names.get(slug) or Named(slug, slug, slug)),
            _colour(slug, n, parties, query),
            seen[slug],
            _filter(slug, query, voice),
        )
        for n, slug in enumerate(main)
    ]
    rest = seen.keys() - set(main)
    if rest:
        count = sum(any(home[party.slug] in rest for party in record.parties) for record in records)
        shown.append(Lane(OTHERS, voice._("Others"), 0, count))
    lane_of = {slug: lane if lane in main else OTHERS for slug, lane in home.items()}
    return Rows(lane_rows(shown), lane_of)


def _main_lanes(seen: Counter[str], *, by_country: bool) -> list[str]:
    """States have lanes of their own; by country, whoever has no state is among the others."""
    busiest = sorted(seen, key=lambda slug: (-seen[slug], slug))
    fit = [slug for slug in busiest if slug != OTHERS and (len(slug) == 2 or not by_country)]
    return fit[:MOST_LANES]


def _colour(slug: str, n: int, parties: Mapping[str, Party], query: TimelineQuery) -> int:
    """That of the state; outlets and types have none of their own and take them in turn."""
    if query.lane in ("country", "actor"):
        return colour(parties[slug].lane if slug in parties else slug)
    return n % 12 + 1


def _filter(slug: str, query: TimelineQuery, voice: Voice) -> str | None:
    name = {"country": "actor", "actor": "actor", "outlet": "outlet", "type": "type"}[query.lane]
    if slug == "statement" and name == "type":
        return voice.link(query.with_(kind="statement", type=()))
    return voice.link(query.toggled(name, slug))


def drafts(records: Sequence[Record], placed: Rows, query: TimelineQuery, voice: Voice) -> list[Draft]:
    """A column for each date, with its marks; records come in order of their dates."""
    made = []
    for _, group in groupby(sorted(records, key=_column_key), key=_column_key):
        same = list(group)
        first = same[0]
        year, month = _month_of(first)
        made.append(
            Draft(
                day=first.day,
                last=max(_last_day(record) for record in same),
                label=column_label(first, voice),
                group=(year, month),
                heading=_heading(year, month, voice),
                href=_enter(year, month, query, voice),
                marks=marks_of(same, placed, query, voice),
            )
        )
    return made


def _column_key(record: Record) -> tuple[int, int, int, str, bool]:
    """By month named, then the vaguest first: a whole month stands before its days."""
    precision = {"year": 0, "month": 1}.get(record.certainty, 2)
    about = bool(set(record.edtf or "") & set("~%?"))
    ends = f"{record.earliest or ''}/{record.latest or ''}"
    return (*_month_of(record), record.day if precision == 2 else 0, ends, about)


def _month_of(record: Record) -> tuple[int, int]:
    day = date.fromordinal(record.day)
    return (day.year, 0 if names_a_year(record) else day.month)


def names_a_year(record: Record) -> bool:
    """True when the date names a year and no month."""
    digits = "".join(c for c in (record.edtf or "") if c.isdigit() or c in "X-/")
    first = [part for part in digits.split("/") if part]
    return bool(first) and all(len(part) == 4 for part in first)


def _last_day(record: Record) -> int:
    last = record.latest or record.earliest
    return last.toordinal() if last else record.day


def _heading(year: int, month: int, voice: Voice) -> tuple[str, str]:
    if not month:
        return (str(year), "")
    first, *second = voice.dates.month_names(month)
    return (first, " ".join((*second, str(year))))


def _enter(year: int, month: int, query: TimelineQuery, voice: Voice) -> str:
    within = f"{year:04}-{month:02}" if month else f"{year:04}"
    return voice.link(query.with_(since=within, to=within, event=None))


def column_label(record: Record, voice: Voice) -> str:
    """The day above a column: ``18``, ``~15``, ``4–7``; what a month or year says is in the heading."""
    value = record.edtf or ""
    about = "~" if set(value) & set("~%") else ""
    start, slash, end = value.partition("/")
    if slash and start in ("", ".."):
        return voice._("by %(date)s", date=_day_number(end) or "…")
    if slash and end in ("", ".."):
        return voice._("since %(date)s", date=about + _day_number(start)).strip()
    if slash:
        return about + _range(start, end)
    return about + _day_number(value) + ("?" if "?" in value else "")


def _day_number(value: str) -> str:
    parts = value.strip("~?%").split("-")
    day = parts[2].strip("~?%") if len(parts) == 3 else ""
    return str(int(day)) if day.isdigit() else ""


def _range(start: str, end: str) -> str:
    first, last = _day_number(start), _day_number(end)
    if not first or not last:
        return ""
    return f"{first}–{last}" if start[:7] == end[:7] else f"{first}–{last}/{int(end[5:7])}"


def marks_of(records: Sequence[Record], placed: Rows, query: TimelineQuery, voice: Voice) -> tuple[Mark, ...]:
    events = [_event_mark(record, placed, query, voice) for record in records if record.kind == "event"]

    def bubble(record: Record) -> tuple[str, int]:
        """A lane's statements of one day share a bubble; a denial keeps its own."""
        return placed.lane_of[record.parties[0].slug], record.id if record.state == "denied" else 0

    said = sorted((record for record in records if record.kind == "statement"), key=bubble)
    voices = [_statement_mark(list(group), placed, query, voice) for _, group in groupby(said, key=bubble)]
    return (*events, *voices)


def _event_mark(record: Record, placed: Rows, query: TimelineQuery, voice: Voice) -> Mark:
    return Mark(
        key=record.public_id,
        href=_open(record, query, voice),
        title=voice.aloud(record),
        shape="denied" if record.state == "denied" else "hollow" if record.state in _HOLLOW else "event",
        width=_width(record),
        soft=bool(set(record.edtf or "") & set("~%")),
        beads=beads_of(record, placed.lane_of, placed.by_slug),
        dashed=record.state in _HOLLOW,
        selected=record.public_id == query.event,
        records=(record.public_id,),
    )


def _statement_mark(records: list[Record], placed: Rows, query: TimelineQuery, voice: Voice) -> Mark:
    """One bubble for all that one lane says, or denies, on one day."""
    first = records[0]
    lane = placed.by_slug[placed.lane_of[first.parties[0].slug]]
    denied = first.state == "denied"
    one = len(records) == 1
    return Mark(
        key=first.public_id,
        href=_open(first, query, voice) if one else _of_day(records, lane, query, voice),
        title=voice.aloud(first) if one else _many_aloud(records, lane, voice),
        shape="denied-statement" if denied else "statement",
        width="day",
        soft=False,
        beads=(Bead(lane.y, lane.colour, "source"),),
        count=len(records),
        selected=any(record.public_id == query.event for record in records),
        records=tuple(record.public_id for record in records),
    )


def _many_aloud(records: Sequence[Record], lane: Lane, voice: Voice) -> str:
    return voice.joined([voice.when(records[0]), lane.name, voice.statements(len(records))])


def _open(record: Record, query: TimelineQuery, voice: Voice) -> str:
    return voice.link(query.with_(event=record.public_id), "#panel")


def _of_day(records: Sequence[Record], lane: Lane, query: TimelineQuery, voice: Voice) -> str:
    """The view narrowed to these statements: their day, and their lane where it is a state."""
    first = records[0]
    since = first.earliest or first.latest
    until = first.latest or first.earliest
    narrowed = query.with_(
        kind="statement",
        since=since.isoformat() if since else None,
        to=until.isoformat() if until else None,
        event=None,
    )
    if query.lane == "country" and lane.slug != OTHERS:
        narrowed = narrowed.with_(actor=(lane.slug,), match="any")
    return voice.link(narrowed)


def _width(record: Record) -> str:
    """How long the date is, as drawn: ``day`` a bead (also «by a day»), ``span`` a bar."""
    value = (record.edtf or "").strip("~?%")
    one_day = value.startswith(("../", "/")) or ("/" not in value and value.count("-") == 2)
    return "day" if one_day else "span"


def silences(columns: Sequence[Draft], voice: Voice) -> dict[int, str]:
    """The words for every silence of some length, by the column that ends it."""
    found: dict[int, str] = {}
    end = 0
    for n, column in enumerate(columns):
        if n and column.day - end >= SILENCE:
            found[n] = voice.silence(column.day - end)
        # An open or vague end of a date must not swallow the silence after it.
        end = max(end, min(column.last, column.day + 31))
    return found
