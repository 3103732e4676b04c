"""Words that tell an event: a verb, or a noun with what carries it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import ActorKind, EventType
from app.ingest.happenings.particles import BEFORE_NOUNS, PREPOSITIONS
from app.ingest.happenings.view import View
from app.languages.ar.events import Bare, EventWords, Trigger, readings

_THAT = frozenset({"ان", "الا", "بان"})
_MARKS = frozenset("\"'()[]-")
_MORE = frozenset("من ال عده سلسله مزيد المزيد اول اولي ثاني ثالث اخر".split())


#: Acts of force: one of them is often named twice in a sentence.
VIOLENT = frozenset({Family.STRIKE, Family.OTHER})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger found at tokens ``[start, end)``.

    ``light`` is the finite verb that carries a noun («أجرى مكالمة»), ``carrier`` the first word of
    the whole («إجراء مزيد من المناقشات»), ``governor`` the finite verb of the clause that is no
    part of the event. ``bare`` is the noun's reading, None for verbs. ``key`` is the token of the
    class word that the trigger needed, where it needed one.
    """

    trigger: Trigger
    start: int
    end: int
    bare: Bare | None = None
    light: int | None = None
    carrier: int = 0
    governor: int | None = None
    key: int | None = None

    @property
    def verbal(self) -> bool:
        return self.bare is None

    @property
    def definite(self) -> bool:
        return self.bare is not None and self.bare.definite


def candidates(view: View, words: EventWords) -> Iterator[Candidate]:
    """Every trigger of the sentence, in order, longest and strictest reading first."""
    i, spent = 0, -1
    while i < len(view.tokens):
        found = _verb_at(view, i, words) or (_noun_at(view, i, words) if i != spent else None)
        if found:
            yield found
            spent = found.key if found.verbal and found.key is not None else -1
            i = found.end
        else:
            i += 1


def _verb_at(view: View, i: int, words: EventWords) -> Candidate | None:
    verb = view.verbs[i]
    if verb is None or view.fold(i) in BEFORE_NOUNS:
        return None
    for trigger in sorted(words.by_verb.get(verb.lemma, ()), key=_strictest_first):
        if "past" in trigger.guards and verb.aspect != "p":
            continue
        if "that" in trigger.guards and not any(view.fold(k) in _THAT for k in range(i + 1, i + 12)):
            continue
        fits, key = _conditions(view, i, i + 1, trigger)
        if fits:
            return Candidate(trigger, i, i + 1, carrier=i, key=key)
    return None


def _strictest_first(trigger: Trigger) -> tuple[bool, int, int, str]:
    return "that" not in trigger.guards, -bool(trigger.also), -len(trigger.needs), trigger.id


def _noun_at(view: View, i: int, words: EventWords) -> Candidate | None:
    if view.verbs[i] is not None or (i in view.at and view.at[i].kind is not ActorKind.SOURCE):
        return None
    bare = words.noun(view.tokens[i].fold)
    if bare is None:
        return None
    for phrase, trigger in words.by_noun[bare.word]:
        end = _phrase_end(view, i, phrase)
        if end is None:
            continue
        fits, key = _conditions(view, i, end, trigger)
        if fits:
            if i in view.at and trigger.type is not EventType.REPORT:
                continue
            light, carrier, governor = _carried(view, i, words)
            if _says_more(view, carrier, words):
                continue
            if "weak" in trigger.guards and light is None and carrier == i:
                continue
            return Candidate(trigger, i, end, bare, light, carrier, governor, key)
    return None


def _phrase_end(view: View, i: int, phrase: tuple[str, ...]) -> int | None:
    """One past the last token of the phrase when it stands at ``i``; quotation marks are stepped over."""
    at = i
    for part in phrase[1:]:
        at += 1
        while view.fold(at) in _MARKS:
            at += 1
        if not any(b.word == part for b in readings(view.fold(at))) and view.fold(at) != part:
            return None
    return at + 1


def _conditions(view: View, start: int, end: int, trigger: Trigger) -> tuple[bool, int | None]:
    """Whether the words that must follow do, those that must not do not; and where the first stands."""
    if not (trigger.needs or trigger.also or trigger.bars):
        return True, None
    ahead = list(_ahead(view, end, max(trigger.within, 3)))
    if any(view.has(k, trigger.bars) for k in ahead):
        return False, None
    near = list(_ahead(view, end, trigger.within))
    counted = "victims" in trigger.guards
    key = (
        next((k for k in near if _answers(view, k, trigger) or (counted and _counts(view, k, end))), None)
        if trigger.needs
        else None
    )
    if trigger.needs and key is None:
        acting = bool(trigger.by) and any(view.has(k, trigger.by) for k in near)
        return acting, None
    if trigger.also and not any(view.has(k, trigger.also) for k in _ahead(view, end, trigger.within + 4)):
        return False, None
    return True, key


def _counts(view: View, k: int, end: int) -> bool:
    """A number that follows at once, as «4 من المسلحين» after «مقتل»."""
    return view.fold(k).isdigit() and k - end <= 1


def _answers(view: View, k: int, trigger: Trigger) -> bool:
    """A word of the classes; for a direct object not one that hangs on a preposition."""
    if "direct" not in trigger.guards:
        return view.has(k, trigger.needs)
    return any(b.word in trigger.needs and not b.preposition for b in readings(view.fold(k)))


