"""Words that tell an event: a verb, or a noun with what carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.records import ActorKind, EventType
from app.ingest.happenings.ahead import ahead
from app.ingest.happenings.carriers import carriage
from app.ingest.happenings.particles import BEFORE_NOUNS, NUMBERS
from app.ingest.happenings.view import View
from app.languages.ar.events import Bare, EventWords, Trigger, load_event_words, readings

_THAT = frozenset({"ان", "الا", "بان"})
_LYING_IN = frozenset("في من الي داخل قرب شمال جنوب شرق غرب".split())
#: «وصولا إلى الحدود»: how far, and nobody comes.
_ALL_THE_WAY = frozenset({"وصولا", "ووصولا"})
_SHALL = frozenset({"سوف", "وسوف"})
#: A pronoun on the trigger names whom it is done to.
_BY_PRONOUN = frozenset({"before", "whom"})
_MARKS = frozenset("\"'()[]-")
#: So many words back may stand what a pronoun on a trigger means.
FAR_BACK = 25


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger found at tokens ``[start, end)``.

    ``light`` is the finite verb that carries a noun («أجرى مكالمة»), ``carrier`` the first word of
    the whole («إجراء مزيد من المناقشات»), ``governor`` the finite verb of the clause that is no
    part of the event. ``bare`` is the noun's reading, None for verbs. ``key`` is the token of the
    class word that the trigger needed, where it needed one. ``decided``: a verb of deciding has it as
    its object («أمر بسحب قواته»).
    """

    trigger: Trigger
    start: int
    end: int
    bare: Bare | None = None
    light: int | None = None
    carrier: int = 0
    governor: int | None = None
    key: int | None = None
    decided: bool = False

    @property
    def verbal(self) -> bool:
        return self.bare is None

    @property
    def definite(self) -> bool:
        return self.bare is not None and self.bare.definite


def candidates(view: View, words: EventWords, places: Iterable[int] = ()) -> Iterator[Candidate]:
    """Every trigger of the sentence, in order, longest and strictest reading first.

    ``places`` are the tokens at which places of the tables begin.
    """
    grounds = frozenset(places)
    i, spent = 0, -1
    told: set[int] = set()
    while i < len(view.tokens):
        found = None
        if i != spent:
            found = _verb_at(view, i, words, grounds) or _noun_at(view, i, words, grounds)
        if found and not (found.key in told and _pointing_back(view, found)):
            yield found
            spent = found.key if found.key is not None else -1
            told |= {*range(found.start, found.end), spent}
            i = found.end
        else:
            i += 1


def _pointing_back(view: View, found: Candidate) -> bool:
    """«رفع الحظر الذي فرضته …»: the verb only says of which one the event before it was."""
    verb = view.verbs[found.start]
    return verb is not None and bool(verb.suffix) and found.key is not None and found.key < found.start


def _verb_at(view: View, i: int, words: EventWords, grounds: frozenset[int]) -> Candidate | None:
    verb = view.verbs[i]
    if verb is None or view.fold(i) in BEFORE_NOUNS or nobody_says_i(view, i):
        return None
    for trigger in sorted(words.by_verb.get(verb.lemma, ()), key=_strictest_first):
        if "past" in trigger.guards and verb.aspect != "p" and not _to_come(view, i, words):
            continue
        if "that" in trigger.guards and not any(view.fold(k) in _THAT for k in range(i + 1, i + 17)):
            continue
        if trigger.guards & _BY_PRONOUN and not verb.suffix:
            continue
        fits, key = _conditions(view, i, i + 1, trigger, grounds)
        if fits:
            return Candidate(trigger, i, i + 1, carrier=i, key=key)
    return None


def _to_come(view: View, i: int, words: EventWords) -> bool:
    """«سيمنع», «سوف يمنع», «من المقرر أن يمنع»."""
    verb = view.verbs[i]
    planned = view.fold(i - 1) == "ان" and view.has(i - 2, words.cues["intend"])
    return verb is not None and ("س" in verb.prefixes or view.fold(i - 1) in _SHALL or planned)


