"""One act of force named twice in a sentence is one."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.codes import FAMILY_OF
from app.ingest.happenings.triggers import VIOLENT, Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords


def told_once(view: View, found: Iterable[Candidate], words: EventWords) -> list[Candidate]:
    """One act of force once, where a sentence names it twice.

    «هجوم … استهدف منشأتين», «هجوم عبر إطلاق صواريخ», «مقتل جنود في هجوم».
    """
    kept: list[Candidate] = []
    for candidate in found:
        if kept and _describes(view, candidate, kept[-1]):
            continue
        while kept and _explains(view, candidate, kept[-1], words):
            kept.pop()
        kept.append(candidate)
    return kept


def _explains(view: View, noun: Candidate, before: Candidate, words: EventWords) -> bool:
    """The later noun says what the earlier was, or in what somebody died."""
    forceful = FAMILY_OF[noun.trigger.type] in VIOLENT and FAMILY_OF[before.trigger.type] in VIOLENT
    if noun.verbal or noun.definite or not forceful or view.clauses[noun.start] != view.clauses[before.start]:
        return False
    link = view.fold(noun.carrier - 1)
    if "victims" in before.trigger.guards:
        return link in words.cues["inside"] and noun.trigger.label_en != before.trigger.label_en
    return not before.verbal and link in words.cues["means"]


def _describes(view: View, verb: Candidate, noun: Candidate) -> bool:
    if "victims" in verb.trigger.guards and "victims" in noun.trigger.guards:
        return True
    families = {FAMILY_OF[verb.trigger.type], FAMILY_OF[noun.trigger.type]}
    return (
        verb.verbal
        and not noun.verbal
        and not noun.definite
        and families <= VIOLENT
        and verb.start - noun.end <= 3
        and view.clauses[verb.start] == view.clauses[noun.start]
    )
