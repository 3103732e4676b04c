"""Who, according to a later sentence, led a delegation to talks or handed over a message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.records import ActorKind, EventType, Participant, Role
from app.ingest.happenings.finding import Finding
from app.ingest.happenings.particles import COUNTERPART, DELEGATIONS, HANDS_OVER, LEADS, LETTERS, PEER
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.view import View

#: So many paragraphs after the talks or the message such a sentence may stand.
REACH = 6
#: The words between a verb of leading and the name of the leader.
_NEAR = 14


@dataclass(frozen=True, slots=True)
class Envoy:
    """A person and what for: ``state`` whose delegation the person led, None for the bearer of a message."""

    paragraph: int
    person: str
    state: str | None


def envoys_in(view: View) -> Iterator[Envoy]:
    """«وترأس الوفد الروسي فلان», «مثّل الجانب الأميركي فلان», «قام بتسليم الرسالة فلان»."""
    here = view.sentence.paragraph
    for k, verb in enumerate(view.verbs):
        if verb is None:
            continue
        if view.has(k, LEADS) and (state := _delegation(view, k)) is not None:
            yield from (Envoy(here, p.slug, p.country or state) for p in _leaders(view, k))
        elif _hands_over(view, k):
            yield from (Envoy(here, p.slug, None) for p in _leaders(view, k)[:1])


def _delegation(view: View, verb: int) -> str | None:
    """The state whose delegation the verb has as its object."""
    for k in range(verb + 1, min(verb + 9, len(view.tokens) - 1)):
        if view.has(k, DELEGATIONS):
            named = view.nations.get(k + 1) or view.nations.get(k + 2) or view.at.get(k) or view.at.get(k + 1)
            return named.country if named is not None else None
    return None


def _hands_over(view: View, k: int) -> bool:
    """«سلّم الرسالة», «قام بنقل الرسالة»: only of a message the article has told."""
    near = range(k, min(k + 4, len(view.tokens)))
    return any(view.has(j, HANDS_OVER) for j in near) and any(
        view.has(j, LETTERS) and view.fold(j).startswith("ال") for j in near
    )


def _leaders(view: View, verb: int) -> list[Phrase]:
    """The first person named after the verb, and the counterparts met in the same sentence."""
    after = [p for p in view.phrases if verb < p.start <= verb + _NEAR and p.kind is ActorKind.PERSON]
    peers = [
        p
        for p in view.phrases
        if p.start > verb and p.kind is ActorKind.PERSON and _is_peer(view, p) and p not in after[:1]
    ]
    return [*after[:1], *peers] if after else []


def _is_peer(view: View, phrase: Phrase) -> bool:
    return any(view.has(k, PEER | COUNTERPART) for k in range(phrase.start, phrase.end))


def join_envoys(events: Sequence[Finding], envoys: Sequence[Envoy]) -> None:
    """Give talks of states the heads of their delegations, and a message its bearer."""
    for envoy in envoys:
        ordered = sorted(events, key=lambda e: e.order)
        near = [e for e in ordered if 0 <= envoy.paragraph - e.paragraph <= REACH and _sent_to(e, envoy)]
        for event in near[-1:]:
            if envoy.person not in event.slugs:
                role = Role.SOURCE if envoy.state is None else Role.PARTICIPANT
                event.participants = (*event.participants, Participant(envoy.person, role))


def _sent_to(event: Finding, envoy: Envoy) -> bool:
    if envoy.state is None:
        return event.trigger.id == "message"
    return event.type in (EventType.TALKS, EventType.MEETING) and envoy.state in event.slugs