def nobody_says_i(view: View, i: int) -> bool:
    """«بخصوص أصل الوجود»: a first person outside speech is another word."""
    verb = view.verbs[i]
    first = verb is not None and verb.person == "1" and verb.number == "s" and verb.aspect == "i"
    return first and view.speaker_of(i) is None


def _strictest_first(trigger: Trigger) -> tuple[bool, int, int, str]:
    return "that" not in trigger.guards, -bool(trigger.also), -len(trigger.needs), trigger.id


def _noun_at(view: View, i: int, words: EventWords, grounds: frozenset[int]) -> Candidate | None:
    if view.fold(i) in _ALL_THE_WAY:
        return None
    if view.verbs[i] is not None or (i in view.at and view.at[i].kind is not ActorKind.SOURCE):
        return None
    for bare, phrase, trigger in words.nouns(view.tokens[i].fold):
        end = _phrase_end(view, i, phrase)
        if end is None or (trigger.guards & _BY_PRONOUN and not bare.suffix):
            continue
        if bare.suffix and "direct" in trigger.guards and view.has(i - 1, words.cues["done"]):
            continue  # «صورة جرى نشرها»: the pronoun is what it was done to
        fits, key = _conditions(view, i, end, trigger, grounds)
        if fits:
            if i in view.at and trigger.type is not EventType.REPORT:
                continue
            carried = carriage(view, i, words)
            if _says_more(view, carried.carrier, words):
                continue
            noun = _performed(view, i, carried.light, _one_of_many(view, i, bare, words), words)
            return Candidate(trigger, i, end, noun, carried.light, carried.carrier, carried.governor, key)
    return None


def _one_of_many(view: View, i: int, bare: Bare, words: EventWords) -> Bare:
    """«مزيد من المناقشات», «مئات الغارات»: some of them, though the article stands before the noun."""
    counted = words.cues["quantity"] | words.cues["many"]
    k = i - 2 if view.fold(i - 1) == "من" else i - 1
    many = view.has(k, counted) or (k == i - 2 and view.has(k - 1, counted))
    return replace(bare, definite=False) if many else bare


def _performed(view: View, i: int, light: int | None, bare: Bare, words: EventWords) -> Bare:
    """«قاموا بالانتشار», «تم الاتفاق»: the article points back at nothing."""
    does = light is not None and bare.preposition == "ب" and view.has(light, words.cues["perform"])
    done = light == i - 1 and not bare.preposition and view.has(i - 1, words.cues["done"])
    return replace(bare, definite=False) if does or done else bare


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


def _conditions(
    view: View, start: int, end: int, trigger: Trigger, grounds: frozenset[int]
) -> tuple[bool, int | None]:
    """Whether the words that must follow do, those that must not do not; and where the first stands."""
    if not (trigger.needs or trigger.also or trigger.bars):
        return True, None
    if trigger.bars and any(view.has(k, trigger.bars) for k in _coming(view, end, trigger.within)):
        return False, None
    near = list(ahead(view, end, trigger.within))
    counted = "victims" in trigger.guards
    masdar = view.verbs[start] is None
    there = "there" in trigger.guards
    answers = (
        k
        for k in near
        if _answers(view, k, trigger, masdar=masdar)
        or (counted and _counts(view, k, end))
        or (there and k in grounds and k - end <= 3 and view.fold(k - 1) not in _LYING_IN)
    )
    key = next(answers, None) if trigger.needs else None
    if trigger.needs and key is None:
        key = _resumed(view, start, trigger)
    if trigger.needs and key is None and (counted or "either" in trigger.guards):
        back = [k for k in _back(view, start) if view.has(k, trigger.needs)]
        if back:  # «طائرة مسيرة أسقطت»
            key = min(back) if "object" in trigger.guards else back[0]
    if trigger.needs and key is None and "before" in trigger.guards:
        before = range(start - 1, max(-1, start - FAR_BACK), -1)
        key = next((k for k in before if view.has(k, trigger.needs)), None)
    if trigger.needs and key is None:
        acting = bool(trigger.by) and any(view.has(k, trigger.by) for k in near)
        return acting, None
    if trigger.also and not any(view.has(k, trigger.also) for k in ahead(view, end, trigger.within + 4)):
        return False, None
    return True, key


