"""What the words of a trigger say about their event, using nothing but the sentence itself."""

from __future__ import annotations

from typing import Any

from app.ingest.happenings.amounts import many, one_more, some_of_them
from app.ingest.happenings.cues import reacted_to
from app.ingest.happenings.granted import factual, taken_for_granted
from app.ingest.happenings.guards import determined
from app.ingest.happenings.headline_things import thing_of
from app.ingest.happenings.named import came_for
from app.ingest.happenings.particles import BETWEEN
from app.ingest.happenings.status import habitual
from app.ingest.happenings.triggers import Candidate, surely_verb
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords

#: «كان» stands at most so many words before the verb or noun that it sets back.
SET_BACK = 9
_PAUSES = frozenset("، , . ؛ :".split())


def manner(view: View, found: Candidate, words: EventWords, text: str) -> dict[str, Any]:
    """Fields of a ``Finding`` by name."""
    return {
        "definite": found.definite,
        "verbal": found.verbal,
        "carried": found.light is not None or found.carrier != found.start,
        "told": found.verbal or found.light is not None or found.decided or _befell(view, found, words),
        "given": _given(view, found, words),
        "meant": came_for(view, found, words),
        "many": many(view, found, words),
        "possessed": found.bare is not None and bool(found.bare.suffix),
        "described": _tells_itself(view, found),
        "sure": surely_verb(view, found.start),
        "partial": some_of_them(view, found),
        "again": one_more(view, found, words),
        "determined": determined(view, found),
        "plural": found.bare is not None and found.bare.word.endswith("ات"),
        "earlier": _set_back(view, found),
        "thing": thing_of(view, found, text),
        "habitual": habitual(view, found, words),
    }


def _given(view: View, found: Candidate, words: EventWords) -> bool:
    """A preposition of time or cause takes it for a fact; a reaction alone does not where nobody is named."""
    granted = taken_for_granted(view, found, words) and not reacted_to(view, found, words)
    return granted or factual(view, found, words)


def _set_back(view: View, found: Candidate) -> bool:
    """«وكانت المحكمة قد برأت …», «وكان الناطق أعلن تنفيذ ضربات»: earlier than what the article tells."""
    for k in range(found.start - 1, max(-1, found.start - SET_BACK - 1), -1):
        if view.fold(k) in _PAUSES:
            return False
        verb = view.verbs[k]
        if verb is not None and verb.lemma == "كان" and verb.aspect == "p":
            return True
    return False


def _befell(view: View, found: Candidate, words: EventWords) -> bool:
    """«كان هدفا لهجوم»."""
    hit = found.bare is not None and found.bare.preposition == "ل"
    return hit and view.has(found.start - 1, words.cues["exposed"])


def _tells_itself(view: View, found: Candidate) -> bool:
    """By a clause of its own, by saying between whom it was («المحادثات بين الجانبين انهارت»), by a number of

    what was fired, or by the verb of whoever did it.
    """
    if found.light is not None and view.clauses[found.light] != view.clauses[found.start]:
        return True
    if found.light is not None and any(view.fold(k) in BETWEEN for k in range(found.end, found.end + 3)):
        return True
    return not found.verbal and (view.fold(found.end).isdigit() or "own" in found.trigger.guards)