def _ahead(view: View, start: int, count: int) -> Iterator[int]:
    """The next words of the clause; the name of an actor counts as one word, marks as none."""
    clause = view.clauses[start - 1]
    seen, k = 0, start
    while k < len(view.tokens) and seen < count:
        if view.clauses[k] != clause:
            return
        phrase = view.starting(k)
        if phrase is not None and not phrase.adjective:
            yield from range(k, phrase.end)
            k = phrase.end
            seen += not phrase.conjoined
            continue
        if view.tokens[k].is_word:
            yield k
            seen += 1
        k += 1


def _carried(view: View, i: int, words: EventWords) -> tuple[int | None, int, int | None]:
    """(light verb, first word of the whole noun phrase, governing verb) of a noun at ``i``."""
    carrier = _noun_carrier(view, i, words)
    clause = view.clauses[i]
    governor: int | None = None
    outer = view.parents.get(clause) if clause in view.antecedents else None
    for k in range(carrier - 1, -1, -1):
        if view.clauses[k] == outer and view.verbs[k] is not None and governor is not None:
            light = _is_light(view, k, words) and not _is_light(view, governor, words)
            return (k, carrier, None) if light else (None, carrier, governor)
        if governor is not None and outer is not None:
            continue
        if view.clauses[k] != clause:
            if view.clauses[k] in view.antecedents and view.parents[view.clauses[k]] == clause:
                continue
            break
        verb = view.verbs[k]
        if verb is None:
            continue
        attends = view.fold(carrier - 1) == "في" and view.has(k, words.cues["attend"])
        apart = any(view.fold(j) in words.cues["given"] for j in range(k + 1, carrier))
        light = attends or (_is_light(view, k, words) and verb.suffix is None and not apart)
        if carrier - k <= 14 and light and not _interrupted(view, k, carrier, words):
            return k, carrier, None
        governor = k
        if outer is None:
            break
    after = next(
        (k for k in range(i + 1, len(view.tokens)) if view.clauses[k] == clause and view.verbs[k]), None
    )
    if (
        governor is None
        and after is not None
        and (_is_light(view, after, words) or _struck(view, i, after, words))
        and _heads_clause(view, carrier)
    ):
        return after, carrier, None
    described = _described(view, i, words)
    return described, carrier, None if described is not None else governor


def _struck(view: View, noun: int, verb: int, words: EventWords) -> bool:
    """«ضربات استهدفت مواقع»: an act of force that its own verb tells."""
    bare = words.noun(view.fold(noun))
    forceful = bare and any(FAMILY_OF[t.type] in VIOLENT for _, t in words.by_noun[bare.word])
    return bool(forceful) and view.has(verb, words.cues["struck"])


def _says_more(view: View, carrier: int, words: EventWords) -> bool:
    """«في أوسع هجوم من نوعه», «في أول زيارة»: the event just told, put in its place."""
    above = words.cues["superlative"]
    before = view.fold(carrier - 1) in above or view.has(carrier, above)
    return before and "في" in (view.fold(carrier - 1), view.fold(carrier - 2))


def _described(view: View, i: int, words: EventWords) -> int | None:
    """«ضربة نفذها التحالف», «محادثات أجريت أمس»: a light verb that begins a relative clause of the noun."""
    for clause, antecedent in view.antecedents.items():
        if i <= antecedent <= i + 3:
            first = view.bounds[clause][0]
            verb = next((k for k in (first, first + 1) if k < len(view.tokens) and view.verbs[k]), None)
            if verb is not None and _is_light(view, verb, words):
                return verb
    return None


def _is_light(view: View, k: int, words: EventWords) -> bool:
    return any(a.lemma in words.cues["light"] for a in view.tokens[k].analyses if a.pos == "verb")


def _noun_carrier(view: View, i: int, words: EventWords) -> int:
    """Step back over «إجراء مزيد من» and the like to the first word that carries the noun."""
    carrier, k = i, i - 1
    while k >= 0 and view.clauses[k] == view.clauses[i]:
        if view.fold(k) in _MORE or view.fold(k) in _MARKS or view.fold(k).isdigit():
            k -= 1
        elif k not in view.at and view.verbs[k] is None and view.has(k, words.cues["light_nouns"]):
            carrier = k
            k -= 1
        elif k in view.at and carrier == i and view.has(view.at[k].start - 1, words.cues["light_nouns"]):
            k = view.at[k].start - 1
        elif view.fold(k) == "،" and k - 1 in view.at and carrier == i:
            k -= 1
        else:
            break
    return carrier


def _interrupted(view: View, verb: int, noun: int, words: EventWords) -> bool:
    """Another event noun between the light verb and this one, which then is only about it."""
    for k in range(verb + 1, noun):
        if k in view.at or view.verbs[k] is not None:
            continue
        bare = words.noun(view.fold(k))
        if bare and not view.has(k, words.cues["light_nouns"]) and view.fold(k) not in PREPOSITIONS:
            return any(not t.needs for _, t in words.by_noun[bare.word])
    return False


def _heads_clause(view: View, i: int) -> bool:
    """Nothing but a conjunction, أن or a mark stands before it in its clause."""
    first = view.clause_range(i)[0]
    return i - first <= 2
