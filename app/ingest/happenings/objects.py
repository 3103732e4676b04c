"""Verbal nouns with an object of their own: whether the actor after one performs or undergoes it."""

from __future__ import annotations

from app.domain.records import ActorKind
from app.ingest.happenings.particles import DECIDES, LOOSE, PREPOSITIONS
from app.ingest.happenings.phrases import Phrase, attached
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import load_event_words
from app.languages.ar.frames import load_frames


def takes_object(found: Candidate) -> bool:
    """Whether the frame of a trigger has a place for an object."""
    frame = load_frames().of(found.trigger)
    return "" in frame.target | frame.owned


def genitive_acts(view: View, found: Candidate, following: Phrase) -> bool:
    """«أعلنت تركيا قصف إسرائيل مواقع …»: after the genitive comes the object, so the genitive does it."""
    k = following.end
    if load_frames().of(found.trigger).recipient or attached(following) or not takes_object(found):
        return False
    aside = view.fold(k) in PREPOSITIONS | LOOSE or k in view.dated or adjectival(view.fold(k))
    after = (
        k < len(view.tokens)
        and view.tokens[k].is_word
        and view.verbs[k] is None
        and view.clauses[k] == view.clauses[found.start]
    )
    return after and not aside and not view.fold(k).startswith(("و", "ل", "ب"))


def has_object(view: View, found: Candidate) -> bool:
    """«قرر لبنان قصف مواقع …»: a transitive verbal noun, and after it a thing that cannot act."""
    classes = load_event_words().classes
    follows = found.end < len(view.tokens) and view.tokens[found.end].is_word
    acts = view.has(found.end, classes["agents"] | classes["armed"] | classes["gunmen"])
    return (
        takes_object(found)
        and follows
        and not acts
        and found.end not in view.at
        and not adjectival(view.fold(found.end))
    )


def stands_as_object(view: View, found: Candidate) -> bool:
    """Whoever stands after the verbal noun, if anybody, is what it needs and no doer of it."""
    following = view.starting(found.end)
    if following is None:
        return True
    if "object" in found.trigger.guards and found.key in range(following.start, following.end):
        return True
    decides = found.governor is not None and view.has(found.governor, DECIDES)
    if decides and load_frames().of(found.trigger).recipient and not following.agent:
        return True
    if following.agent or following.kind is ActorKind.MILITARY:
        return False
    return found.key is not None and following.start <= found.key < following.end


def done_to(view: View, found: Candidate) -> bool:
    """«تم استدعاء السفير», «جرى اعتقال …»: the genitive of a noun that takes an object undergoes it."""
    reading = view.verbs[found.light] if found.light is not None and found.light < found.start else None
    return (
        reading is not None
        and reading.lemma in _IS_DONE
        and view.tokens[found.start].is_verbal_noun
        and takes_object(found)
    )


_IS_DONE = frozenset({"تم", "جري"})


def befallen(view: View, found: Candidate) -> list[Phrase]:
    """«فلان، الذي ألقي القبض عليه»: whom the clause that tells it describes."""
    i = view.antecedents.get(view.clauses[found.start], -1)
    if not found.verbal or not any(view.fold(k) in _ON_HIM for k in range(found.start, found.end + 3)):
        return []
    while i >= 0 and not view.tokens[i].is_word:
        i -= 1
    named = view.at.get(i)
    return [named] if named is not None and named.kind is ActorKind.PERSON else []


_ON_HIM = frozenset({"عليه", "عليها"})
