"""What the words before a noun presuppose: «بعد الهجوم», «عقب أسابيع من الضربات», «بدء العملية»."""

from __future__ import annotations

from app.domain.codes import FAMILY_OF, Family
from app.ingest.happenings.cues import reacted_to
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords


def taken_for_granted(view: View, found: Candidate, words: EventWords) -> bool:
    """«قررت … بعد إسقاط», «بعد أسابيع من ضربات»: what the sentence takes as a fact."""
    if found.verbal:
        return False
    if found.light is not None and _told_apart(view, found):
        return True
    if found.light is not None and found.light < found.start:
        return False
    if after_given(view, found, words):
        return True
    if found.light is not None:
        return False
    if found.governor == found.carrier - 1 and view.has(found.governor, words.cues["effecting"]):
        return True
    if reacted_to(view, found, words):
        return True
    contact = FAMILY_OF[found.trigger.type] is Family.CONTACT and not found.definite
    return contact and plain(view.fold(found.carrier - 1)) in ("في", "لدي")


def after_given(view: View, found: Candidate, words: EventWords) -> bool:
    """«بعد مباحثات», «بعد أسابيع من ضربات», «بعد مفاوضات استمرت يومين»."""
    for k in range(found.carrier - 1, max(-1, found.carrier - 7), -1):
        if plain(view.fold(k)) in words.cues["given"]:
            return not _by_means(view, k)
        if not (k in view.dated or view.has(k, words.cues["span"]) or view.fold(k).isdigit()):
            break
    return False


def _by_means(view: View, k: int) -> bool:
    """«من خلال الإفراج عن …»: by doing so, not in the course of it."""
    return plain(view.fold(k)) == "خلال" and plain(view.fold(k - 1)) == "من"


def _told_apart(view: View, found: Candidate) -> bool:
    """«يرجح أن اللقاء الذي عقد أمس …»: a verb of its own clause tells in the perfect that it took place."""
    light = found.light
    if light is None or light < found.start or view.clauses[light] == view.clauses[found.start]:
        return False
    reading = view.verbs[light]
    return (
        reading is not None
        and (reading.aspect == "p" or reading.suffix is not None)
        and not future(view, light)
    )


def factual(view: View, found: Candidate, words: EventWords) -> bool:
    """«بدء العملية»: the noun before says that it happened."""
    return found.carrier != found.start and view.has(found.carrier, words.cues["factual"])


def plain(word: str) -> str:
    """A particle without the conjunction before it."""
    return word[1:] if word[:1] in ("و", "ف") and len(word) > 2 else word


def future(view: View, verb: int | None) -> bool:
    if verb is None:
        return False
    reading = view.verbs[verb]
    if reading is not None and "س" in reading.prefixes:
        return True
    return view.fold(verb - 1) in ("سوف", "وسوف")
