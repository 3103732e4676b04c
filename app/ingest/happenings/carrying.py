"""Days that other sentences give: the narrative goes on, or says what an event fell together with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import DatedWords, Draft, EventStatus, EventType, Statement
from app.domain.time import DateSpan
from app.ingest.happenings.finding import Finding
from app.languages.ar.normalise import fold

_TOLD = frozenset({EventStatus.OCCURRED, EventStatus.REPORTED})
_GOES_ON = _TOLD | {EventStatus.ONGOING}
#: One is told after the other: those who met agreed.
_MEETING = frozenset({Family.CONTACT, Family.ACCORD})
#: «وتزامنا»، «في اليوم نفسه»: at the same time as what was told before; «تزامنا مع» names something else.
_SAME_TIME = re.compile(
    r"^\W*[وف]?(?:تزامنا|بالتزامن|بالتوازي|في (?:اليوم|الوقت|الليله) (?:نفسه|نفسها|ذاته|ذاتها))(?! مع)\b"
)
#: What stands right before the name of the event in whose course another fell.
_DURING = re.compile(r"\b[وف]?(?:اثناء|خلال|علي هامش|في ختام|بالتزامن مع|تزامنا مع)\W*$")
#: «جاء ذلك خلال …»: what was said before was said there.
_SAID_THERE = re.compile(r"^\W*و?(?:جاء ذلك|جاءت (?:هذه )?(?:ال)?تصريحات\w*|ذلك) (?:خلال|في|اثناء|عقب)\b")


def carry_days(events: Sequence[Finding], draft: Draft) -> None:
    """Give a day to events whose own clause has none, where the text ties them to one that has."""
    ordered = sorted(events, key=lambda e: e.order)
    _in_the_course_of(ordered, draft.document.text)
    _by_what_is_said(ordered, draft)
    before: Finding | None = None
    for i, event in enumerate(ordered):
        if event.date is None and i and _SAME_TIME.match(_head(event, draft.document.text)):
            event.date = _about(ordered[i - 1], "same_time")
        if FAMILY_OF[event.type] not in _MEETING or event.status not in _GOES_ON:
            continue
        if event.date is None and before is not None and _goes_on(before, event):
            event.date = _about(before, "carried")
        before = event if event.status in _TOLD or event.date else before


def _head(event: Finding, text: str) -> str:
    """The sentence up to the trigger, folded."""
    return fold(text[event.span.start : event.words.start]).strip()


def _about(event: Finding, rule: str) -> DatedWords | None:
    """About the single day of another event; None where it has none."""
    return _day_of(event.date, rule)


def _day_of(date: DatedWords | None, rule: str) -> DatedWords | None:
    day = date.value if date else None
    if day is None or day.earliest is None or day.earliest != day.latest:
        return None
    return DatedWords(_approximate(day), None, rule)


def _approximate(day: DateSpan) -> DateSpan:
    """The same days marked as approximate, unless a part of the value already is."""
    return day if "~" in day.edtf else replace(day, edtf=f"{day.edtf}~")


def _goes_on(before: Finding, event: Finding) -> bool:
    """A contact of the same states in the same lines or the next."""
    near = event.paragraph - before.paragraph in (0, 1, 2)
    one, other = before.countries, event.countries
    return near and len(one) >= 2 and len(other) >= 2 and (one <= other or other <= one)


def _in_the_course_of(events: Sequence[Finding], text: str) -> None:
    """«رفض الجيش … أثناء زيارة … بدأها الاثنين»: the act is of the day of the visit."""
    for event, other in pairwise(events):
        if event.date is not None or other.date is None or event.span != other.span:
            continue
        if event.status in _TOLD and _DURING.search(fold(text[event.words.end : other.words.start])):
            value = other.date.value
            event.date = DatedWords(_approximate(value), None, "during") if "/" not in value.edtf else None


def _by_what_is_said(events: Sequence[Finding], draft: Draft) -> None:
    """«وقال فلان الذي يزور …» and «جاء ذلك خلال …» happen on the day of speaking."""
    for event in events:
        if event.date is not None or event.status not in _GOES_ON:
            continue
        if _announced(event):
            event.date = _day_of(event.claim.said if event.claim else None, "announced")
            continue
        said = _speaking(event, draft.statements, draft.document.text)
        if said is not None and said.said is not None:
            event.date = replace(said.said, rule=f"speaking:{said.said.rule}")


def _announced(event: Finding) -> bool:
    """«أعلن الجيش اليوم أنه قصف …»: news of the day on which it is announced."""
    claim = event.claim
    if claim is None or claim.said is None or claim.lemma != "اعلن" or event.status not in _TOLD:
        return False
    return claim.said.rule.startswith("said.clause") and (event.verbal or event.carried)


def _speaking(event: Finding, statements: Sequence[Statement], text: str) -> Statement | None:
    start, end = event.span.start, event.span.end
    if event.type is EventType.VISIT:
        here = [
            s
            for s in statements
            if s.paragraph == event.paragraph and start <= s.verb.start < event.words.start
        ]
        mine = [s for s in here if s.speaker.slug in event.slugs and event.words.end <= s.content.start < end]
        return mine[-1] if mine else None
    if FAMILY_OF[event.type] is Family.CONTACT and _SAID_THERE.match(_head(event, text) + " "):
        before = [s for s in statements if s.content.start < start and event.paragraph - s.paragraph <= 1]
        return max(before, key=lambda s: s.content.start, default=None)
    return None
