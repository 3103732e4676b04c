"""What may stand between a verb and the name of its subject: titles, forces, arms, a day, a destination."""

from __future__ import annotations

from app.domain.records import ActorKind
from app.ingest.happenings.joining import chain
from app.ingest.happenings.particles import (
    ARMS,
    BELONGING,
    BETWEEN,
    DUAL_PEOPLE,
    ENVOYS,
    HEADS,
    LAUNCHES,
    LOOSE,
    MANY,
    PEOPLE,
    PREPOSITIONS,
    RELATED,
    RESUMING,
    SOLDIERS,
    TIMES,
    TOWARDS,
    WITH,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.view import View
from app.languages.ar.events import load_event_words, readings


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
    if view.fold(k) in RESUMING | _TO_THEM or names_relation(view, k):
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


def names_relation(view: View, k: int) -> bool:
    """«مع جارتها تركيا», «سلفه فلان»: a word with a pronoun that the next name explains."""
    return k not in view.at and any(b.suffix and b.word in RELATED for b in readings(view.fold(k)))


def officials_of(view: View, verb: int, k: int, end: int) -> tuple[Phrase, ...]:
    """«يجتمع وزراء الري في مصر والسودان»: officials of several states, which «في» names."""
    at = next((j for j in range(k, k + 4) if view.fold(j) == "في"), -2)
    named = view.starting(at + 1)
    if named is None or named.kind is not ActorKind.COUNTRY or not view.has(verb + 1, MANY):
        return ()
    states = tuple(p for p in chain(view, named, end) if p.kind is ActorKind.COUNTRY)
    return states if len(states) > 1 else ()


def sent_arms(view: View, verb: int) -> bool:
    """«اعترضت صاروخا فوق المدينة أطلقته …»: the verb describes arms that the clause has named before it."""
    first, _ = view.clause_range(verb)
    if not view.has(verb, LAUNCHES) or view.fold(verb)[0] == "و":
        return False
    arms = next((k for k in range(verb - 1, max(first, verb - 6) - 1, -1) if view.has(k, _SENT)), None)
    told = arms is not None and any(view.verbs[k] is not None for k in range(first, arms))
    return told and view.clauses[verb] not in view.antecedents


_SENT = load_event_words().classes["missiles"] | load_event_words().classes["unmanned"]
