"""Days that other sentences give: the narrative goes on, or says what an event fell together with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.domain.codes import FAMILY_OF, Family
from app.domain.edtf import date_span
from app.domain.records import DatedWords, Draft, EventStatus, EventType, Statement
from app.domain.text import Span
from app.domain.time import DateSpan, TimeKind
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
_DURING = re.compile(
    r"\b[وف]?(?:اثناء|خلال|علي هامش|في ختام|بالتزامن مع|تزامنا مع)"
    r"(?: (?:جوله|سلسله)(?: \w+){0,2} من)?\W*$"
)
#: … or just before or after which it fell.
_NEXT_TO = re.compile(r"\b[وف]?(?:قبل|قبيل|بعد|بعيد|عقب|اثر|لدي)\W*(?:(?:شن|تنفيذ|بدء|انتهاء|ختام)\w*)?\W*$")
#: «أسقط … أثناء غارة»: what stands before the name of the other, of the same day.
_WHILE = re.compile(r"\b[وف]?(?:اثناء|بالتزامن مع|تزامنا مع|بالتوازي مع)\W*(?:تنفيذ\w*|شن\w*)?\W*$")
_WHILE_REACH = 150
_WHO = re.compile(r"\b[ول]?(?:الذي|التي|اللذان|اللذين|الذين)\b")
#: «جاء ذلك خلال …»: what was said before was said there.
_SAID_THERE = re.compile(
    r"^\W*و?(?:جاء ذلك|جاء (?:ال)?(?:اعلان|كلام|حديث)\w*[^.]{0,40}?|جاءت (?:هذه )?(?:ال)?تصريحات\w*|ذلك)"
    r" (?:خلال|في|اثناء|عقب)\b"
)
#: «استمرت حتى مساء أمس»: a sentence that only says how long what was told before it went on.
_LASTED = re.compile(r"^\W*و?(?:قد )?(?:استمر|امتد|تواصل|انطلق|بدا|انته|جر)(?:ت|تا|ي|وا)?\b")
_PRESS = "press_conference"


def carry_days(events: Sequence[Finding], draft: Draft) -> None:
    """Give a day to events whose own clause has none, where the text ties them to one that has."""
    ordered = sorted(events, key=lambda e: e.order)
    _lasting(ordered, draft)
    carry_beside(ordered, draft.document.text)
    _by_what_is_said(ordered, draft)
    _met_by_defences(ordered)
    before: Finding | None = None
    for i, event in enumerate(ordered):
        if event.date is None and i and _SAME_TIME.match(_head(event, draft.document.text)):
            event.date = _about(ordered[i - 1], "same_time")
        if FAMILY_OF[event.type] not in _MEETING or event.status not in _GOES_ON:
            continue
        earlier = event.after_of is not None or event.inside_of is not None
        earlier = earlier or (event.type is EventType.VISIT and event.status is EventStatus.ONGOING)
        if _many(event, draft.document.text):
            continue
        if event.date is None and before is not None and not earlier and _goes_on(before, event):
            event.date = _about(before, "carried")
        if event.date is None and not earlier:
            event.date = _also(event, ordered[:i], draft.document.text)
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
    """The day and those about it, unless a part of the value already is approximate or unsure."""
    if day.edtf.endswith("?"):
        return day
    return day if "~" in day.edtf else date_span(f"{day.edtf}~")


def _goes_on(before: Finding, event: Finding) -> bool:
    """A contact of the same states in the same lines or the next."""
    near = event.paragraph - before.paragraph in (0, 1, 2)
    if FAMILY_OF[event.type] is Family.ACCORD and not event.verbal and (event.definite or not event.carried):
        return False  # «بحثا تنفيذ الاتفاق»: that was made before
    one, other = before.countries, event.countries
    return near and len(one) >= 2 and len(other) >= 2 and (one <= other or other <= one)


#: «والتقى أيضا», «كما اتفق الوزيران»: the same people go on.
_ALSO = re.compile(r"\b(?:ايضا|كذلك)\b")
_ALSO_REACH = 60
_SUM = re.compile(r"\b(?:عده|العديد|سلسله|عشرات|مئات|مرارا|عدد من)\b")
_SUM_REACH = 25


def _also(event: Finding, before: Sequence[Finding], text: str) -> DatedWords | None:
    """«والتقى فلان أيضا …»: about the day of the contact last told in which he took part."""
    if not event.verbal or event.type is EventType.VISIT or event.status not in _TOLD:
        return None
    said = fold(text[event.words.start : min(event.span.end, event.words.end + _ALSO_REACH)])
    if not _ALSO.search(said):
        return None
    for other in reversed(before):
        if FAMILY_OF[other.type] in _MEETING and other.date is not None and other.status in _TOLD:
            return _about(other, "also") if other.slugs & event.slugs else None
    return None


def _many(event: Finding, text: str) -> bool:
    """«أبرم الجانبان عدة اتفاقيات»: told as a sum, over the years."""
    said = fold(text[event.words.start : min(event.span.end, event.words.end + _SUM_REACH)])
    return event.many or _SUM.search(said) is not None


#: Verbs that bring news.
_NEWS = frozenset({"اعلن", "افاد"})
#: Verbs with which a ministry tells whom its minister met or called …
_TELLING = frozenset("قال ذكر اكد اوضح كشف صرح".split())
#: … in the first paragraphs, where the news stands …
_HEAD = 2
#: … unless it says that this was before.
_EARLIER = re.compile(r"\b(?:سبق|سابق|سابقا|كان|كانت|كانا|كانوا|مرارا|منذ|عده مرات)\b")
#: So near a strike must be told that air defences met it.
_REACH = 4


def _met_by_defences(events: Sequence[Finding]) -> None:
    """«تصدت الدفاعات الجوية لصواريخ»: on the day of the strike told nearest to it."""
    strikes = [e for e in events if e.type in _STRIKES and _about(e, "strike") is not None]
    for event in events:
        if event.date is not None or event.type is not EventType.SHOOTDOWN or event.status not in _GOES_ON:
            continue
        near = [s for s in strikes if abs(s.paragraph - event.paragraph) <= _REACH]
        nearest = min(near, key=lambda s: abs(s.order - event.order), default=None)
        event.date = _about(nearest, "strike") if nearest is not None else None


_STRIKES = frozenset({EventType.AIRSTRIKE, EventType.MISSILE_STRIKE})


def _lasting(events: Sequence[Finding], draft: Draft) -> None:
    """«…في ختام المباحثات. استمرت حتى مساء أمس»: the next sentence dates the event told last."""
    following = {
        (one.paragraph, one.span): other
        for one, other in pairwise(draft.sentences)
        if one.paragraph == other.paragraph
    }
    last = {e.span: e for e in events}
    for event in last.values():
        later = following.get((event.paragraph, event.span))
        if later is None or event.date is not None or not _LASTED.match(fold(later.span.text)):
            continue
        dated = (d for d in draft.dates if later.span.contains(d.span) and d.kind is TimeKind.DATE)
        window = next((d.window for d in dated if d.window is not None), None)
        event.date = DatedWords(_approximate(window), None, "lasted") if window else None


def carry_beside(events: Sequence[Finding], text: str) -> None:
    """«رفض الجيش … أثناء زيارة … بدأها الاثنين», «أبلغ … قبل الضربات»: of about the day of the other."""
    told: dict[Span, list[tuple[Finding, Finding]]] = defaultdict(list)
    for event in events:
        for telling in (event, *event.told_in):
            told[telling.span].append((telling, event))
    for event in events:
        if event.date is not None or event.status not in _TOLD:
            continue
        for telling, other in told[event.span]:
            if other is not event and other.date is not None and _beside(event, telling, text):
                event.date = _as_told(other.date, "beside")
                break


def _beside(event: Finding, other: Finding, text: str) -> bool:
    """Whether the words between say that one fell in the course of the other, or right before or after."""
    if event.words.start > other.words.start:
        between = fold(text[other.words.end : event.words.start])
        return len(between) < _WHILE_REACH and not _WHO.search(between) and bool(_WHILE.search(between))
    between = fold(text[event.words.end : other.words.start])
    if _WHO.search(between):
        return False  # «اندلعت حرب كلامية بين فلان وفلان الذي قال خلال اجتماع»
    near = FAMILY_OF[event.type] is not Family.STRIKE and len(between) < 60
    return bool(_DURING.search(between) or (near and _NEXT_TO.search(between)))


def _by_what_is_said(events: Sequence[Finding], draft: Draft) -> None:
    """«وقال فلان الذي يزور …» and «جاء ذلك خلال …» happen on the day of speaking."""
    text = draft.document.text
    for i, event in enumerate(events):
        if event.date is not None or event.status not in _GOES_ON:
            continue
        if event.claim is not None and event.claim.said and _announced(event, event.claim, text):
            event.date = _as_told(event.claim.said, "announced")
            continue
        said = _speaking(event, draft.statements, text)
        if said is not None and said.said is not None:
            event.date = replace(said.said, rule=f"speaking:{said.said.rule}")
        elif i and _said_there(event, text) and event.paragraph - events[i - 1].paragraph <= 1:
            event.date = _about(events[i - 1], "said_there")


def _as_told(date: DatedWords, rule: str) -> DatedWords | None:
    """About a closed day or month; None for spans."""
    return DatedWords(_approximate(date.value), None, rule) if "/" not in date.value.edtf else None


def _said_there(event: Finding, text: str) -> bool:
    contact = FAMILY_OF[event.type] is Family.CONTACT or event.trigger.id == _PRESS
    return contact and _SAID_THERE.match(_head(event, text) + " ") is not None


def _announced(event: Finding, claim: Statement, text: str) -> bool:
    """«أعلن الجيش اليوم أنه قصف …», «وليل الخميس قال …»: news of the day on which it is told."""
    if claim.said is None or event.status not in _TOLD or not claim.said.rule.startswith("said.clause"):
        return False
    if event.type is EventType.ELECTION:
        return False  # «أعلنت الهيئة اليوم نتائج الانتخابات»
    if claim.lemma in _NEWS:
        return event.verbal or (event.carried and not event.described)
    if _tells_its_contact(event, claim, text):
        return True
    head = text[event.span.start : claim.verb.start].strip(" ،,")
    fronted = claim.said.text is not None and head.endswith(claim.said.text) and len(head.split()) <= 6
    return fronted and event.verbal


def _tells_its_contact(event: Finding, claim: Statement, text: str) -> bool:
    """«قالت الوزارة اليوم إن الوزير بحث مع نظيره هاتفيا …» at the head of the article: its news."""
    if FAMILY_OF[event.type] is not Family.CONTACT or event.type is EventType.VISIT:
        return False
    between = fold(text[claim.content.start : event.words.end])
    own = event.verbal and event.status is EventStatus.OCCURRED and claim.lemma in _TELLING
    return own and event.paragraph <= _HEAD and _EARLIER.search(between) is None


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
    if _said_there(event, text):
        before = [s for s in statements if s.content.start < start and event.paragraph - s.paragraph <= 1]
        return max(before, key=lambda s: s.content.start, default=None)
    return None
