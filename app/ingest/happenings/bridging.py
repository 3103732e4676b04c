"""What may stand between a verb and the name of its subject: titles, forces, arms, a day, a place to go."""

from __future__ import annotations

from app.domain.records import ActorKind
from app.ingest.happenings.particles import (
    ARMS,
    BELONGING,
    BETWEEN,
    DUAL_PEOPLE,
    ENVOYS,
    HEADS,
    LOOSE,
    PEOPLE,
    PREPOSITIONS,
    RESUMING,
    SOLDIERS,
    TIMES,
    TOWARDS,
    WITH,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.view import View
from app.languages.ar.events import load_event_words


def arms_of(view: View, verb: int, phrase: Phrase) -> bool:
    """«غارة نفذتها طائرات حربية للتحالف»: whose arms or people the subject right after the verb is."""
    acts = view.has(verb + 1, _MANNED | load_event_words().classes["agents"])
    return phrase.prefix[-1:] == "ل" and acts and _carries(view, verb)


def _carries(view: View, verb: int) -> bool:
    """A verb that has its object in a pronoun or a noun after «ب», so that what follows is its subject."""
    reading = view.verbs[verb]
    own = load_event_words().cues["self_light"] | frozenset({"قام"})
    return reading is not None and (reading.suffix is not None or reading.lemma in own)


#: Arms and people who act for whoever they belong to.
_MANNED = ARMS | SOLDIERS | PEOPLE | load_event_words().classes["aircraft"]


def past_goal(view: View, k: int, end: int) -> Phrase | None:
    """«وصل إلى القاهرة اليوم وزير الخارجية فلان»: a person named after the place and perhaps the day."""
    for j in range(k + 2, min(k + 6, end)):
        phrase = view.starting(j)
        if phrase is not None and phrase.kind is ActorKind.PERSON and not phrase.prefix:
            return phrase
        if view.fold(j) in PREPOSITIONS or view.fold(j) == "،":
            return None
    return None


def bridges(view: View, k: int) -> bool:
    """A word that may stand between a verb and the name of its subject: a title, forces, a day, a mark."""
    if not view.tokens[k].is_word or k in view.dated or view.fold(k) in LOOSE:
        return True
    if view.fold(k) in RESUMING | _TO_THEM:
        return True
    if view.fold(k) in TOWARDS | WITH | BETWEEN | {"من", "عن", "ان"}:
        return False
    if view.verbs[k - 1] is not None and view.has(k, _MANNED) and _carries(view, k - 1):
        return True
    if view.has(k, BELONGING) and view.tokens[k - 1].is_word:
        return True
    classes = load_event_words().classes
    if view.has(k, classes["agents"] | classes["titles"] | ENVOYS | DUAL_PEOPLE):
        return True
    return view.has(k, TIMES) or view.has(k, HEADS | SEVERAL) or adjectival(view.fold(k))


_TO_THEM = frozenset("لهما لهم اليهما اليهم معهما معهم".split())
#: «أعلنت حركتا حماس والجهاد»: two groups by their names.
SEVERAL = (
    frozenset("حركتا حركتي جماعتا جماعتي فصائل كتائب مسلحو مقاتلو عناصر وزارتا وزارتي".split())
    | load_event_words().classes["groups"]
    | load_event_words().classes["armed"]
)
