"""The articles that the records of a page are first told in, as a printed page names them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.pages.timeline.records import Record
from app.pages.timeline.voice import Voice
from app.web.named import Named

#: More are not named: a page may hold records of as many articles as it has cards.
MOST: Final = 24


@dataclass(frozen=True, slots=True)
class Source:
    """``told`` names the outlet and the day of publication, as far as they are known."""

    title: str
    href: str
    told: str


def sources(records: Iterable[Record], voice: Voice) -> tuple[Source, ...]:
    """Each article once, the earliest first; none where there are more than ``MOST``."""
    first: dict[Named, Record] = {}
    for record in records:
        if record.article:
            first.setdefault(record.article, record)
    if len(first) > MOST:
        return ()
    by_day = sorted(first.items(), key=lambda each: (each[1].published is None, str(each[1].published)))
    return tuple(
        Source(voice.name(article), voice.urls.article(article.slug), _told(record, voice))
        for article, record in by_day
    )


def _told(record: Record, voice: Voice) -> str:
    outlet = [voice.name(record.outlets[0])] if len(record.outlets) == 1 else []
    day = [voice.dates.day(record.published)] if record.published else []
    return voice.listed([*outlet, *day])
