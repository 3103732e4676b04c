"""The words after a trigger as chunks: a noun with its adjectives, its genitives and its «ل».

Each stands under one preposition or none. An actor fills a chunk by itself («على الجيش») or owns the noun
that heads it («على مواقع للجيش», «مطارا سعوديا», «عنصرا من الحزب»).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import ActorKind, EventType
from app.ingest.happenings.joining import adjoins, after_and, listed
from app.ingest.happenings.particles import (
    ADJUNCTS,
    AIMING,
    ALL_OF,
    ALLIES,
    AMONG,
    ARMS,
    BETWEEN,
    BOTH,
    BUILDINGS,
    BY,
    CONJUNCTIONS,
    COUNTERPART,
    ENVOYS,
    FIRE,
    GROUNDS,
    IN_AID_OF,
    IN_ITS_COURSE,
    LANDS,
    LED_BY,
    LOOSE,
    PEOPLE,
    PLACE,
    RELATIONS,
    RESUMING,
    SIDE,
    SOLDIERS,
    TOWARDS,
    WITH,
)
from app.ingest.happenings.phrases import Phrase, attached
from app.ingest.happenings.pronouns import governed_by_preposition
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords, readings


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor phrase with the preposition that governs it; empty where there is none.

    ``head`` is the noun that the actor owns, None where the actor fills the place itself;
    ``place`` is the preposition of the whole chunk then, that before the actor otherwise.
    """

    preposition: str
    phrase: Phrase
    head: int | None = None
    place: str = ""


@dataclass(slots=True)
class Walk:
    """Where the walk over the words stands.

    ``done``: the chunk has its actor; ``at``: its preposition; ``visit``: it is said where somebody goes;
    ``group``: where people stand yet unnamed.
    """

    preposition: str = ""
    last: Argument | None = None
    topic: bool = False
    done: bool = False
    end: int = -1
    at: int = -1
    head: int | None = None
    group: str | None = None
    visit: bool = False


def walked(
    view: View,
    found: Candidate,
    bounds: tuple[int, int],
    clauses: set[int],
    words: EventWords,
    used: Sequence[Phrase],
) -> Iterator[Argument]:
    walk = Walk(visit=found.trigger.type is EventType.VISIT)
    k, limit = bounds
    while k < limit:
        if view.fold(k) in AIMING:
            if FAMILY_OF[found.trigger.type] is not Family.STRIKE:
                return
            walk = Walk(last=walk.last)
        if view.clauses[k] not in clauses:
            if view.clauses[k] not in view.antecedents:
                return
            k += 1
            continue
        phrase = view.starting(k) or _owning_nation(view, k, walk) or _by_pronoun(view, k, walk, used)
        if phrase is None or phrase in used:
            if phrase is None:
                _step(view, k, walk, words)
            else:
                walk.head, walk.done = None, False
            k = phrase.end if phrase else k + 1
            continue
        argument = _argument(view, found, phrase, walk)
        if not walk.topic:
            yield argument
        walk.last, walk.preposition, walk.end = argument, "", phrase.end
        walk.done, walk.head = argument.preposition != "adj" and argument.place not in PLACE, None
        k = phrase.end


def _owning_nation(view: View, k: int, walk: Walk) -> Phrase | None:
    """«مطار أبها السعودي», «جنديا تركيا»: an adjective of nationality that no phrase holds yet."""
    if k in view.at or view.fold(k + 1) in _MADE:
        return None
    if walk.end == k and view.fold(k)[0] == "و" and k - 1 in view.nations:  # «أهداف سورية وإيرانية»
        return replace(view.nations[k], prefix="و") if k in view.nations else None
    return view.nations.get(k) if walk.head is not None and not walk.done else None


def _by_pronoun(view: View, k: int, walk: Walk, used: Sequence[Phrase]) -> Phrase | None:
    """«قطعت العلاقات معها», «شن هجوما عليه»: whoever the pronoun on a preposition means."""
    preposition, phrase = governed_by_preposition(view, k, used)
    if phrase is not None:
        walk.preposition, walk.head = preposition, None
    return phrase


