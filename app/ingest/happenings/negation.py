"""What the words before a trigger say did not happen: negated, done without, or not achieved."""

from __future__ import annotations

from app.ingest.happenings.particles import MARKS
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords

_NEGATIONS = frozenset("الا لم لن لا ليس ليست ولم ولن ولا فلم فلن".split())
_LACKS = frozenset("عدم بعدم لعدم وعدم دون بدون ودون".split())


def negated(view: View, head: int, verb: int | None) -> bool:
    if verb is not None and _save_for(view, verb):
        return False
    places = [head] if verb is None else [head, verb]
    for place in places:
        k = place - 1
        while k >= 0 and view.fold(k) in MARKS:
            k -= 1
        if k >= 0 and (view.fold(k) in _NEGATIONS or view.fold(k) in _LACKS):
            return True
    return False


def _save_for(view: View, verb: int) -> bool:
    """«لم يبلغ الحكومة إلا قبل ساعة»: but for what follows it did not happen, so it did."""
    _, end = view.clause_range(verb)
    ahead = range(verb + 1, min(end, verb + EXCEPTED))
    return any(view.fold(k) in _EXCEPT and view.fold(k + 1) not in ("ان", "انه", "انها") for k in ahead)


_EXCEPT = frozenset({"الا", "سوي"})
#: So many words may stand between a negated verb and «إلا».
EXCEPTED = 16


def failed(view: View, found: Candidate, words: EventWords) -> bool:
    """«أخفق في تحقيق مصالحة», «لم يتمكن من الوصول»: its doer did not bring it about."""
    k = found.governor
    if found.verbal or k is None or found.carrier - k > 8:
        return False
    link = {view.fold(found.carrier - 1), view.fold(found.carrier - 2)}
    if view.has(k, words.cues["fail"]):
        return bool(link & {"في", "عن"})
    return view.has(k, words.cues["manage"]) and view.fold(k - 1) in _NEGATIONS


def without(view: View, head: int) -> bool:
    """«بلا عقد اتفاق أو هدنة»: it governs the nouns that follow it."""
    for k in range(head - 1, max(-1, head - 7), -1):
        if view.fold(k) in ("دون", "بدون"):
            return True
        if view.verbs[k] is not None or not view.tokens[k].is_word or view.clauses[k] != view.clauses[head]:
            return False
    return False
