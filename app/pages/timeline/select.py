"""Loads the timeline: keys come from the index, contents from a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.facets import EVENT
from app.index.order import Part, Place, cursor, first_and_last, listed, page, part, place_of
from app.index.read import Keys, Reader, current
from app.index.window import dated, days_of, undated
from app.models import IndexEntryRow, StatementRow, TellingRow
from app.models.search import among
from app.models.search import listed as packed
from app.pages.timeline import select_facets, select_records, select_tellings
from app.pages.timeline.query import FILTERS, TimelineQuery
from app.pages.timeline.records import TRAY, Days, Facts, Record, Totals
from app.pages.timeline.select_around import Around, around
from app.pages.timeline.select_density import density
from app.pages.timeline.select_filters import Found, found

#: Up to one less so many records are drawn one by one: what a screen shows and a page may weigh.
MARKS: Final = 121
#: So many of the undated are at hand where one may be open: the tray shows all as far as that.
UNDATED: Final = 20
BATCH: Final = 500
#: Up to so many records are asked for their articles.
COUNTED: Final = 500
_ARTICLES: Final = (
    sa.select(sa.func.count(sa.distinct(sa.func.coalesce(TellingRow.article_id, StatementRow.article_id))))
    .select_from(IndexEntryRow)
    .outerjoin(TellingRow, TellingRow.event_id == IndexEntryRow.event_id)
    .outerjoin(StatementRow, StatementRow.id == IndexEntryRow.statement_id)
    .where(among(IndexEntryRow.key))
)
#: Questions of which the sets, and of which the counts are kept while nothing changes.
SETS: Final = 16
KEPT: Final = 256


def load(session: Session, query: TimelineQuery) -> Facts:
    """Everything the page shows of this view."""
    reader = current(session)
    asked = signature(query)
    fitting = reader.recent("sets", asked, lambda: found(reader, query), most=SETS)
    keys = fitting.keys
    facets = reader.recent(
        "facets", asked, lambda: select_facets.facets(reader, fitting, select_facets.FIELDS), most=KEPT
    )
    with_day = dated(keys)
    undated_only = query.certainty == "undated"
    crowded = len(with_day) >= MARKS and not undated_only
    marks = page(reader, with_day, MARKS) if not (undated_only or crowded) else []
    chosen = select_records.one(session, query.event) if query.event else None
    beside = around(reader, with_day, chosen, query)
    start = beside.begin if _begins_late(query, beside) else place_of(query.after)
    shown_in_list, rest = _listed(reader, keys if undated_only else with_day, query, start, marks)
    at_hand = UNDATED if chosen else TRAY
    tray = [] if undated_only else page(reader, undated(keys), at_hand, by="published")
    shown = {key for _, key in (*shown_in_list, *marks, *tray, *beside.places)}
    records = select_records.records(session, shown)
    return Facts(
        totals=reader.recent("totals", asked, lambda: _totals(reader, keys), most=KEPT),
        overall=reader.once("totals", lambda: _totals(reader, reader.all)),
        marks=_picked(records, marks),
        listed=_picked(records, shown_in_list),
        next_key=rest,
        undated=_picked(records, tray),
        days=reader.once("day by day", lambda: Days(days_of(reader).items())),
        density=reader.recent(
            "density",
            (asked, query.lane, query.lanes, query.open),
            lambda: density(reader, query, with_day),
            most=KEPT,
        )
        if crowded
        else None,
        states=facets.states,
        actors=facets.actors,
        outlets=facets.outlets,
        names=select_facets.names(reader, query),
        relaxed=() if keys else tuple(_relaxed(query, fitting)),
        chosen=chosen,
        tellings=select_tellings.tellings(session, chosen) if chosen else (),
        choices=facets.choices,
        around=(_id_at(records, beside.before), _id_at(records, beside.after)),
    )


def _begins_late(query: TimelineQuery, beside: Around) -> bool:
    """True where the list is to begin at the open record instead of where it always does."""
    return beside.begin is not None and query.order == "event" and query.after is None


def _id_at(records: dict[int, Record], place: Place | None) -> str | None:
    return records[place[1]].public_id if place else None


def signature(query: TimelineQuery) -> tuple[object, ...]:
    """What decides which records fit: turning a page or opening a record asks nothing new."""
    given = tuple((name, query.values(name)) for name in FILTERS if query.values(name))
    return (*given, query.match, query.exact)


def everything(session: Session, query: TimelineQuery, most: int | None = None) -> Iterator[Record]:
    """The records of this view after ``query.after`` in order, the undated last, read in batches."""
    reader = current(session)
    keys = found(reader, query).keys
    after = place_of(query.after)
    return _in_batches(session, islice(listed(reader, keys, after, by=query.order), most))


def page_of(session: Session, query: TimelineQuery) -> tuple[Part, tuple[Record, ...]]:
    """The page that the query asks for, of all records of this view, the undated at the end."""
    reader = current(session)
    page = part(reader, found(reader, query).keys, query.after, query.limit, by=query.order)
    return page, _picked(select_records.records(session, page.keys), page.places)


def _in_batches(session: Session, places: Iterator[Place]) -> Iterator[Record]:
    while batch := list(islice(places, BATCH)):
        yield from _picked(select_records.records(session, [key for _, key in batch]), batch)


def _listed(
    reader: Reader, keys: Keys, query: TimelineQuery, after: Place | None, marks: list[Place]
) -> tuple[list[Place], str | None]:
    """A page of the list, and the cursor of what follows; ``marks`` are all of it where any are drawn."""
    if marks and query.order == "event":
        places = [place for place in marks if after is None or place > after]
    else:
        places = page(reader, keys, query.limit + 1, after=after, by=query.order)
    if len(places) <= query.limit:
        return places, None
    return places[: query.limit], cursor(places[query.limit - 1])


def _relaxed(query: TimelineQuery, fitting: Found) -> Iterable[tuple[str, int]]:
    """Filters that alone stand in the way, with what each of them hides."""
    given = [name for name in FILTERS if query.values(name) and not (name == "to" and query.since)]
    for name in given:
        count = len(fitting.but(name))
        if count:
            yield name, count


def _picked(records: dict[int, Record], places: Iterable[Place]) -> tuple[Record, ...]:
    return tuple(records[key] for _, key in places)


def _totals(reader: Reader, keys: Keys) -> Totals:
    events = keys.intersection_cardinality(reader.set("kind", EVENT))
    ends = first_and_last(reader, keys)
    return Totals(
        events=events,
        statements=len(keys) - events,
        undated=len(undated(keys)),
        articles=_articles(reader.session, keys) if len(keys) <= COUNTED else None,
        first=date.fromordinal(ends[0]) if ends else None,
        last=date.fromordinal(ends[1]) if ends else None,
    )


def _articles(session: Session, keys: Keys) -> int:
    """How many articles the records are from."""
    count: int = session.connection().execute(_ARTICLES, {"ids": packed(keys)}).scalar_one()
    return count
