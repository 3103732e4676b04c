"""Days taken from other sentences: the narrative continues, or says what an event coincided with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import DatedWords, Draft, EventStatus, EventType, Statement
from app.domain.text import Span
from app.domain.time import TimeKind
from app.ingest.happenings.finding import Finding
from app.ingest.happenings.occasions import (
    MEETING,
    TOLD,
    about,
    approximate,
    as_told,
    head_of,
    share_days,
    told_as_many,
)
from app.ingest.happenings.tied_days import tie_days
from app.languages.ar.normalise import fold

_GOES_ON = TOLD | {EventStatus.ONGOING}
#: «وتزامنا»، «في اليوم نفسه»: at the same time as what was told before; «تزامنا مع» names something else.
_SAME_TIME = re.compile(
    r"^\W*[وف]?(?:تزامنا|بالتزامن|بالتوازي|في (?:اليوم|الوقت|الليله) (?:نفسه|نفسها|ذاته|ذاتها))(?! مع)\b"
)
#: What stands right before the name of the event in whose course another fell.
_DURING = re.compile(
    r"\b[وف]?(?:اثناء|خلال|علي هامش|في ختام|بالتزامن مع|تزامنا مع)"
    r"(?: (?:جوله|سلسله)(?: \w+){0,2} من)?\W*$"
)
#: «قال في مستهل …», «أكد خلال …»: where he spoke.
_OCCASION = re.compile(
    r"\b(?:خلال|اثناء|في|لدي|علي هامش|في (?:مستهل|ختام|بدايه|نهايه|اعقاب))\W*(?:جلسه|حضوره\w*)?\W*$"
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
#: «وكان فلان عقد اجتماعا …»: before what was told.
_HAD = re.compile(r"^\W*(?:و?كان(?:ت|ا|وا)?|و?سبق)\b")
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
        if event.date is None and i and _SAME_TIME.match(head_of(event, draft.document.text)):
            event.date = about(ordered[i - 1], "same_time")
        if FAMILY_OF[event.type] not in MEETING or event.status not in _GOES_ON:
            continue
        earlier = event.after_of is not None or event.inside_of is not None
        earlier = earlier or _HAD.match(head_of(event, draft.document.text)) is not None
        earlier = earlier or (event.type is EventType.VISIT and event.status is EventStatus.ONGOING)
        if told_as_many(event, draft.document.text):
            continue
        if event.date is None and before is not None and not earlier and _goes_on(before, event):
            event.date = about(before, "carried")
        before = event if event.status in TOLD or event.date else before
    share_days(ordered, draft.document.text)
    tie_days(ordered, {a.slug: a for a in draft.actors}, draft.statements, draft.document.text)


def _goes_on(before: Finding, event: Finding) -> bool:
    """A contact of the same states in the same lines or the next."""
    near = event.paragraph - before.paragraph in (0, 1, 2)
    if FAMILY_OF[event.type] is Family.ACCORD and not event.verbal and (event.definite or not event.carried):
        return False  # «بحثا تنفيذ الاتفاق»: that was made before
    one, other = before.countries, event.countries
    return near and len(one) >= 2 and len(other) >= 2 and (one <= other or other <= one)


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
    strikes = [e for e in events if e.type in _STRIKES and about(e, "strike") is not None]
    for event in events:
        if event.date is not None or event.type is not EventType.SHOOTDOWN or event.status not in _GOES_ON:
            continue
        near = [s for s in strikes if abs(s.paragraph - event.paragraph) <= _REACH]
        nearest = min(near, key=lambda s: abs(s.order - event.order), default=None)
        event.date = about(nearest, "strike") if nearest is not None else None


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
        event.date = DatedWords(approximate(window), None, "lasted") if window else None


def carry_beside(events: Sequence[Finding], text: str) -> None:
    """«رفض الجيش … أثناء زيارة … بدأها الاثنين», «أبلغ … قبل الضربات»: of about the day of the other."""
    told: dict[Span, list[tuple[Finding, Finding]]] = defaultdict(list)
    for event in events:
        for telling in (event, *event.told_in):
            told[telling.span].append((telling, event))
    for event in events:
        if event.date is not None or event.status not in TOLD:
            continue
        for telling, other in told[event.span]:
            if other is not event and other.date is not None and _beside(event, telling, text):
                event.date = as_told(other.date, "beside")
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
            event.date = as_told(event.claim.said, "announced")
            continue
        framed = _spoken_at(event, draft.statements, text)
        if framed is not None and framed.said is not None:
            event.date = as_told(framed.said, "spoken_at")
            continue
        said = _speaking(event, draft.statements, text)
        if said is not None and said.said is not None:
            event.date = replace(said.said, rule=f"speaking:{said.said.rule}")
        elif i and _said_there(event, text) and event.paragraph - events[i - 1].paragraph <= 1:
            event.date = about(events[i - 1], "said_there")


def _spoken_at(event: Finding, statements: Sequence[Statement], text: str) -> Statement | None:
    """«قال فلان في مستهل اجتماع …: …»: the statement for which the event is the occasion."""
    contact = FAMILY_OF[event.type] is Family.CONTACT and event.type is not EventType.VISIT
    if event.verbal or not (contact or event.trigger.id == _PRESS):
        return None
    here = (s for s in statements if s.paragraph == event.paragraph and event.span.contains(s.verb))
    before = (s for s in here if s.verb.end <= event.words.start < s.content.start)
    return next((s for s in before if _OCCASION.search(fold(text[s.verb.end : event.words.start]))), None)


def _said_there(event: Finding, text: str) -> bool:
    contact = FAMILY_OF[event.type] is Family.CONTACT or event.trigger.id == _PRESS
    return contact and _SAID_THERE.match(head_of(event, text) + " ") is not None


def _announced(event: Finding, claim: Statement, text: str) -> bool:
    """«أعلن الجيش اليوم أنه قصف …», «وليل الخميس قال …»: news of the day on which it is told."""
    if claim.said is None or event.status not in TOLD or not claim.said.rule.startswith("said.clause"):
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
