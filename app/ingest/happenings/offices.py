"""Coming to an office: who is appointed to it, and whom he succeeds."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.records import ActorKind
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.subjects import subject_of
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.ingest.happenings.voice import passive

_AFTER_WHOM = frozenset({"خلفا", "خليفه"})
#: So many words a title may have between «خلفا» and the name.
_TITLE = 4


def comes_to_office(found: Candidate) -> bool:
    return found.trigger.id.startswith(("appointment", "taking_office"))


def installed(
    view: View, found: Candidate, actors: Sequence[Phrase], targets: Sequence[Phrase]
) -> list[Phrase]:
    """An appointment is of persons, not of the body they are to lead.

    «غادر فلان بغداد لكنه عين رئيسا للحكومة» is said of whoever the sentence is about.
    """
    if not comes_to_office(found):
        return list(targets)
    people = list(targets)
    if found.trigger.id.startswith("appointment"):
        people = [t for t in targets if t.kind in (ActorKind.PERSON, ActorKind.SOURCE)]
        if not people and found.verbal and passive(view, found.start):
            named = (p for p in subject_of(view, found.start) if p in view.phrases)
            people = [p for p in named if p.kind is ActorKind.PERSON]
    return [*people, *(_succeeded(view, found) if actors or people else ())]


def _succeeded(view: View, found: Candidate) -> list[Phrase]:
    """«عين فلان رئيسا خلفا لفلان»: who held the office before."""
    _, end = view.clause_range(found.start)
    for k in range(found.end, end):
        if view.fold(k) in _AFTER_WHOM:
            near = (p for p in view.phrases if k < p.start <= k + _TITLE and not p.adjective)
            return [p for p in near if p.kind is ActorKind.PERSON][:1]
    return []
