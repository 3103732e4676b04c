"""Days that certain words tie to an event: «قالت الوزارة اليوم إنها قررت», «كما قررت», «بعد يوم من»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.domain.codes import FAMILY_OF, Family
from app.domain.edtf import date_span
from app.domain.records import Actor, DatedWords, EventStatus, EventType, Statement
from app.domain.time import DateSpan
from app.ingest.happenings.finding import Finding
from app.ingest.happenings.occasions import MEETING, TOLD, approximate, as_told, head_of
from app.ingest.temporal.context import Context
from app.ingest.temporal.find import find
from app.languages.ar.normalise import fold

#: So far into what somebody says his act may stand: «إنها قررت طرد …».
_FIRST_WORDS = 45
#: Who tells of an act of before.
_EARLIER = re.compile(r"\b(?:سبق|سابقا?|كان|كانت|كانوا|منذ|الماضي|الماضيه|عام|قبل)\b")
_ALSO = re.compile(r"\b(?:ايضا|كذلك)\b")
_LIKEWISE = re.compile(r"^\W*كما\b(?! (?:قال|هو|كان|يبدو))")
_ALSO_REACH = 60
#: So many paragraphs on, «كما» and «أيضا» still go on with the same act.
_NEXT = 1
#: «وجاءت العملية بعد يوم من شن الجيش غارات»: counted from the day of what was just told.
_CAME = re.compile(r"^\W*و?(?:ي|ت)?(?:جاء|اتي|جاءت|وقع|وقعت)\b")
_COUNTED = re.compile(
    r"\bبعد (?P<length>(?:\w+ )?(?:يوم|يومين|ايام|اسبوع|اسبوعين))(?: واحد| فقط)* من(?: \w+){0,5}\W*$"
)
#: «خلال الزيارة», «عقب وصوله»: in the course of the visit told before.
_ON_THE_VISIT = re.compile(
    r"\b(?:خلال|اثناء|في اطار|علي هامش) (?:ال)?زيار(?:ه|ته|تها|تهما)\b|\b(?:خلالها|اثناءها)\b"
    r"|\b(?:عقب|لدي|بعد|فور) وصول(?:ه|ها|هم)\b"
)
_VISIT_REACH = 2
_DAY = re.compile(r"\d{4}-\d\d-\d\d[~?]?")


def tie_days(
    events: Sequence[Finding], actors: Mapping[str, Actor], statements: Sequence[Statement], text: str
) -> None:
    """Date what is left where its sentence says how it goes with a day told. ``events`` are in order."""
    for i, event in enumerate(events):
        if event.date is None:
            event.date = (
                _own_act(event, actors, text)
                or _also(event, events[:i], text)
                or _counted(event, events[:i], statements, text)
                or _on_the_visit(event, events[:i], text)
            )


def _official(event: Finding) -> bool:
    """What an authority does by deciding or declaring it; told by itself, it is its news."""
    return "decreed" in event.trigger.guards


def _own_act(event: Finding, actors: Mapping[str, Actor], text: str) -> DatedWords | None:
    """«قالت الوزارة، اليوم، إنها قررت طرد السفير»: an authority tells what it has just done."""
    claim = event.claim
    if claim is None or claim.said is None or not claim.said.rule.startswith("said.clause"):
        return None
    speaker = actors.get(claim.speaker.slug)
    sides = {
        claim.speaker.slug,
        speaker.country.lower() if speaker and speaker.country else claim.speaker.slug,
    }
    between = fold(text[claim.content.start : event.words.start])
    told = event.status in TOLD and event.told and _official(event)
    if not told or not sides & (event.slugs | event.countries) or len(between) > _FIRST_WORDS:
        return None
    return as_told(claim.said, "own_act") if _EARLIER.search(between) is None else None


def _also(event: Finding, before: Sequence[Finding], text: str) -> DatedWords | None:
    """«وقررت أيضا إغلاق …», «كما استدعت …»: about the day of the act of the same authority told last."""
    if event.status not in TOLD or not _official(event) or not event.slugs:
        return None
    head = head_of(event, text)
    said = fold(text[event.words.start : min(event.span.end, event.words.end + _ALSO_REACH)])
    if not (_LIKEWISE.match(head + " ") or _ALSO.search(f"{head[-_ALSO_REACH:]} {said}")):
        return None
    acts = (e for e in reversed(before) if _official(e) and e.status in TOLD and e.date is not None)
    last = next(acts, None)
    if last is None or event.paragraph - last.paragraph > _NEXT:
        return None
    shared = last.slugs & event.slugs or last.countries & event.countries
    return _about(last.date, "also") if shared else None


def _about(date: DatedWords | None, rule: str) -> DatedWords | None:
    """About the day of another event, which may itself be about a day."""
    if date is None or not _DAY.fullmatch(date.value.edtf):
        return None
    return DatedWords(approximate(date.value), None, rule)


def _counted(
    event: Finding, before: Sequence[Finding], statements: Sequence[Statement], text: str
) -> DatedWords | None:
    """«وجاء ذلك بعد يوم من …», «قال الوزير بعد يومين من لقائه …»: so many days before what was told."""
    head = head_of(event, text)
    counted = _COUNTED.search(head)
    if counted is None or event.status not in TOLD:
        return None
    if _CAME.match(head):
        last = before[-1] if before and event.paragraph - before[-1].paragraph <= _NEXT else None
        day = last.date.value if last and last.date else None
    else:
        here = (s for s in statements if event.span.contains(s.verb) and s.verb.end <= event.words.start)
        day = next((s.said.value for s in here if s.said), None)
    return _days_before(day, counted["length"]) if day is not None else None


def _days_before(day: DateSpan, length: str) -> DatedWords | None:
    plain = date_span(day.edtf.rstrip("~?")) if _DAY.fullmatch(day.edtf) else day
    if plain.earliest is None or plain.earliest != plain.latest:
        return None
    found = next(iter(find(f"قبل {length}")), None)
    edtf = found.value(Context(plain.earliest)).edtf if found else None
    return DatedWords(approximate(date_span(edtf)), None, "counted") if edtf else None


def _on_the_visit(event: Finding, before: Sequence[Finding], text: str) -> DatedWords | None:
    """«وينتظر أن يجري خلال الزيارة محادثات»: about the days of the visit for which it is planned."""
    contact = FAMILY_OF[event.type] in MEETING or FAMILY_OF[event.type] is Family.CONTACT
    if event.status is not EventStatus.PLANNED or not contact or event.type is EventType.VISIT:
        return None
    if not _ON_THE_VISIT.search(fold(text[event.span.start : event.span.end])):
        return None
    visits = (e for e in reversed(before) if e.type is EventType.VISIT and e.date is not None)
    visit = next((v for v in visits if event.paragraph - v.paragraph <= _VISIT_REACH), None)
    if visit is None or visit.date is None or not visit.slugs & event.slugs:
        return None
    value = visit.date.value
    if value.edtf.endswith(("~", "?", "..")):
        return DatedWords(value, None, "on_visit")
    return DatedWords(date_span(f"{value.edtf}~"), None, "on_visit")
