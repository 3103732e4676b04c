"""Whether one actor goes on from another: by «و», by a dash, in brackets, as an ally."""

from __future__ import annotations

from app.ingest.happenings.particles import ALLIES, DASHES, MARKS, SIDE
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.view import View


def adjoins(view: View, end: int, k: int) -> bool:
    """Nothing but marks, adjectives, «و», «من جهة» and a group that the next explains between two phrases."""
    if end >= 0 and view.fold(k - 1) == "(":
        return k - end <= 6
    return end >= 0 and all(
        not view.tokens[j].is_word
        or view.fold(j) in ("و", "من")
        or view.fold(j) in SIDE
        or view.fold(j) in ALLIES
        or adjectival(view.fold(j))
        for j in range(end, k)
    )


def listed(view: View, phrase: Phrase) -> bool:
    """«مجموعة الخمس (روسيا والصين …)»: names in brackets say who the group before is."""
    following = view.starting(phrase.end)
    return view.fold(phrase.start - 1) == "(" and following is not None and following.conjoined


def after_and(view: View, k: int) -> bool:
    """«و"إسرائيل"»: the conjunction stands apart, before a quotation mark."""
    k -= 1
    while k >= 0 and view.fold(k) in MARKS:
        if view.fold(k) in DASHES:
            return True
        k -= 1
    return view.fold(k) == "و"
