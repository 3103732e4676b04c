"""Which side reports an act: what the other side lost, a meeting of its own or of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.records import ActorKind, EventType
from app.ingest.happenings.aims import LOSSES
from app.ingest.happenings.particles import ANNOUNCES, ARMS, JOINT
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.ingest.happenings.walking import Argument
from app.languages.ar.events import load_event_words

_ARMED_BODIES = frozenset({ActorKind.MILITARY, ActorKind.OFFICE})
_OFFICIAL = _ARMED_BODIES | {ActorKind.PERSON}
_STRIKES = frozenset({EventType.AIRSTRIKE, EventType.MISSILE_STRIKE})


def side_of_speaker(view: View, found: Candidate, targets: Sequence[Phrase]) -> list[Phrase]:
    """«قال الرئيس … إنه تم تدمير صواريخ روسية»: of what the other side lost, his own brought it down."""
    speaker = view.speaker_of(found.start)
    if speaker is None or speaker.country is None or not targets or speaker.kind not in _OFFICIAL:
        return []
    if any(p.country == speaker.country for p in targets):
        return []
    told_by_army = speaker.kind in _ARMED_BODIES and _unnamed_forces(view, found)
    if not (told_by_army or found.trigger.id.startswith(LOSSES)):
        return []
    return [replace(speaker, slug=speaker.country, kind=ActorKind.COUNTRY)]


def _unnamed_forces(view: View, found: Candidate) -> bool:
    """«قالت وزارة الدفاع إن قاذفات قصفت …»: planes of nobody else, whose army tells of them."""
    first, _ = view.clause_range(found.start)
    before = range(first, min(first + 4, found.start))
    unnamed = ARMS | load_event_words().classes["air_defence"]
    return found.verbal and found.trigger.type in _STRIKES and any(view.has(k, unnamed) for k in before)


def defending(view: View, found: Candidate) -> list[Phrase]:
    """«تصدت الدفاعات … وتمكنت من إسقاط»: air defences that the sentence has named before."""
    reading = view.verbs[found.start]
    if found.trigger.type is not EventType.SHOOTDOWN or (reading is not None and reading.person == "1"):
        return []
    before = [p for p in view.phrases if p.end <= found.start and (p.agent or p.kind is ActorKind.MILITARY)]
    return before[-1:]


def only_announces(view: View, found: Candidate, met: Sequence[Argument]) -> bool:
    """«أعلنت الوزارة عن قمة بين …»: who tells of it takes no part beside those it is between."""
    between = sum(a.preposition == "بين" for a in met)
    return found.light is not None and view.has(found.light, ANNOUNCES) and between > 1


def himself(view: View, phrase: Phrase, both: Sequence[Phrase]) -> Phrase:
    """«أبدى الرئيس استعداد بلاده لعقد لقاء مع نظيره»: persons meet, whatever one says of his state."""
    people = [p for p in both if p.kind is ActorKind.PERSON]
    if phrase.kind is not ActorKind.COUNTRY or not people or not pronoun_on(view.tokens[phrase.end - 1]):
        return phrase
    before = (p for p in reversed(view.phrases) if p.end <= phrase.start and p.kind is ActorKind.PERSON)
    return next((p for p in before if p.country == phrase.country and p not in people), phrase)


def in_arms(side: Sequence[Phrase]) -> list[Phrase]:
    """«قالت وزارة الدفاع إن جنديا قتل في اشتباك مع …»: no ministry fights, its state does."""
    return [
        replace(p, slug=p.country, kind=ActorKind.COUNTRY) if p.kind is ActorKind.OFFICE and p.country else p
        for p in side
    ]


def shared(view: View, argument: Argument) -> bool:
    """«قافلة مشتركة بين الأمم المتحدة والهلال الأحمر»: both have it."""
    if argument.preposition != "بين" or argument.head is not None:
        return False
    near = range(max(0, argument.phrase.start - 20), argument.phrase.start)
    return any(view.fold(k) in JOINT and view.fold(k + 1) == "بين" for k in near)