def _argument(view: View, found: Candidate, phrase: Phrase, walk: Walk) -> Argument:
    """The place of a phrase; preposition «?» for one that says nothing of its part."""
    k = phrase.start
    last = walk.last
    given = attached(phrase) or walk.preposition
    if given in PLACE and phrase.kind is ActorKind.PERSON and k - 1 > walk.at:
        given, walk.head = "", None  # «التقى في عمان فلانا»: the preposition has its place
    apart = last is None or last.preposition in PLACE
    if listed(view, phrase) and walk.group is not None and apart:
        return Argument(walk.group, phrase)
    linked = phrase.conjoined or after_and(view, k) or listed(view, phrase) or view.fold(k - 1) in ALLIES
    if last is not None and (
        (linked and adjoins(view, walk.end, k)) or (phrase.slug == last.phrase.slug and walk.head is None)
    ):
        return _joined(view, phrase, last)
    if phrase.adjective and not walk.preposition and not walk.done and modifies(view, found, k):
        return Argument("adj", phrase)
    if walk.head is not None and not walk.done and attached(phrase) in ("", "الي"):
        army = view.armies.get(phrase.slug) if view.has(walk.head, SOLDIERS) else None
        if army is not None:
            phrase = replace(phrase, slug=army, kind=ActorKind.MILITARY)
        if not attached(phrase) and _people(view, walk.head):
            return Argument(walk.preposition, phrase)
        if k == walk.head + 1 and k in view.nations:  # «أهداف سورية»
            phrase = replace(phrase, adjective=True)
        return Argument(attached(phrase), phrase, walk.head, walk.preposition)
    if walk.done and not attached(phrase) and not walk.preposition:
        return Argument("?", phrase)
    return Argument(given, phrase)


def _joined(view: View, phrase: Phrase, last: Argument) -> Argument:
    """It stands where the one it is joined to stands, unless it says so itself."""
    if attached(phrase):
        return Argument(attached(phrase), phrase)
    if last.preposition in PLACE and view.has(phrase.start, COUNTERPART):
        return Argument("مع", phrase)  # «للقاء نظرائه في الخليج ونظيره الفرنسي»
    return Argument(last.preposition, phrase, last.head, last.place)


def modifies(view: View, found: Candidate, k: int) -> bool:
    """Nothing but adjectives stands between the trigger noun and this adjective of nationality."""
    return not found.verbal and k >= found.end and all(_aside(view, j) for j in range(found.end, k))


def _aside(view: View, j: int) -> bool:
    """A mark, an actor, an adjective, or the arms of whoever is named next."""
    return not view.tokens[j].is_word or j in view.at or adjectival(view.fold(j)) or _for_forces(view, j)


def _for_forces(view: View, j: int) -> bool:
    """«غارات لطائرات التحالف»: the arms of whoever is named next."""
    return view.fold(j)[0] == "ل" and view.fold(j)[1:].removeprefix("ل") in ARMS


_NO_HEADS = LOOSE | RESUMING | IN_ITS_COURSE | AMONG | CONJUNCTIONS | BOTH | ALL_OF
#: «روسية الصنع»: says who made it, not whose it is.
_MADE = frozenset({"الصنع", "المنشا", "الاصل"})


def _step(view: View, k: int, walk: Walk, words: EventWords) -> None:
    """Take in one word that is no actor: a preposition, the turn to the topic, a noun, or none of these."""
    word = view.fold(k)
    if word in AMONG or (word == "من" and _of_a_side(view, k, walk)):
        return
    if k in view.dated:
        walk.preposition, walk.head = "", None
        return
    if word == "علي" and view.fold(k + 1) in ADJUNCTS:
        walk.preposition, walk.topic = "?", True
        return
    if word in ("،", "؛", ","):
        walk.preposition, walk.head = "", None
    if word in BY and walk.preposition == "من":
        walk.preposition = "قبل"
    elif word == "ل":
        walk.preposition, walk.head, walk.done = "الي", None, False
    elif word in WITH | BETWEEN | TOWARDS | PLACE or word in ("من", "عن"):
        walk.preposition, walk.done, walk.at = word, False, k
        walk.head = None
        anew = word == "ضد" or (word in BETWEEN and walk.last is None)
        walk.topic = walk.topic and not anew and (word not in WITH or not _meets_anew(view, k, words))
    elif word in COUNTERPART:
        walk.preposition, walk.done = walk.preposition or "مع", False
    elif word in words.cues["purpose"] or word in IN_AID_OF or word == "الا" or _in_order_to(view, k):
        walk.preposition, walk.topic = word, True
    else:
        _noun(view, k, walk)


