"""Words for two or more who met before: «الوزيران», «الطرفان», «بينهما», «المجتمعون»."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.records import ActorKind
from app.ingest.happenings.cast import unique
from app.ingest.happenings.joining import chain
from app.ingest.happenings.particles import (
    BETWEEN,
    BOTH,
    DUAL_PARTIES,
    DUAL_PEOPLE,
    DUAL_SIDES,
    GROUP_PEOPLE,
    MARKS,
    RELATIONS,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.subjects import subject_of
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import readings


def _meeting_group(view: View, found: Candidate, k: int) -> bool:
    """«اجتمع القادة», «لقاء بين الوزراء»; «قائمة المشاركين في …» are not who met before."""
    before = view.fold(k - 1)
    free = k == 0 or view.verbs[k - 1] is not None or not view.tokens[k - 1].is_word or before in BETWEEN
    return found.trigger.frame == "mutual" and free


def paired_states(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«أعلنت مصر والسودان … اجتماع وزيري البلدين»: the two states that the verb before is said of."""
    verb = found.governor if found.governor is not None else found.light
    states = [p for p in subject_of(view, verb) if p.kind is ActorKind.COUNTRY] if verb is not None else []
    return tuple(states) if len(states) == 2 else ()


#: «وهما يجريان زيارة …»: the two just spoken of.
_THE_TWO = frozenset({"هما", "وهما"})


def pair_word(view: View, found: Candidate, subject: Sequence[Phrase]) -> str | None:
    """«الوزيران», «الطرفان», «بينهما», «اتفقا»: persons, sides or whoever met last."""
    first, end = view.clause_range(found.start)
    if view.fold(first) in _THE_TWO and not subject:
        return "people"
    aside = found.trigger.frame == "directed" and found.light is not None and found.light > found.start
    back = range(0) if aside else range(found.start - 1, first - 1, -1)  # «اجتمعا قبل استفتاء تشهده …»
    for k in (*range(found.end, min(end, found.end + 6)), *back):
        for bare in readings(view.fold(k)):
            if bare.word in DUAL_PEOPLE and bare.definite:
                return "people"
            if bare.word in DUAL_SIDES and bare.definite:
                return "parties" if bare.word in DUAL_PARTIES else "sides"
            if bare.word in GROUP_PEOPLE and bare.definite and _meeting_group(view, found, k):
                return "group"
            if bare.word in BOTH:
                sides = any(b.word in DUAL_SIDES for t in view.tokens for b in readings(t.fold))
                return "sides" if sides else "any"
    reading = view.verbs[found.start] if found.verbal else None
    dual = reading is not None and reading.number == "d" and len(subject) < 2
    return "any" if dual and found.trigger.frame == "mutual" else None


def the_two(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Of several persons the two of one state, whom a third received; else the first two."""
    people = tuple(p for p in phrases if p.kind is ActorKind.PERSON)
    states = [p.country for p in people]
    alike = tuple(p for p in people if p.country and states.count(p.country) == 2)
    return alike if len(people) > 2 and len(alike) == 2 else people[:2]


def side_by_side(view: View, limit: int) -> tuple[Phrase, ...]:
    """«التعاون بين بلاده وقطر», «العلاقات القطرية التركية»: the last two states set side by side."""
    for phrase in reversed([p for p in view.phrases if p.end <= limit and p.kind is ActorKind.COUNTRY]):
        k = phrase.start - 1
        while k >= 0 and view.fold(k) in MARKS:
            k -= 1
        if view.fold(k) in BETWEEN:
            states = unique(tuple(p for p in chain(view, phrase, limit) if p.kind is ActorKind.COUNTRY))
            if len(states) == 2:
                return states
    related = (k for k in range(limit - 1, 0, -1) if view.has(k, RELATIONS) and k + 1 in view.nations)
    for k in related:
        second = next((j for j in (k + 2, k + 3) if j in view.nations), None)
        if second is not None and second < limit:
            return unique((view.nations[k + 1], view.nations[second]))
    return ()


def between_them(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«أكبر تصعيد بين فلان وفلان منذ الحرب بين الجانبين»: the two last named after «بين»."""
    dual = (b.definite and b.word in DUAL_SIDES for b in readings(view.fold(found.end + 1)))
    if view.fold(found.end) not in BETWEEN or not any(dual):
        return ()
    for phrase in reversed([p for p in view.phrases if p.end <= found.start]):
        if view.fold(phrase.start - 1) in BETWEEN:
            two = unique(tuple(chain(view, phrase, found.start)))
            return two if len(two) == 2 else ()
    return ()


def two_before(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«فلان وفلان … خلال قمتهما»: the two joined by «و» last before a noun with the pronoun of two."""
    two = found.bare is not None and found.bare.suffix == "هما"
    if not two and not any(view.fold(k) in BOTH for k in range(found.end, found.end + 5)):
        return ()
    for phrase in reversed([p for p in view.phrases if p.end <= found.start and not p.adjective]):
        named = unique(tuple(chain(view, phrase, found.start)))
        if len(named) == 2 and named[0].kind is named[1].kind:
            return named
    return ()


def two_people(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«أكد فلان وفلان … في اتصال بينهما»: two persons of the same sentence, before those of others."""
    two = two_before(view, found) if not found.verbal else ()
    return two if all(p.kind is ActorKind.PERSON for p in two) else ()


def of_relations(view: View, phrase: Phrase) -> bool:
    """«بحث فلان وفلان العلاقات بين قطر وتركيا»: the states whose relations they speak of."""
    near = range(phrase.start - 1, max(-1, phrase.start - 6), -1)
    k = next((j for j in near if view.fold(j) in BETWEEN), -1)
    return k > 0 and any(view.fold(j).startswith("ال") and view.has(j, RELATIONS) for j in (k - 1, k - 2))
