"""Cards of the list, the undated tray and the open record. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Record, Telling
from app.pages.timeline.view_columns import names_a_year
from app.pages.timeline.voice import SILENCE, Voice, shortened
from app.web.colours import colour
from app.web.named import Named
from app.web.passages import Piece, pieces

#: Words further apart than this many characters are marked one by one.
TOGETHER: Final = 140


@dataclass(frozen=True, slots=True)
class ActorTag:
    slug: str
    name: str
    colour: int


@dataclass(frozen=True, slots=True)
class Badge:
    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Passage:
    """A telling as shown: its words, where they come from, and the way to them."""

    pieces: tuple[Piece, ...]
    chain: tuple[str, ...]
    published: str | None
    paragraph: int
    href: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    kind: str
    href: str
    date: str
    edtf: str | None
    type: str
    headline: str
    speaker: str | None
    actors: tuple[ActorTag, ...]
    sources: str
    badges: tuple[Badge, ...]
    content: str | None
    selected: bool
    passages: tuple[Passage, ...] = ()
    speech: str | None = None
    date_words: str | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """Cards of one month; ``silence`` are the words for the gap before it."""

    title: str
    counts: str
    cards: tuple[Card, ...]
    silence: str | None


@dataclass(frozen=True, slots=True)
class Heap:
    """Undated cards of one article; ``told`` says when that appeared, which claims no date for them."""

    title: str
    href: str
    told: str
    counts: str
    cards: tuple[Card, ...]


def heaps(
    records: Iterable[Record], query: TimelineQuery, tellings: Sequence[Telling], voice: Voice
) -> tuple[Heap, ...]:
    """The undated by the article that first tells them, the earliest article first."""
    by_article: dict[Named | None, list[Record]] = {}
    for record in records:
        by_article.setdefault(record.article, []).append(record)
    return tuple(_heap(article, same, query, tellings, voice) for article, same in by_article.items())


def _heap(
    article: Named | None,
    records: Sequence[Record],
    query: TimelineQuery,
    tellings: Sequence[Telling],
    voice: Voice,
) -> Heap:
    first = records[0]
    told = [voice.name(first.outlets[0])] if first.outlets else []
    if first.published:
        told.append(voice._("in an article of %(date)s", date=voice.dates.day(first.published)))
    made = (card(record, query, tellings, voice) for record in records)
    return Heap(
        title=voice.name(article) if article else "",
        href=voice.urls.article(article.slug) if article else "",
        told=voice.listed(told),
        counts=counted(records, voice),
        cards=tuple(replace(each, date="") for each in made),
    )


def months(
    records: Sequence[Record], query: TimelineQuery, tellings: Sequence[Telling], voice: Voice
) -> tuple[Month, ...]:
    """The list, by month named; years without a month stand before theirs."""
    made: list[Month] = []
    end: int | None = None
    place = published_on if query.order == "published" else told_of
    for (year, month), group in groupby(records, key=lambda record: _month(record, place(record), query)):
        same = list(group)
        quiet = place(same[0]) - end if end is not None else 0
        made.append(
            Month(
                title=voice.dates.month(year, month) if month else str(year),
                counts=counted(same, voice),
                cards=tuple(card(record, query, tellings, voice) for record in same),
                silence=voice.silence(quiet) if quiet >= SILENCE else None,
            )
        )
        end = max([end or 0, *(place(record) for record in same)])
    return tuple(made)


def told_of(record: Record) -> int:
    return record.day


def published_on(record: Record) -> int:
    return record.published.toordinal() if record.published else record.day


def _month(record: Record, ordinal: int, query: TimelineQuery) -> tuple[int, int]:
    day = date.fromordinal(ordinal)
    return day.year, 0 if query.order == "event" and names_a_year(record) else day.month


def counted(records: Iterable[Record], voice: Voice) -> str:
    """«6 أحداث · 3 تصريحات»."""
    kinds = [record.kind for record in records]
    events, statements = kinds.count("event"), kinds.count("statement")
    parts = [voice.events(events)] if events else []
    parts += [voice.statements(statements)] if statements else []
    return " · ".join(parts)


def card(record: Record, query: TimelineQuery, tellings: Sequence[Telling], voice: Voice) -> Card:
    selected = record.public_id == query.event
    return Card(
        id=record.public_id,
        kind=record.kind,
        href=voice.opening(query, record.public_id),
        date=voice.when(record) if record.edtf else _published(record, voice),
        edtf=record.edtf,
        type=voice.kind(record),
        headline=voice.headline(record),
        speaker=voice.name(record.parties[0]) if record.kind == "statement" else None,
        actors=tuple(ActorTag(party.slug, voice.name(party), colour(party.lane)) for party in record.parties),
        sources=voice.sources(record.origins) if record.kind == "event" else "",
        badges=badges(record, voice),
        content=shortened(record.content, 180) if record.content else None,
        selected=selected,
        passages=tuple(passage(telling, voice) for telling in merged(tellings)) if selected else (),
        speech=voice.label("quote", record.type) if record.kind == "statement" else None,
        date_words=record.date_text,
    )


def _published(record: Record, voice: Voice) -> str:
    """What is known of the time of an undated record: when it was first told."""
    return voice._("published %(date)s", date=voice.dates.day(record.published)) if record.published else ""


def badges(record: Record, voice: Voice) -> tuple[Badge, ...]:
    """What is not a plain, certain, dated occurrence."""
    found: list[Badge] = []
    if record.kind == "event" and record.state != "occurred":
        tone = {"planned": "caution", "hypothetical": "caution", "denied": "deny"}.get(record.state, "plain")
        found.append(Badge(voice.label("status", record.state), tone))
    if record.kind == "statement" and record.state != "asserted":
        tone = "deny" if record.state == "denied" else "plain"
        found.append(Badge(voice.label("modality", record.state), tone))
    precision = {
        "month": voice._("month only"),
        "year": voice._("year only"),
        "approximate": voice._("date approximate"),
    }
    if record.certainty in precision and record.edtf and "/" not in record.edtf:
        found.append(Badge(precision[record.certainty]))
    return tuple(found)


def merged(tellings: Iterable[Telling]) -> list[Telling]:
    """One telling for each passage: where a sentence tells the record twice, with the marks of both."""
    found: dict[tuple[str, int, str], Telling] = {}
    for telling in tellings:
        place = (telling.article, telling.start, telling.text)
        first = found.get(place)
        found[place] = replace(first, marks=(*first.marks, *telling.marks)) if first else telling
    return list(found.values())


def _inside(telling: Telling) -> list[tuple[int, int]]:
    """Marks on the passage itself; a date may rest on words further away."""
    last = telling.start + len(telling.text)
    return [(start, end) for start, end in telling.marks if start >= telling.start and end <= last]


def joined(marks: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """One stretch from the first word that carries the record to the last, where they stand together."""
    if not marks:
        return ()
    first, last = min(start for start, _ in marks), max(end for _, end in marks)
    return ((first, last),) if last - first <= TOGETHER else tuple(marks)


def passage(telling: Telling, voice: Voice) -> Passage:
    return Passage(
        pieces=pieces(telling.text, joined(_inside(telling)), start=telling.start),
        chain=tuple(voice.name(link) for link in telling.chain),
        published=voice.dates.edtf(telling.published) if telling.published else None,
        paragraph=telling.paragraph,
        href=voice.urls.article(
            telling.article,
            paragraph=telling.paragraph,
            sentence=telling.sentence,
            highlight=telling.public_id,
        ),
        title=telling.title,
    )
