"""Verbs near the name of an act that seem to carry it and are said of something else."""

from __future__ import annotations

from dataclasses import replace

from app.ingest.happenings.particles import THAT
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.subjects import resumed
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import load_event_words


def freed(view: View, found: Candidate) -> Candidate:
    """«أكد الجيش اعتراض صاروخ أطلقه …»: a verb that describes the object does not carry the event."""
    if (teller := _telling(view, found)) is not None:
        return replace(found, light=teller)
    if found.light is not None and _of_what_is_told(view, found, found.light):
        return _without_light(view, found)
    antecedent = view.antecedents.get(view.clauses[found.light]) if found.light is not None else None
    if antecedent is None or found.verbal or antecedent != found.key or found.light == found.start:
        return found
    if adjectival(view.fold(antecedent)):  # «المكالمة الهاتفية التي أجراها»: it describes the event
        return found
    return _without_light(view, found)


def _without_light(view: View, found: Candidate) -> Candidate:
    first, _ = view.clause_range(found.start)
    governor = next((k for k in range(found.carrier - 1, first - 1, -1) if view.verbs[k] is not None), None)
    return replace(found, light=None, governor=governor)


def _of_what_is_told(view: View, found: Candidate, light: int) -> bool:
    """«قال فلان خلال مؤتمر صحفي إن الهدنة انتهت»: a verb after «إن» is said of something else."""
    first, _ = view.clause_range(light)
    own = view.clauses[light] == view.clauses[found.start]
    return light > found.end and not own and not found.verbal and view.fold(first) in THAT


def _telling(view: View, found: Candidate) -> int | None:
    """«أدى هجوم شنه مقاتلون إلى …»: the verb before tells its outcome, that of its own clause who did it."""
    cues = load_event_words().cues
    if found.verbal or found.light is None or found.light > found.start:
        return None
    if not view.has(found.light, cues["result"] | cues["struck"]):
        return None
    for clause, antecedent in view.antecedents.items():
        first, end = view.bounds[clause]
        verb = next((k for k in range(first, end) if view.verbs[k] is not None), None)
        own = found.start <= antecedent <= found.end + 1
        if own and verb is not None and view.has(verb, cues["light"]) and resumed(view, verb):
            return verb
    return None
