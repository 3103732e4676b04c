"""Nouns of events that are only named: what is to begin or to stop, what a thing is for, where one was."""

from __future__ import annotations

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import EventType
from app.ingest.happenings.carriers import VIOLENT
from app.ingest.happenings.cues import any_speaks, reacted_to, speaks
from app.ingest.happenings.particles import BETWEEN, WITH
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords

#: So many words back may stand what an aim belongs to.
FAR = 20
_ABOUT = frozenset("بشان حول بخصوص عن حيال ازاء".split())


def named_only(view: View, found: Candidate, near: list[int], words: EventWords) -> bool:
    """What is to be ended, what something is for, what is decided or called for: named, not told."""
    if not found.verbal and (_custom(view, found, words) or _plotted(view, found, words)):
        return True
    if found.light is not None and _ended(view, found, words):
        return True
    if not found.verbal and _only_a_name(view, found, words):
        return True
    if found.verbal or (found.light is not None and not _stopped(view, found, words)):
        return found.light is not None and any_speaks(view, near, words.cues["urge"])
    calling = found.governor is not None and view.fold(found.carrier - 1) in ("الي", "لل")
    return (
        _stopped(view, found, words)
        or any_speaks(view, [found.carrier - 1, found.carrier - 2], words.cues["topic_heads"])
        or _aimed_at(view, found, words)
        or _sought(view, found, words)
        or _bent_on(view, found, words)
        or _to_begin(view, found, words)
        or _meant_to_do(view, found, near, words)
        or _attended(view, found, words)
        or (_of_decision(view, found, words) and not _decreed(found))
        or any(view.has(k, words.cues["barring"]) for k in (found.carrier - 1, found.carrier - 2))
        or (calling and view.has(found.governor or 0, words.cues["urge"]))
        or any_speaks(view, near, words.cues["urge"])
    )


def _of_decision(view: View, found: Candidate, words: EventWords) -> bool:
    """«قرار إرسال قوات», but not «القرار»: with the article it governs no noun."""
    k = found.carrier - 1
    return view.has(k, words.cues["resolved"]) and not view.fold(k).startswith("ال")


def _decreed(found: Candidate) -> bool:
    """«أصدر قرارا برفع الحظر»: who decides such a thing has done it."""
    return found.decided and "decreed" in found.trigger.guards


def meant_for(found: Candidate) -> bool:
    """«وصل للقاء نظيره»: the contact for which somebody came."""
    contact = FAMILY_OF[found.trigger.type] is Family.CONTACT and found.light is None
    return contact and found.bare is not None and found.bare.preposition == "ل" and not found.definite


def came_for(view: View, found: Candidate, words: EventWords) -> bool:
    """«وصل للقاء نظيره», «سافر لإجراء محادثات»: so too where a light noun stands before it."""
    wrapped = found.carrier != found.start and view.fold(found.carrier).startswith("ل")
    travels = found.governor is not None and any(
        t.type is EventType.VISIT for t in words.by_verb.get(_lemma_at(view, found.governor), ())
    )
    contact = FAMILY_OF[found.trigger.type] is Family.CONTACT and found.light is None
    return meant_for(found) or (contact and wrapped and travels and not found.definite)


def _lemma_at(view: View, k: int) -> str:
    reading = view.verbs[k]
    return reading.lemma if reading is not None else ""


def _ended(view: View, found: Candidate, words: EventWords) -> bool:
    """«سينهي القتال»: of acts of force it names what is to stop, or has."""
    return FAMILY_OF[found.trigger.type] in VIOLENT and view.has(found.light or 0, words.cues["stopping"])


def _stopped(view: View, found: Candidate, words: EventWords) -> bool:
    """«إنهاء الاشتباكات», «حل الصراع», «تقليص الوجود»: what is to be ended is named, not told."""
    contact = FAMILY_OF[found.trigger.type] is Family.CONTACT
    told = found.verbal or found.light is not None or found.decided or contact
    places = {found.carrier, found.start - 1} - {found.start}  # «إثر حل البرلمان»: its own noun
    return not told and any(view.has(k, words.cues["stop"]) for k in places)


def _to_begin(view: View, found: Candidate, words: EventWords) -> bool:
    """«مبادرة لإطلاق حوار», «زيارة لإجراء محادثات»: what another thing is for, and with nobody."""
    contact = FAMILY_OF[found.trigger.type] is Family.CONTACT and not found.definite
    if not contact or found.carrier == found.start or not view.fold(found.carrier).startswith("ل"):
        return False
    planned = words.cues["intend"] | words.cues["possible"]
    if found.governor is not None and speaks(view, found.governor, planned):
        return False  # «تخطط لعقد قمة»
    with_whom = any(view.fold(k) in WITH | BETWEEN for k in range(found.end, found.end + 5))
    return view.has(found.carrier, words.cues["begun"]) or not with_whom


