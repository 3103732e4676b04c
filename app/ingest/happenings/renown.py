"""Days and parties of events so well known that articles leave them out: «الغزو الروسي»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.edtf import date_span
from app.domain.records import DatedWords, EventStatus, Participant, Role
from app.domain.time import DateSpan
from app.ingest.happenings.finding import Finding
from app.ingest.happenings.when import is_background
from app.knowledge.known_events import KnownEvent, load_known_events
from app.languages.ar.normalise import fold

_TOLD = frozenset({EventStatus.OCCURRED, EventStatus.REPORTED, EventStatus.ONGOING})
#: «قبل أسبوعين» may be so many days from the day itself.
_ABOUT = 4
#: How many characters before and after its name still speak of an event.
_REACH = 100
#: «للحرب الكورية» speaks of «الحرب الكورية».
_FUSED = re.compile(r"\bلل(?=\w)")


def date_well_known(events: Sequence[Finding], text: str, published: DateSpan | None) -> None:
    """Mark the day of what everybody knows as known from elsewhere («2022-02-24?»).

    Only what the text leaves undated and what was past at publication; nothing without a day of publication.
    """
    if published is None or published.earliest is None:
        return
    known = [k for k in load_known_events() if k.day < published.earliest]
    for event in events:
        if event.status not in _TOLD or not _open(event):
            continue
        found = _known_as(event, known, text)
        if found is not None and _near(event, found):
            event.date = DatedWords(date_span(f"{found.day.isoformat()}?"), None, f"known:{found.id}")
            event.background = is_background(event.date, published)
            _complete(event, found)


def _open(event: Finding) -> bool:
    """The text leaves it undated, or tells only about when it was («قبل أسبوعين»)."""
    return event.date is None or event.date.value.edtf.endswith("~")


def _near(event: Finding, known: KnownEvent) -> bool:
    """The known day is about the one told, where one is."""
    told = event.date.value.earliest if event.date is not None else None
    return event.date is None or (told is not None and abs((told - known.day).days) <= _ABOUT)


def _known_as(event: Finding, known: Sequence[KnownEvent], text: str) -> KnownEvent | None:
    acts = frozenset({event.type.value, event.trigger.id})
    alike = [k for k in known if k.acts & acts]
    if not alike:
        return None
    start = max(event.span.start, event.words.start - _REACH)
    near = fold(text[start : min(event.span.end, event.words.end + _REACH)])
    near = f"{near} {_FUSED.sub('ال', near)}"
    who = event.slugs | event.countries
    return next((k for k in alike if k.told_by(acts, who, near)), None)


def _complete(event: Finding, known: KnownEvent) -> None:
    """Name both sides where the text names only one, or neither."""
    if known.completes is None or any(p.role is Role.TARGET for p in event.participants):
        return
    actor, target = known.completes
    if event.countries <= {actor}:
        event.participants = (
            *(event.participants or (Participant(actor, Role.SOURCE),)),
            Participant(target, Role.TARGET),
        )
