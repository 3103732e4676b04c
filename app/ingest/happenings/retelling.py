"""The actor of an act that is told again without one: «استدعت تركيا السفير», later «تم استدعاء السفير»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.records import ActorKind, EventType, Participant, Role
from app.ingest.happenings.cast import Cast
from app.ingest.happenings.finding import Finding
from app.ingest.happenings.merging import LOOK_BACK

#: Acts between states that one article repeats with the same sides.
_REPEATED = frozenset({EventType.SUMMONING, EventType.AIRSPACE_VIOLATION, EventType.DIPLOMATIC_PROTEST})


def carry_parties(events: Sequence[Finding]) -> None:
    """Give an act without doer that of the act of its type told before against the same state.

    Talks of states that are told again as talks of their armies are of both.
    """
    for event in events:
        _join_armies(event)
        _join_sponsors(event)
    told: list[Finding] = []
    for event in sorted(events, key=lambda e: e.order):
        if event.type not in _REPEATED:
            continue
        if event.cast.actors:
            told.append(event)
            continue
        states = _countries(event)
        earlier = next(
            (t for t in told[: -LOOK_BACK - 1 : -1] if t.type is event.type and states & _countries(t)), None
        )
        if earlier is not None:
            _take(event, earlier.cast)


def _join_armies(event: Finding) -> None:
    if event.trigger.frame != "mutual" or not event.participants:
        return
    known = set(event.slugs)
    if not known <= event.countries:
        return
    for telling in event.told_in:
        armies = [p for p in telling.cast.both if p.kind is ActorKind.MILITARY and p.country in known]
        if len({p.country for p in armies}) == len(known):
            added = tuple(Participant(p.slug, Role.PARTICIPANT) for p in armies)
            event.participants = (*event.participants, *added)
            return


def _join_sponsors(event: Finding) -> None:
    """«… برعاية روسية» in another telling of a meeting, «… بطلب من قطر»."""
    for phrase in (p for telling in (event, *event.told_in) for p in telling.cast.sponsors):
        if phrase.slug not in event.slugs:
            event.participants = (*event.participants, Participant(phrase.slug, Role.PARTICIPANT))


def _countries(event: Finding) -> set[str]:
    return {p.country for p in event.cast.targets if p.country}


def _take(event: Finding, cast: Cast) -> None:
    event.cast = replace(event.cast, actors=cast.actors)
    sources = tuple(Participant(p.slug, Role.SOURCE) for p in cast.actors)
    event.participants = (*sources, *event.participants)
