"""The words after a trigger as chunks: a noun with its adjectives, its genitives and its «ل».

Each is under one preposition or none. An actor fills a chunk by itself («على الجيش») or owns the noun
that heads it («على مواقع للجيش», «مطارا سعوديا», «عنصرا من الحزب»).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import ActorKind, EventType
from app.ingest.happenings.joining import adjoins, after_and, listed
from app.ingest.happenings.objects import takes_object
from app.ingest.happenings.particles import (
    AIMING,
    ALLEGIANCE,
    ALLIES,
    COUNTERPART,
    HEADS,
    INDIVIDUALS,
    PLACE,
    SOLDIERS,
    SPEAKS,
)
from app.ingest.happenings.phrases import Phrase, attached
from app.ingest.happenings.pronouns import governed_by_preposition
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.subjects import subject_after
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.ingest.happenings.walking import Argument, Walk, step
from app.ingest.happenings.wording import counts, for_forces, names_whom, stands_for_people
from app.languages.ar.events import EventWords, load_event_words


def walked(
    view: View,
    found: Candidate,
    bounds: tuple[int, int],
    clauses: set[int],
    words: EventWords,
    used: Sequence[Phrase],
) -> Iterator[Argument]:
    owned = found.bare is not None and bool(found.bare.suffix) and takes_object(found)
    walk = Walk(visit=found.trigger.type is EventType.VISIT, owned=owned)
    k, limit = _own_words(view, found, bounds)
    while k < limit:
        if view.fold(k) in AIMING:
            if FAMILY_OF[found.trigger.type] is not Family.STRIKE:
                return
            walk = Walk(last=walk.last)
        if view.clauses[k] not in clauses and walk.group is not None and _aside_naming(view, k):
            clauses = {*clauses, view.clauses[k]}
        if view.clauses[k] not in clauses:
            if view.clauses[k] not in view.antecedents:
                return
            k += 1
            continue
        k = _past_the_teller(view, k)
        phrase = view.starting(k) or _owning_nation(view, k, walk) or _by_pronoun(view, k, walk, used)
        if phrase is None or phrase in used:
            if phrase is None:
                step(view, k, walk, words)
            else:
                walk.preposition, walk.head, walk.done = "", None, False
            k = phrase.end if phrase else k + 1
            continue
        argument = _argument(view, found, phrase, walk)
        if not walk.topic and not (explained(view, phrase) or _describes(view, found, phrase)):
            yield argument
        walk.group = argument.preposition if phrase.kind is ActorKind.SOURCE else walk.group
        walk.object = _does_it(view, found, argument) or (walk.object and phrase.conjoined)
        walk.last, walk.preposition, walk.end = argument, "", phrase.end
        walk.done, walk.head = argument.preposition != "adj" and argument.place not in PLACE, None
        k = phrase.end


#: «حظر السير باستثناء مركبات الجيش»: who is named next is left out of it.
_SPARED = frozenset("باستثناء عدا ماعدا سوي خلافا".split())


def _past_the_teller(view: View, k: int) -> int:
    """«على ما قالت الوزارة إنها مواقع …»: whoever calls it so is not what is hit."""
    if view.fold(k) != "ما" or k + 1 >= len(view.tokens) or not view.has(k + 1, SPEAKS | _CALLS):
        return k
    tellers = subject_after(view, k + 1) if view.verbs[k + 1] is not None else ()
    end = tellers[-1].end if tellers else k
    return end if end < len(view.tokens) else k


_CALLS = frozenset("وصف زعم اعتبر ادعي سمي اعتقد".split())


def _own_words(view: View, found: Candidate, bounds: tuple[int, int]) -> tuple[int, int]:
    """«اقترحت روسيا مشروعا لم يشر إلى …», «أقر قانونا يسمح ل…»: another verb is said of the thing."""
    first, limit = bounds
    limit = next((k for k in range(first, limit) if view.fold(k) in _SPARED), limit)
    if not found.verbal:
        return first, limit
    verbs = (k for k in range(max(first, found.end + 1), limit) if _in_the_present(view, k))
    within = (k for k in verbs if view.clauses[k] == view.clauses[found.start])
    return first, next(within, limit)


def _in_the_present(view: View, k: int) -> bool:
    """A verb whose form is no noun's."""
    reading = view.verbs[k]
    return reading is not None and reading.aspect == "i" and k not in view.at and k not in view.dated


def _aside_naming(view: View, k: int) -> bool:
    """«خمس دول، وهي …،»: a clause without verb that only names them."""
    first, end = view.clause_range(k)
    return k == first and names_whom(view, k) and all(view.verbs[j] is None for j in range(first, end))


def explained(view: View, phrase: Phrase) -> bool:
    """«مسؤولين اثنين من الحزب هما فلان وفلان»: unnamed people who are named right after."""
    if phrase.kind is not ActorKind.SOURCE:
        return False
    belongs = view.starting(phrase.end + 1)
    if view.fold(phrase.end) in _BELONG and belongs is not None and belongs.prefix[-1:] == "ل":
        return True
    for k in range(phrase.end, min(phrase.end + 8, len(view.tokens))):
        if view.verbs[k] is not None or view.clauses[k] != view.clauses[phrase.start]:
            return False
        if names_whom(view, k):
            return True
    return False


_BELONG = frozenset("ينتمون ينتمي تنتمي ينتميان منتمين منتمون تابعين تابعون".split())


