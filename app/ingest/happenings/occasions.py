"""Events of one occasion share its day: further strikes of one raid, a meeting and what was agreed at it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.codes import FAMILY_OF, Family
from app.domain.edtf import date_span
from app.domain.records import DatedWords, EventStatus, EventType
from app.domain.time import DateSpan
from app.ingest.happenings.finding import Finding
from app.languages.ar.normalise import fold

TOLD = frozenset({EventStatus.OCCURRED, EventStatus.REPORTED})
#: One is told after the other: those who met agreed.
MEETING = frozenset({Family.CONTACT, Family.ACCORD})
#: «والتقى أيضا», «كما اتفق الوزيران»: the same people go on.
_ALSO = re.compile(r"\b(?:ايضا|كذلك)\b")
_ALSO_REACH = 60
_THE_ACCORD = re.compile(r"\b(?:علي )?(?:ال|بال|لل)(?:اتفاق|اتفاقيه|مذكره|معاهده|وثيقه|صفقه)\b")
_SUM = re.compile(r"\b(?:عده|العديد|سلسله|عشرات|مئات|مرارا|عدد من)\b")
_SUM_REACH = 25
#: So many paragraphs apart the parts of one occasion are told.
_APART = 6
#: «وكان فلان التقى …», «بعد لقاء …»: of an earlier day.
_EARLIER = re.compile(r"\b(?:و?كان(?:ت|ا|وا)?|سبق|سابقه?|السابقه?|قبل|عقب|بعد|منذ|الماضي|الماضيه)\b")
#: «وكان الجيش قصف …», «هجمات كان آخرها استهداف …»: of another raid.
_BEFORE = re.compile(r"\b(?:و?كان(?:ت|ا|وا)?|سبق|اخرها|اخره|اولها|سابقا)\b")
_FORCE = frozenset({EventType.AIRSTRIKE, EventType.MISSILE_STRIKE, EventType.SHOOTDOWN})
_CONTACT = frozenset({EventType.MEETING, EventType.TALKS, EventType.PHONE_CALL, EventType.AGREEMENT})


def share_days(events: Sequence[Finding], text: str) -> None:
    """Date what is left, where the article tells of one occasion only. ``events`` are in order."""
    for i, event in enumerate(events):
        if event.date is None and event.type is EventType.AGREEMENT:
            event.date = _signed_again(event, events[:i], text)
        if event.date is None and FAMILY_OF[event.type] in MEETING and not told_as_many(event, text):
            event.date = _also(event, events[:i], text)
    _one_raid(events, text)
    _one_meeting(events, text)


def _one_raid(events: Sequence[Finding], text: str) -> None:
    """Acts of force of the same sides, where all that are dated fell on one day."""
    force = [e for e in events if FAMILY_OF[e.type] is Family.STRIKE or e.type in _FORCE]
    lead = _single([e for e in force if e.date is not None and not e.background])
    if lead is None:
        return
    for event in force:
        sides = event.slugs & lead.slugs or event.countries & lead.countries
        again = _BEFORE.search(head_of(event, text)) is None
        if (sides or not event.slugs) and again and _to_be_dated(event):
            event.date = about(lead, "one_raid")


def _one_meeting(events: Sequence[Finding], text: str) -> None:
    """«عقد فلان اجتماعا مع …», where all other contacts told of him near by were on one day."""
    contacts = [e for e in events if FAMILY_OF[e.type] in MEETING]
    for event in contacts:
        if event.type not in _CONTACT or not _to_be_dated(event) or told_as_many(event, text):
            continue
        if _EARLIER.search(head_of(event, text)):
            continue
        dated = [e for e in contacts if e.date is not None and not e.background and e.slugs & event.slugs]
        lead = _single(dated)
        if lead is not None and min(abs(e.paragraph - event.paragraph) for e in dated) <= _APART:
            event.date = about(lead, "one_occasion")


def _single(dated: Sequence[Finding]) -> Finding | None:
    """One of the events, if all are of one and the same day."""
    days = {e.date.value.edtf.rstrip("~?") for e in dated if e.date is not None}
    return next((e for e in dated if about(e, "") is not None), None) if len(days) == 1 else None


def _to_be_dated(event: Finding) -> bool:
    """A single act, told as a fact, without a day."""
    told = event.verbal or event.carried or event.told
    alone = not (event.plural or event.many or event.habitual)
    return event.date is None and event.status in TOLD and told and alone


def _also(event: Finding, before: Sequence[Finding], text: str) -> DatedWords | None:
    """«والتقى فلان أيضا …»: about the day of the contact last told in which he took part."""
    if not event.verbal or event.type is EventType.VISIT or event.status not in TOLD:
        return None
    said = fold(text[event.words.start : min(event.span.end, event.words.end + _ALSO_REACH)])
    if not _ALSO.search(said):
        return None
    for other in reversed(before):
        if FAMILY_OF[other.type] in MEETING and other.date is not None and other.status in TOLD:
            return about(other, "also") if other.slugs & event.slugs else None
    return None


def _signed_again(event: Finding, before: Sequence[Finding], text: str) -> DatedWords | None:
    """«ووقع الوزير على الاتفاق …»: about the day of the agreement told before."""
    said = fold(text[event.words.end : min(event.span.end, event.words.end + _ALSO_REACH)])
    if not event.verbal or event.status not in TOLD or not _THE_ACCORD.search(said):
        return None
    made = (e for e in reversed(before) if e.type is EventType.AGREEMENT and e.status in TOLD)
    other = next((e for e in made if event.paragraph - e.paragraph <= _APART and e.date is not None), None)
    shared = other is not None and bool(other.countries & event.countries)
    return about(other, "signed") if other is not None and shared else None


def told_as_many(event: Finding, text: str) -> bool:
    """«أبرم الجانبان عدة اتفاقيات»: told as a sum, over the years."""
    said = fold(text[event.words.start : min(event.span.end, event.words.end + _SUM_REACH)])
    return event.many or _SUM.search(said) is not None


def head_of(event: Finding, text: str) -> str:
    """The sentence up to the trigger, folded."""
    return fold(text[event.span.start : event.words.start]).strip()


def about(event: Finding, rule: str) -> DatedWords | None:
    """About the single day of another event; None where it has none."""
    return day_of(event.date, rule)


def day_of(date: DatedWords | None, rule: str) -> DatedWords | None:
    day = date.value if date else None
    if day is None or day.earliest is None or day.earliest != day.latest:
        return None
    return DatedWords(approximate(day), None, rule)


def approximate(day: DateSpan) -> DateSpan:
    """The day and those about it, unless a part of the value already is approximate or unsure."""
    if day.edtf.endswith("?"):
        return day
    return day if "~" in day.edtf else date_span(f"{day.edtf}~")


def as_told(date: DatedWords, rule: str) -> DatedWords | None:
    """About a closed day or month that other words give; None for intervals."""
    return DatedWords(approximate(date.value), None, rule) if "/" not in date.value.edtf else None
