"""What a trigger demands beyond its words before it counts as an event."""

from __future__ import annotations

from app.domain.records import ActorKind, DatedWords, Place
from app.ingest.happenings.cast import Cast
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import readings

_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE})
_DELEGATIONS = frozenset(
    "وفد وفدا وزير رئيس مبعوث مسؤول مسؤولون وزراء نائب موفد سفير امير ملك مستشار جنرال".split()
)
_OFFERED_ON = frozenset({"علي"})


def admitted(view: View, found: Candidate, cast: Cast, place: Place | None, date: DatedWords | None) -> bool:
    """Whether every guard of the trigger is met."""
    met = {
        "person_object": lambda: _two_sides(cast, found),
        "person_subject": lambda: _person_acts(view, found, cast),
        "pair": lambda: len(cast.everyone) >= 2 or cast.pair is not None,
        "place": lambda: place is not None,
        "by_country": lambda: bool(cast.everyone),
        "in_country": lambda: place is not None or bool(cast.targets),
        "by_source": lambda: any(_publishes(p) for p in cast.everyone),
        "needs_target": lambda: bool(cast.actors and cast.targets),
        "offer": lambda: bool(cast.actors) and _offered(view, found),
        "from": lambda: _asked_of(view, found),
        "dated": lambda: date is not None,
    }
    return all(met[guard]() for guard in found.trigger.guards if guard in met)


def _two_sides(cast: Cast, found: Candidate) -> bool:
    """Somebody acts on somebody: both are persons, offices or states."""
    if found.trigger.frame == "mutual":
        return len(cast.both) >= 2 and any(p.kind in _PEOPLE for p in cast.both)
    return bool(cast.targets) or (not found.verbal and any(p.kind in _PEOPLE for p in cast.everyone))


def _person_acts(view: View, found: Candidate, cast: Cast) -> bool:
    if any(p.kind in _PEOPLE for p in cast.actors):
        return True
    ahead = range(found.end, min(found.end + 3, len(view.tokens)))
    return bool(cast.actors) and any(view.has(k, _DELEGATIONS) for k in ahead)


def _publishes(phrase: Phrase) -> bool:
    return phrase.kind in (ActorKind.MEDIA, ActorKind.ORGANISATION, ActorKind.MILITARY, ActorKind.OFFICE)


def _offered(view: View, found: Candidate) -> bool:
    """«عرض على …»: the preposition within the clause."""
    _, end = view.clause_range(found.start)
    return any(view.fold(k) in _OFFERED_ON for k in range(found.end, min(end, found.end + 12)))


def _asked_of(view: View, found: Candidate) -> bool:
    """«طلب من … عدم / سحب / أن»: asked of somebody to do something."""
    _, end = view.clause_range(found.start)
    near = range(found.end, min(end, found.end + 8))
    at = next((k for k in near if view.fold(k) == "من"), None)
    if at is None:
        return False
    after = range(at + 1, min(len(view.tokens), at + 8))
    return any(
        view.fold(k) in ("ان", "عدم") or any(a.pos == "verbal_noun" for a in view.tokens[k].analyses)
        for k in after
    ) and not any(b.word == "اجل" for b in readings(view.fold(at + 1)))