def _plotted(view: View, found: Candidate, words: EventWords) -> bool:
    """«التخطيط لتفجير», «إعداد الخلية لهجوم»: an act of force that is only prepared."""
    through = any(view.fold(k).startswith("ل") for k in (found.carrier, found.start))
    aimed = through or view.fold(found.carrier - 1) in ("الي", "علي")
    if not aimed or FAMILY_OF[found.trigger.type] not in VIOLENT:
        return False
    first = view.clause_range(found.carrier)[0]
    return any(
        view.has(k, words.cues["plotting"]) for k in range(max(first, found.carrier - 4), found.carrier)
    )


def _meant_to_do(view: View, found: Candidate, near: list[int], words: EventWords) -> bool:
    """«أسلحة لشن هجمات»: an act of force for which something is; but «تستعد لشن عملية» is planned."""
    wrapped = found.carrier != found.start and view.fold(found.carrier).startswith("ل")
    aimed = wrapped and not found.definite and FAMILY_OF[found.trigger.type] in VIOLENT
    return aimed and not any_speaks(view, near, words.cues["intend"] | words.cues["possible"])


def _custom(view: View, found: Candidate, words: EventWords) -> bool:
    """«دأبت على قصف …»: what somebody does again and again is no one act."""
    k = found.governor if found.governor is not None else found.carrier - 1
    within = view.clause_range(found.carrier)[0] <= k
    return within and view.has(k, words.cues["accustomed"])


def _attended(view: View, found: Candidate, words: EventWords) -> bool:
    """«على هامش اجتماعات الجمعية», «للمشاركة في قمة»: where something else was done."""
    k = found.carrier - 1
    return view.has(k, words.cues["attended"]) or (
        view.fold(k) == "في" and view.has(k - 1, words.cues["attended"]) and view.verbs[k - 1] is None
    )


def _only_a_name(view: View, found: Candidate, words: EventWords) -> bool:
    """«ميدان الاعتصام», «مواقع لانتشار القوات»: of a ground; «رئاسة مؤتمر …»: of a body; «أي هجوم»."""
    k = found.carrier - 1
    contact = FAMILY_OF[found.trigger.type] is Family.CONTACT
    if view.has(k, words.cues["sides_of"]):
        return True  # «طرفا النزاع», «أطراف الاتفاق»
    if view.fold(k) in words.cues["whichever"] and not contact:
        return True  # «أي هجوم»
    if found.trigger.type is EventType.SANCTION and any(
        view.has(j, words.cues["breaking"]) for j in (k, k - 1)
    ):
        return True
    gathering = found.trigger.id == "meeting.gathering"
    if gathering and any(view.has(j, words.cues["posts_of"]) for j in (k, k - 1)):
        return True
    if view.has(k, words.classes["titles"]) and not view.fold(k).startswith("ال") and k not in view.at:
        return True  # «رئيس تحرير صحيفة», «مدير عمليات»
    return k not in view.at and view.has(k, words.cues["grounds_of"])


def _sought(view: View, found: Candidate, words: EventWords) -> bool:
    """«لبحث وقف إطلاق النار», «مشروع هدنة»: a truce that talks or plans are about."""
    if found.trigger.type is not EventType.CEASEFIRE or found.light is not None:
        return False
    about = view.fold(found.carrier - 1) in _ABOUT and not found.definite
    places = range(found.carrier - 4, found.carrier - 1) if about else [found.carrier - 1]
    return any(view.has(k, words.cues["sought"]) for k in places)


def _bent_on(view: View, found: Candidate, words: EventWords) -> bool:
    """«محاولات رامية إلى تثبيت نفوذها، وإرسال أسلحة»: the aim goes on with «و»."""
    if found.light is not None or not view.fold(found.carrier).startswith("و"):
        return False
    first = max(view.clause_range(found.carrier)[0], found.carrier - FAR)
    aims = (k for k in range(found.carrier - 1, first, -1) if view.fold(k) == "الي")
    return any(view.has(k - 1, words.cues["bent_on"]) for k in aims)


def _aimed_at(view: View, found: Candidate, words: EventWords) -> bool:
    """«منصات لإطلاق الصواريخ»: what something is for has not been done."""
    if view.has(found.start - 1, words.cues["exposed"]) or reacted_to(view, found, words):
        return False  # «كان هدفا لهجوم», «انتقاما لمقتله»
    acts_on = (
        bool(found.trigger.needs)
        or found.trigger.id == "capture"
        or FAMILY_OF[found.trigger.type] is Family.STRIKE
    )
    masdar = found.end - found.start > 1 or bool(found.trigger.needs) or found.trigger.id == "capture"
    return found.bare is not None and found.bare.preposition == "ل" and acts_on and masdar