def _does_it(view: View, found: Candidate, argument: Argument) -> bool:
    """«قصف ألمانيا مواقع …»: the genitive right after a transitive verbal noun, whose object may follow."""
    first = argument.head is None and argument.preposition == "" and argument.phrase.start == found.end
    masdar = not found.verbal and found.trigger.frame == "directed" and takes_object(found)
    return first and masdar and view.tokens[found.start].is_verbal_noun


def _owning_nation(view: View, k: int, walk: Walk) -> Phrase | None:
    """«مطار أبها السعودي», «جنديا تركيا»: an adjective of nationality that no phrase holds yet."""
    if k in view.at or view.fold(k + 1) in _MADE or _titular(view, walk.head):
        return None
    if walk.end == k and view.fold(k)[0] == "و" and k - 1 in view.nations:  # «أهداف سورية وإيرانية»
        return replace(view.nations[k], prefix="و") if k in view.nations else None
    owned = walk.head is not None or counts(view, k - 1)  # «ثلاثة فلسطينيين»
    return view.nations.get(k) if owned and (not walk.done or walk.object) else None


def _titular(view: View, head: int | None) -> bool:
    """«فلان، وزير الخارجية المصري، …», «فلان ولي العهد»: a title after a name names no other party."""
    if head is None:
        return False
    named = next((j for j in range(head - 1, max(-1, head - 6), -1) if j in view.at), None)
    if named is None or view.at[named].kind is not ActorKind.PERSON:
        return False
    first = named + 2 if view.fold(named + 1) == "،" else named + 1
    return view.has(first, load_event_words().classes["titles"])


def _describes(view: View, found: Candidate, phrase: Phrase) -> bool:
    """«اعتقلت فلانا، المرشد العام للحركة»: what a title set off after a name says of him."""
    if phrase.kind is ActorKind.PERSON or found.trigger.frame != "directed":
        return False
    marks = [k for k in range(found.end, phrase.start) if view.fold(k) == "،"]
    named = view.at.get(marks[0] - 1) if len(marks) == 1 else None
    if named is None or named.kind is not ActorKind.PERSON or named.start < found.end:
        return False
    first = marks[0] + 1
    titled = view.has(first, load_event_words().classes["titles"] | INDIVIDUALS | HEADS | _HOLDERS)
    return titled and first < phrase.start and all(view.verbs[k] is None for k in range(first, phrase.start))


_HOLDERS = frozenset("مرشد عضو قيادي مؤسس مسؤول امين ممثل ناطق متحدث نائب مراسل مدير مستشار مبعوث".split())


def _by_pronoun(view: View, k: int, walk: Walk, used: Sequence[Phrase]) -> Phrase | None:
    """«قطعت العلاقات معها», «شن هجوما عليه»: whoever the pronoun on a preposition means."""
    preposition, phrase = governed_by_preposition(view, k, used)
    if phrase is not None:
        walk.preposition, walk.head = preposition, None
    return phrase


def _argument(view: View, found: Candidate, phrase: Phrase, walk: Walk) -> Argument:
    """The place of a phrase; preposition «?» for one that says nothing of its part."""
    k = phrase.start
    given = _given(view, phrase, walk)
    if (linked := _linked(view, phrase, walk)) is not None:
        return linked
    if phrase.adjective and not walk.preposition and not walk.done and modifies(view, found, k):
        return Argument("adj", phrase)
    if walk.head is not None and (not walk.done or walk.object) and attached(phrase) in ("", "الي"):
        army = view.armies.get(phrase.slug) if view.has(walk.head, SOLDIERS) else None
        if army is not None:
            phrase = replace(phrase, slug=army, kind=ActorKind.MILITARY)
        if not attached(phrase) and stands_for_people(view, walk.head):
            return Argument(walk.preposition, phrase)
        if k == walk.head + 1 and k in view.nations:  # «أهداف سورية»
            phrase = replace(phrase, adjective=True)
        return Argument(attached(phrase), phrase, walk.head, walk.preposition)
    if walk.done and not attached(phrase) and not walk.preposition and not walk.object:
        return Argument("?", phrase)
    return Argument(given, phrase)


def _given(view: View, phrase: Phrase, walk: Walk) -> str:
    """The preposition before a phrase; «?» where it only says whom others are loyal to or backed by."""
    given, k = attached(phrase) or walk.preposition, phrase.start
    sworn = k - 1 if attached(phrase) else k - 2
    if given in ("الي", "من", "مع") and view.has(sworn, ALLEGIANCE):
        walk.head = None
        return "?"
    if given in PLACE and phrase.kind is ActorKind.PERSON and k - 1 > walk.at:
        walk.head = None
        return ""  # «التقى في عمان فلانا»: the preposition has its place
    return given


def _linked(view: View, phrase: Phrase, walk: Walk) -> Argument | None:
    """The place of a phrase that goes on from the one before it, or says who a group before it is."""
    k, last = phrase.start, walk.last
    apart = last is None or last.preposition in PLACE
    if listed(view, phrase) and walk.group is not None and apart:
        return Argument(walk.group, phrase)
    linked = phrase.conjoined or after_and(view, k) or listed(view, phrase) or view.fold(k - 1) in ALLIES
    joined = linked and last is not None and adjoins(view, walk.end, k)
    again = last is not None and phrase.slug == last.phrase.slug and walk.head is None
    return _joined(view, phrase, last) if last is not None and (joined or again) else None


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
    return not view.tokens[j].is_word or j in view.at or adjectival(view.fold(j)) or for_forces(view, j)


#: «روسية الصنع»: says who made it, not whose it is.
_MADE = frozenset({"الصنع", "المنشا", "الاصل"})
