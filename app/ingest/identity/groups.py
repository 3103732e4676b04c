"""Whom a description of a group refers to, and which unnamed groups are actors of the article."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import Actor, ActorKind, Candidate, Draft, MentionHow, Sign
from app.ingest.identity.told import Told
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold

_IN_ARMS = frozenset({"armed", "militias", "forces"})
_KINDS = (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.MILITARY)


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Leave out groups without a name that neither speak nor take part in an event: they are talked of."""
    acting = {p.slug for event in draft.events for p in event.participants}
    acting |= {statement.speaker.slug for statement in draft.statements}
    idle = {a.slug for a in draft.actors if _is_nameless(a) and a.slug not in acting}
    return replace(
        draft,
        actors=tuple(a for a in draft.actors if a.slug not in idle),
        mentions=tuple(m for m in draft.mentions if m.slug not in idle),
    )


def _is_nameless(actor: Actor) -> bool:
    described = all(m.how is MentionHow.DESCRIPTION for m in actor.mentions)
    return not actor.known and actor.kind in _KINDS and bool(actor.mentions) and described


def group_told(candidate: Candidate, told: Told) -> Actor | None:
    """The group of these words: an earlier one of their family, else the one they introduce.

    «المسلحون» without more goes back to the armed group that the article told of, where it told of one.
    """
    stub = candidate.readings[0]
    if stub.slug in told.found:
        return told.found[stub.slug]
    earlier = _earlier(candidate, told)
    if earlier is not None or candidate.sure:
        return earlier or stub
    if candidate.head == "politics":
        return None
    groups = {a.slug: a for a in told.found.values() if a.kind is ActorKind.ARMED_GROUP}
    return groups.popitem()[1] if candidate.head == "armed" and len(groups) == 1 else stub


def _earlier(candidate: Candidate, told: Told) -> Actor | None:
    """The last group of the family that is described by no other words."""
    stub = candidate.readings[0]
    said = _words(stub)
    for before, actor in told.lately():
        if before.sign is not Sign.GROUP or not _are_kin(before.head, candidate.head):
            continue
        known = _words(actor)
        same_noun = stub.name_en.split()[-1] == actor.name_en.split()[-1]
        if not candidate.sure and before.head == candidate.head:
            return actor
        if said == known if not same_noun else (said <= known or known <= said or _points_back(candidate)):
            return actor
    return None


def _are_kin(one: str, other: str) -> bool:
    """«القوات الكردية», «المقاتلون الأكراد»: nouns of those in arms may mean the same."""
    return one == other or {one, other} <= _IN_ARMS


def _points_back(candidate: Candidate) -> bool:
    """«المجموعة المتمردة» after «مجموعة مسلحة»: with the article, and of no state of its own."""
    return candidate.country is None and candidate.span.text.startswith(("ال", "لل"))


def _words(actor: Actor) -> frozenset[str]:
    """What the English says of a group besides its noun."""
    return frozenset(fold(actor.name_en).split()[:-1])
