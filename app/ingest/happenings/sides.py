"""Whose side told of what the other lost, where nobody is named as doing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.records import ActorKind, EventType
from app.ingest.happenings.aims import LOSSES
from app.ingest.happenings.particles import ARMS
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View

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
    return found.verbal and found.trigger.type in _STRIKES and any(view.has(k, ARMS) for k in before)


def defending(view: View, found: Candidate) -> list[Phrase]:
    """«تصدت الدفاعات … وتمكنت من إسقاط»: air defences that the sentence has named before."""
    reading = view.verbs[found.start]
    if found.trigger.type is not EventType.SHOOTDOWN or (reading is not None and reading.person == "1"):
        return []
    before = [p for p in view.phrases if p.end <= found.start and (p.agent or p.kind is ActorKind.MILITARY)]
    return before[-1:]