def _coming(view: View, end: int, within: int) -> Iterator[int]:
    """Where a barring word may stand: the next words, names apart, and the very next in any case."""
    coming = list(ahead(view, end, max(within, 3)))
    if end < len(view.tokens) and end not in coming:
        coming.append(end)  # «تتظاهر بأنها …»: the next word, though it begins a clause
    return (k for k in coming if not _named(view, k))


def _named(view: View, k: int) -> bool:
    """Inside a name of several words («قوى الحرية والتغيير»)."""
    phrase = view.at.get(k)
    return phrase is not None and k > phrase.start and not phrase.adjective


def _back(view: View, verb: int) -> Iterator[int]:
    """The words before a verb in its clause, and what a relative clause is about: «30 من عناصر … قتلوا»."""
    if view.verbs[verb] is not None:
        back = range(verb - 1, max(view.clause_range(verb)[0] - 1, verb - 12), -1)
        yield from (k for k in back if k not in view.dated)
        antecedent = view.antecedents.get(view.clauses[verb])
        if antecedent is not None:
            yield antecedent


def _resumed(view: View, verb: int, trigger: Trigger) -> int | None:
    """«الرسالة التي وجهها …»: the pronoun on the verb stands for what its relative clause is about."""
    reading = view.verbs[verb]
    if reading is None or not reading.suffix or "through" in trigger.guards:
        return None
    antecedent = view.antecedents.get(view.clauses[verb])
    return antecedent if antecedent is not None and view.has(antecedent, trigger.needs) else None


def _counts(view: View, k: int, end: int) -> bool:
    """A number that follows at once, as «4 من المسلحين» after «مقتل»."""
    return view.fold(k).isdigit() and k - end <= 1


def _answers(view: View, k: int, trigger: Trigger, *, masdar: bool) -> bool:
    """A word of the classes; for a direct object none after a preposition or inside a name («باسم الجيش»)."""
    if "through" in trigger.guards:
        return _through(view, k, trigger.needs)
    if "reached" in trigger.guards:  # «وصل إلى السلطة»
        return view.has(k, trigger.needs) and view.fold(k - 1) == "الي"
    if "direct" not in trigger.guards:
        return view.has(k, trigger.needs)
    name = view.at.get(k)
    if name is not None and not name.adjective and (k > name.start or "plain" in trigger.guards):
        return False
    governing = ("", "ل") if masdar else ("",)
    return any(b.word in trigger.needs and b.preposition in governing for b in readings(view.fold(k)))


def _through(view: View, k: int, needs: frozenset[str]) -> bool:
    """«بصواريخ», «بأكثر من عشرين صاروخا», «بعشرات القذائف»: «ب» stands on it, or on how many there are."""
    if any(b.word in needs and b.preposition == "ب" for b in readings(view.fold(k))):
        return True
    if not view.has(k, needs):
        return False
    counted = load_event_words().cues["many"]
    while k > 0:
        k -= 1
        word = view.fold(k)
        if word.startswith("ب") and (view.has(k, counted | NUMBERS) or word[1:].isdigit()):
            return True
        if not (word == "من" or word.isdigit() or view.has(k, counted | NUMBERS)):
            return word == "ب"
    return False


def _says_more(view: View, carrier: int, words: EventWords) -> bool:
    """«في أوسع هجوم من نوعه», «في أول زيارة»: the event just told, put in its place."""
    above = words.cues["superlative"]
    before = view.fold(carrier - 1) in above or view.has(carrier, above)
    return before and "في" in (view.fold(carrier - 1), view.fold(carrier - 2))


def surely_verb(view: View, i: int) -> bool:
    """A word that is nothing but a verb, or the only one that can be the verb of its clause."""
    if all(a.pos == "verb" for a in view.tokens[i].analyses):
        return True
    first, end = view.clause_range(i)
    return i == first and not any(view.verbs[k] for k in range(first, end) if k != i)
