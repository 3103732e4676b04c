"""Whom a description of an act refers to: «هدد بعملية ضد …», «دمرت صواريخ أطلقها …»."""

from __future__ import annotations

from app.domain.codes import FAMILY_OF
from app.domain.records import EventType
from app.ingest.happenings.arguments import owners_between
from app.ingest.happenings.carriers import VIOLENT
from app.ingest.happenings.offices import comes_to_office
from app.ingest.happenings.particles import LAUNCHES
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.pronouns import meant
from app.ingest.happenings.subjects import subject_after
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import load_event_words
from app.languages.ar.frames import Frame

#: Triggers that tell what one side lost to the other.
LOSSES = ("shootdown", "destruction", "siege.lift")


def launched(view: View, found: Candidate) -> list[Phrase]:
    """«دمرت صاروخين من ثمانية أطلقتها إسرائيل»: whose they were that were brought down."""
    if not found.trigger.id.startswith(LOSSES):
        return []
    for k in range(found.end, min(found.end + 12, len(view.tokens))):
        described = view.clauses[k] in view.antecedents and view.parents[view.clauses[k]]
        if described == view.clauses[found.start] and view.has(k, LAUNCHES):
            return list(subject_after(view, k))
    return []


def bearing(view: View, found: Candidate) -> list[Phrase]:
    """«رسالة من … نقلها فلان»: who hands it over."""
    if found.trigger.id != "message":
        return []
    for k in range(found.end, min(found.end + 25, len(view.tokens))):
        if any(a.pos == "verb" and a.suffix and a.lemma in _HANDS_OVER for a in view.tokens[k].analyses):
            return list(subject_after(view, k))
    return []


_HANDS_OVER = frozenset({"نقل", "سلم", "حمل", "قدم"})


def meant_within(view: View, found: Candidate, frame: Frame) -> list[Phrase]:
    """«هدد بشن عملية ضد …»: who is meant by what follows, whatever clause or event that is."""
    for k in range(found.end, min(found.end + 20, len(view.tokens))):
        phrase = view.starting(k + 1)
        if frame.recipient and phrase is not None and phrase.prefix[-1:] == "ل":
            return [phrase] if view.clauses[k] == view.clauses[found.start] else []
        if view.fold(k) in frame.within and phrase is not None:
            return [phrase]
        if frame.asked and view.fold(k) == "ان" and k - found.end <= 4:
            verb = next((j for j in (k + 1, k + 2) if j < len(view.tokens) and view.verbs[j]), None)
            return list(subject_after(view, verb)) if verb is not None else []
        if frame.within and k - found.end <= 2 and view.fold(k)[0] == "ب" and _forceful(view, k):
            return owners_between(view, found, k + 1, view.clause_range(k)[1], load_event_words())
    return []


def _forceful(view: View, k: int) -> bool:
    """«باستهداف», «بقصف»: the name of an act of force."""
    words = load_event_words()
    bare = words.noun(view.fold(k))
    return bare is not None and any(FAMILY_OF[t.type] in VIOLENT for _, t in words.by_noun[bare.word])


def own_by_pronoun(view: View, found: Candidate, frame: Frame) -> list[Phrase]:
    """«تشمل جولته الهند», «منذ إصابته»: whose the act is, or whom it befell, by the pronoun on its noun."""
    suffix = found.bare.suffix if found.bare is not None else ""
    if comes_to_office(found) and suffix in ("ه", "ها"):
        return [p for p in meant(view, found.start, suffix) if p in view.phrases]
    befalls = "patient" in found.trigger.guards
    if found.bare is None or suffix not in ("ه", "ها") or found.bare.word in frame.undergone:
        return []
    return list(meant(view, found.start, suffix)) if befalls or found.trigger.type in _ONES_OWN else []


#: Types whose nouns take a pronoun for who acts: «زيارته», «انسحابها».
_ONES_OWN = frozenset(
    {EventType.VISIT, EventType.WITHDRAWAL, EventType.PROPOSAL, EventType.INVITATION, EventType.THREAT}
)