def _for_lands(view: View, k: int) -> bool:
    """«زيارته للعاصمة القطرية», «للمملكة العربية السعودية»: where to."""
    return any(b.preposition == "ل" and b.word in LANDS for b in readings(view.fold(k)))


def _people(view: View, k: int) -> bool:
    """A word for whose people it names, with a short particle before it or not."""
    return view.has(k, PEOPLE) or view.fold(k)[1:] in PEOPLE


def _meets_anew(view: View, k: int, words: EventWords) -> bool:
    """«محادثات حول ليبيا مع فلان»; «بسبب الخلاف مع قطر», «بلا تفاهم مع الرباط» go on with the topic."""
    following = view.starting(k + 1) or view.starting(k + 2)
    person = following is not None and following.kind is ActorKind.PERSON
    return person or not (view.has(k - 1, RELATIONS) or words.noun(view.fold(k - 1)))


def _noun(view: View, k: int, walk: Walk) -> None:
    """A noun: after «ل» and the like, one that hides whose it is, or the head of a chunk."""
    word = view.fold(k)
    if walk.last is not None and word[0] == "و" and word[1:] in PEOPLE and adjoins(view, walk.end, k):
        walk.preposition, walk.head, walk.done = walk.last.preposition, k, False
    elif word[0] == "ب" and word[1:] in FIRE:
        walk.preposition, walk.head, walk.done = "ب", k, False
    elif _for_forces(view, k) or (walk.visit and _for_lands(view, k)):
        walk.preposition, walk.head, walk.done = "الي", None, False
    elif word[0] == "ل" and (word[1:] in PEOPLE or any(b.word in PEOPLE for b in readings(word)[1:])):
        walk.preposition, walk.head, walk.done = "الي", k, False
    elif word in BUILDINGS:
        walk.preposition, walk.head, walk.at = "في", None, k
    elif word in LED_BY or any(b.preposition in ("ل", "ك") for b in readings(word)[1:2]):
        walk.preposition, walk.head = "?", None
    elif _heads(view, k, walk):
        walk.head = k
        walk.group = walk.preposition if _people(view, k) else walk.group


def _of_a_side(view: View, k: int, walk: Walk) -> bool:
    """«من جهة», «مسؤولين من البلدين», «عنصرا من الحزب»: the word governs nothing of its own."""
    if view.fold(k + 1) in SIDE and view.starting(k + 2) is None:
        return True
    following = view.starting(k + 1) or view.nations.get(k + 1)
    if following is not None and following.kind is ActorKind.COUNTRY and not _definite(view, k + 1):
        return False  # «سحب قوات من سوريا»
    people = walk.head is not None and not walk.done and view.has(walk.head, PEOPLE)
    return people or view.has(k - 1, ENVOYS)


def _definite(view: View, k: int) -> bool:
    return view.fold(k).startswith("ال")


def _heads(view: View, k: int, walk: Walk) -> bool:
    """A noun that begins a chunk: the first after a preposition, or an indefinite object after another."""
    word = view.fold(k)
    if not view.tokens[k].is_word or view.verbs[k] is not None or word in _NO_HEADS:
        return False
    if adjectival(word) and word not in SOLDIERS | GROUNDS:
        return False
    if walk.head is None:
        return not walk.done
    return walk.preposition == "" and word.endswith("ا") and not word.startswith("ال")


def _in_order_to(view: View, k: int) -> bool:
    """«لبحث …», «لتجنب …»: what for, which names nobody who takes part."""
    return view.fold(k)[0] == "ل" and any(a.pos in ("verbal_noun", "verb") for a in view.tokens[k].analyses)
