"""Records to marks: their shape, their accessible label, their link. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Record
from app.pages.timeline.view_chart import Bead, Lane, Mark, beads_of
from app.pages.timeline.view_lanes import OTHERS, Rows
from app.pages.timeline.voice import Voice

_HOLLOW: Final = frozenset({"planned", "hypothetical"})


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
    return voice.opening(query, record.public_id)


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
