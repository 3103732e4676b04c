"""Which entry of the table a trigger becomes, depending on who acts, on what and with what.

«استهدفت الحركة قاعدة» is no air strike; «دمرت الدفاعات صواريخ» shoots them down; «شنت هجوما على جارتها»
crosses a border.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.domain.records import ActorKind, Place
from app.ingest.happenings.cast import Cast
from app.ingest.happenings.guards import two_states
from app.ingest.happenings.particles import WITH
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords

_STATES = frozenset({ActorKind.COUNTRY, ActorKind.MILITARY})
#: So many words before and after a trigger may say who acts and with what.
BEFORE, AFTER = 12, 14


def become(view: View, found: Candidate, cast: Cast, place: Place | None, words: EventWords) -> Candidate:
    """The candidate under the first entry whose condition holds, else as it is."""
    for when, entry in found.trigger.becomes:
        if _CONDITIONS[when](view, found, cast, place, words):
            return replace(found, trigger=words.by_id[entry])
    return found


def _near(view: View, found: Candidate) -> range:
    start, end = found.start - BEFORE, min(view.clause_range(found.start)[1], found.end + AFTER)
    return range(max(0, start), end)


def _by_groups(view: View, found: Candidate, cast: Cast, place: Place | None, words: EventWords) -> bool:
    """By those who have no air force it is an attack, unless something flies."""
    near = _near(view, found)
    groups = bool(cast.actors) and all(p.kind is ActorKind.ARMED_GROUP for p in cast.actors)
    gunmen = not cast.actors and any(view.has(k, words.classes["gunmen"]) for k in near)
    flying = words.classes["airforce"] | words.classes["aircraft"] | words.classes["strikes"]
    return (groups or gunmen) and not any(view.has(k, flying) for k in near)


def _abroad(view: View, found: Candidate, cast: Cast, place: Place | None, words: EventWords) -> bool:
    """A state or its army acts on another state, or in its land."""
    doers = {p.country for p in cast.actors if p.kind in _STATES and p.country}
    if not doers or any(view.has(k, words.classes["gunmen"]) for k in _near(view, found)):
        return False  # «دانت باريس الهجوم الذي شنه مسلحون»
    others = {p.country for p in cast.targets if p.country} | ({place.country} if place else set())
    _, end = view.clause_range(found.start)
    ahead = range(found.end, min(end, found.end + 8))
    others |= {view.nations[k].country for k in ahead if k in view.nations} - doers
    return bool(others - doers - {None}) and not others & doers


def _land_abroad(view: View, found: Candidate, cast: Cast, place: Place | None, words: EventWords) -> bool:
    """Abroad, and it is land or the state itself that is attacked: «هجوما على منطقة …», «تهاجم جارتها»."""
    ahead = range(found.end, min(view.clause_range(found.start)[1], found.end + 6))
    lands, sites = words.classes["lands"], words.classes["sites"]
    aim = next((k for k in ahead if view.has(k, lands | sites)), None)
    land = aim is not None and view.has(aim, lands)  # not «على مواقع في العراق»
    first = view.clause_range(found.start)[0]
    flown = words.classes["airforce"] | words.classes["aircraft"]
    if any(view.has(k, flown) for k in range(max(first, found.start - BEFORE), found.start)):
        return False  # «نفذت طائرات هجوما على بلدة»
    state = any(p.kind is ActorKind.COUNTRY and not p.adjective for p in cast.targets)
    whole = found.verbal and state and not any(view.has(k, sites) for k in ahead)
    return (land or whole) and _abroad(view, found, cast, place, words)


def _at_home(view: View, found: Candidate, cast: Cast, place: Place | None, words: EventWords) -> bool:
    """«أطلق الجيش المصري عملية عسكرية في سيناء»: an army acts in its own land, and on no other state."""
    doers = {p.country for p in cast.actors if p.kind in _STATES and p.country}
    others = {p.country for p in cast.targets if p.country} - doers
    return place is not None and place.country in doers and not others


def _air_defence(view: View, found: Candidate, cast: Cast, place: Place | None, words: EventWords) -> bool:
    """What flies is destroyed by those who defend the sky."""
    first, end = view.clause_range(found.start)
    objects = (found.end, found.end + 1, *((found.key,) if found.key is not None else ()))
    flying = any(view.has(k, words.classes["unmanned"]) for k in objects)
    near = range(max(first, found.start - BEFORE), min(end, found.end + AFTER))
    return flying and any(view.has(k, words.classes["air_defence"]) for k in near)


def _between_states(view: View, found: Candidate, cast: Cast, place: Place | None, words: EventWords) -> bool:
    return two_states(cast)


def _frontier(view: View, found: Candidate, cast: Cast, place: Place | None, words: EventWords) -> bool:
    """A state or a body of states shuts another out, not a crowd a road."""
    rules = any(p.kind in (ActorKind.COUNTRY, ActorKind.ORGANISATION) for p in cast.actors)
    others = {p.country for p in cast.targets if p.country} - {p.country for p in cast.actors}
    ahead = range(found.end, min(found.end + 3, len(view.tokens)))
    shared = any(view.fold(k) in WITH for k in ahead)  # «الحدود مع مالي»
    return (
        rules
        and (shared or bool(others))
        and found.key is not None
        and view.has(found.key, words.classes["frontiers"])
    )


Condition = Callable[[View, Candidate, Cast, Place | None, EventWords], bool]
_CONDITIONS: Mapping[str, Condition] = {
    "groups": _by_groups,
    "abroad": _abroad,
    "land_abroad": _land_abroad,
    "at_home": _at_home,
    "air_defence": _air_defence,
    "between_states": _between_states,
    "frontier": _frontier,
}
