"""The actors named after a trigger, each with the preposition that governs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.records import ActorKind
from app.ingest.happenings.particles import (
    ALL_OF,
    BETWEEN,
    BUILDINGS,
    BY,
    COUNTERPART,
    DASHES,
    ENVOYS,
    IN_AID_OF,
    LOOSE,
    MARKS,
    PLACE,
    SIDE,
    SPONSORS,
    TOWARDS,
    WITH,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords, readings


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor phrase with the preposition that governs it; empty where there is none."""

    preposition: str
    phrase: Phrase


def arguments_of(
    view: View, found: Candidate, limit: int, words: EventWords, used: Sequence[Phrase]
) -> Iterator[Argument]:
    """Actor phrases after the trigger in its clause, up to the next event or where its topic begins."""
    clause = view.clauses[found.end - 1]
    limit = _past_relative(view, found, limit)
    state = _State()
    k = found.end
    while k < limit:
        if view.clauses[k] != clause:
            if view.clauses[k] not in view.antecedents:
                return
            k += 1
            continue
        phrase = view.starting(k)
        if phrase is None or phrase in used:
            if phrase is None:
                _step(view, k, state, words)
            k = phrase.end if phrase else k + 1
            continue
        given = _given(view, found, phrase, state)
        if not state.topic or given == "مع":
            yield Argument(given, phrase)
        state.last, state.last_slug = given, phrase.slug
        state.preposition, state.done, state.end = "", given != "adj", phrase.end
        k = phrase.end


def _past_relative(view: View, found: Candidate, limit: int) -> int:
    """«سيلتقي فلان، الذي وصل …، مع فلان»: an event told aside does not end the clause of the first."""
    if not found.verbal or limit >= len(view.tokens):
        return limit
    inner = view.clauses[limit]
    aside = inner in view.antecedents and view.parents[inner] == view.clauses[found.start]
    return view.clause_range(found.start)[1] if aside else limit


def _given(view: View, found: Candidate, phrase: Phrase, state: _State) -> str:
    """The preposition that governs a phrase; «?» for one that says nothing of its part."""
    k = phrase.start
    given = attached(phrase) or state.preposition
    if given in PLACE and phrase.kind is ActorKind.PERSON and k - 1 > state.at:
        given = ""  # «التقى في عمان فلانا»: the preposition has its place
    linked = phrase.conjoined or _after_and(view, k)
    if (linked and _adjoins(view, state.end, k)) or phrase.slug == state.last_slug:
        return attached(phrase) or state.last
    if phrase.adjective and not state.preposition and not state.done and modifies(view, found, k):
        return "adj"
    if state.done and not attached(phrase) and not state.preposition:
        return "?"
    return given


@dataclass(slots=True)
class _State:
    """Where the walk over the words after a trigger stands."""

    preposition: str = ""
    last: str = ""
    last_slug: str = ""
    topic: bool = False
    done: bool = False
    end: int = -1
    at: int = -1


def _adjoins(view: View, end: int, k: int) -> bool:
    """Nothing but marks, adjectives, «و» and «من جهة» between one phrase and the next."""
    return end >= 0 and all(
        not view.tokens[j].is_word
        or view.fold(j) in ("و", "من")
        or view.fold(j) in SIDE
        or adjectival(view.fold(j))
        for j in range(end, k)
    )


def _after_and(view: View, k: int) -> bool:
    """«و"إسرائيل"»: the conjunction stands apart, before a quotation mark."""
    k -= 1
    while k >= 0 and view.fold(k) in MARKS:
        if view.fold(k) in DASHES:
            return True
        k -= 1
    return view.fold(k) == "و"


def attached(phrase: Phrase) -> str:
    last = phrase.prefix[-1:]
    return {"ل": "الي", "ب": "ب", "ك": "ك"}.get(last, "")


def modifies(view: View, found: Candidate, k: int) -> bool:
    """Nothing but adjectives stands between the trigger noun and this adjective of nationality."""
    between = range(found.end, k)
    return not found.verbal and all(
        not view.tokens[j].is_word or j in view.at or adjectival(view.fold(j)) for j in between
    )


def _step(view: View, k: int, state: _State, words: EventWords) -> None:
    """Take in one word that is no actor: a preposition, the turn to the topic, or neither."""
    word = view.fold(k)
    if word == "من" and view.fold(k + 1) in SIDE and view.starting(k + 2) is None:
        return
    if (word == "من" and view.has(k - 1, ENVOYS)) or k in view.dated:
        state.preposition = "" if k in view.dated else state.preposition
        return
    if word in ("،", "؛", ","):
        state.preposition = ""
    if word in BY and state.preposition == "من":
        state.preposition = "قبل"
    elif word in WITH | BETWEEN | TOWARDS | PLACE or word in ("من", "عن"):
        state.preposition, state.done, state.at = word, False, k
        state.topic = state.topic and word not in WITH
    elif word in COUNTERPART:
        state.preposition, state.done = state.preposition or "مع", False
    elif word in BUILDINGS:
        state.preposition = "?"
    elif word in words.cues["purpose"] or word in IN_AID_OF or _in_order_to(view, k):
        state.preposition, state.topic = word, True
    elif view.tokens[k].is_word and any(b.preposition in ("ل", "ك") for b in readings(word)[1:2]):
        state.preposition = "?"


def sponsors_of(view: View, found: Candidate) -> Iterator[Phrase]:
    """«برعاية أممية», «بحضور وزير الخارجية فلان»: who has a hand in a meeting or is there too."""
    clause = view.clauses[found.start]
    for k in range(found.end, min(found.end + 40, len(view.tokens))):
        here = view.clauses[k]
        if here != clause and (here not in view.antecedents or view.parents[here] != clause):
            return
        if view.fold(k).removeprefix("و") in SPONSORS:
            yield from _named_at(view, k + 1)


def _named_at(view: View, k: int) -> Iterator[Phrase]:
    """The phrase that begins at a token with those joined to it, or the state of an adjective there."""
    while view.has(k, ALL_OF | LOOSE):
        k += 1
    phrase = view.starting(k) or view.nations.get(k)
    while phrase is not None:
        yield phrase
        k = phrase.end
        phrase = view.starting(k) or view.nations.get(k)
        if phrase is not None and not view.fold(k).startswith("و"):
            return


def _in_order_to(view: View, k: int) -> bool:
    """«لبحث …», «لتجنب …»: what for, which names nobody who takes part."""
    return view.fold(k)[0] == "ل" and any(a.pos in ("verbal_noun", "verb") for a in view.tokens[k].analyses)
