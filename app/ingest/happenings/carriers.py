"""What carries an event noun: the verb that tells it, the words it is wrapped in, the verb above it.

«أجرى مكالمة», «نفذ سلسلة من الغارات», «ضربة نفذها التحالف», «محادثات جمعت الوزيرين».
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.codes import FAMILY_OF, Family
from app.ingest.happenings.particles import (
    ADJUNCTS,
    ANNOUNCES,
    LOOSE,
    MARKS,
    PREPOSITIONS,
    ROLES,
    SEES,
    STOPS,
    TOGETHER,
    WITH,
)
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords, readings

_MORE = frozenset("من ال اول اولي ثاني ثالث اخر".split())
#: «وقعوا البروتوكولات عدا الترتيبات …»: what the verb leaves out.
_EXCEPT = frozenset("عدا ماعدا خلا سوي باستثناء".split())
#: So many words may stand between a verb and the noun it carries, and between a noun and its relative clause.
REACH = 14
NEAR, FAR = 3, 9
#: Acts of force: one of them is often named twice in a sentence.
VIOLENT = frozenset({Family.STRIKE, Family.OTHER})


@dataclass(frozen=True, slots=True)
class Carriage:
    """``light`` is the finite verb that tells the noun, ``carrier`` the first word of the whole phrase

    («إجراء مزيد من المناقشات»), ``governor`` the finite verb of the clause that is no part of it.
    """

    light: int | None
    carrier: int
    governor: int | None


def carriage(view: View, i: int, words: EventWords) -> Carriage:
    """How the noun at ``i`` is carried."""
    carrier = _carrier(view, i, words)
    light, governor = _before(view, i, carrier, words)
    if light is None and governor is None:
        light = _after(view, i, carrier, words)
    if light is None:
        light = _described(view, i, words)
    if light is None and governor == carrier - 1 and _struck(view, i, governor, words):
        light = governor  # «أوقع انفجاران ضحايا»
    return Carriage(light, carrier, None if light is not None else governor)


def _carrier(view: View, i: int, words: EventWords) -> int:
    """Step back over «إجراء مزيد من», «عددا كبيرا من» and the like to the first word of the phrase."""
    carrying = words.cues["light_nouns"] | words.cues["quantity"] | words.cues["many"]
    carrier, k = i, i - 1
    while k >= 0 and view.clauses[k] == view.clauses[i]:
        if view.fold(k) in _MORE or view.fold(k) in MARKS or view.fold(k).isdigit():
            k -= 1
        elif k not in view.at and view.verbs[k] is None and view.has(k, carrying):
            carrier = k
            k -= 1
        elif view.fold(k + 1) == "من" and k not in view.at and view.has(k - 1, carrying):
            k -= 1  # «عددا كبيرا من»
        elif view.has(k, words.classes["agents"]) and view.has(k - 1, words.cues["light_nouns"]):
            k -= 1  # «تنفيذ قواته عملية»
        elif k in view.at and carrier == i and view.has(view.at[k].start - 1, words.cues["light_nouns"]):
            k = view.at[k].start - 1
        elif view.fold(k) == "،" and k - 1 in view.at and carrier == i:
            k -= 1
        else:
            break
    return carrier


def _before(view: View, i: int, carrier: int, words: EventWords) -> tuple[int | None, int | None]:
    """The light verb before the noun in its clause; else the verb that governs the clause."""
    clause = view.clauses[i]
    governor: int | None = None
    outer = view.parents.get(clause) if clause in view.antecedents else None
    for k in range(carrier - 1, -1, -1):
        verb = view.verbs[k]
        if verb is not None and governor is not None and view.clauses[k] == outer:
            both = is_light(view, k, words) and not is_light(view, governor, words)
            return (k, None) if both else (None, governor)
        if governor is not None and outer is not None:
            continue
        if view.clauses[k] != clause:
            aside = view.clauses[k] in view.antecedents and view.parents[view.clauses[k]] == clause
            if aside:
                continue
            break
        if verb is None or verb.lemma == "كان":
            continue
        if _apart(view, k, carrier) <= REACH and _carries(view, k, carrier, words):
            return k, None
        governor = k
        if outer is None:
            break
    return None, governor


def _apart(view: View, verb: int, noun: int) -> int:
    """How many words stand between; a name with its title counts as one."""
    inside = sum(1 for k in range(verb + 1, noun) if k in view.at and view.at[k].start != k)
    return noun - verb - inside


def _carries(view: View, verb: int, carrier: int, words: EventWords) -> bool:
    """A light verb whose subject or object the noun is, or that reaches it by its own preposition."""
    reading = view.verbs[verb]
    if reading is None or _interrupted(view, verb, carrier, words):
        return False
    if view.fold(carrier - 1) in _EXCEPT:
        return False
    if view.has(verb, SEES) and carrier == verb + 1 and view.fold(carrier).startswith("ال"):
        return False  # «وشهد العرض أحدث الدبابات»
    between = range(verb + 1, carrier)
    if any(view.fold(j) in words.cues["aim"] for j in between if j not in view.at):
        return False
    if carrier - 1 > verb and _genitive(view, carrier):
        return False
    apart = any(view.fold(j) in words.cues["given"] for j in between if j not in view.at)
    if apart and (view.fold(carrier - 1) in words.cues["given"] or view.fold(carrier - 1) in ("من", "علي")):
        return False
    if governed(view, carrier, words):
        told_of = not view.has(verb, ANNOUNCES) or view.fold(carrier - 1) not in ("في", "من", "خلال")
        through = view.has(verb, words.cues["light_through"]) and told_of
        return through and _own_preposition(view, verb, carrier)
    return is_light(view, verb, words) and reading.suffix is None


def _genitive(view: View, k: int) -> bool:
    """«على خلفية الاحتجاجات», «فقدان الهجوم»: with the article, right after a noun without it."""
    before = view.fold(k - 1)
    if not view.fold(k).startswith("ال") or not view.tokens[k - 1].is_word or view.verbs[k - 1] is not None:
        return False
    apart = k - 1 in view.at or k - 1 in view.dated or before in PREPOSITIONS | LOOSE or adjectival(before)
    apart = (apart and before not in ADJUNCTS) or view.has(k - 1, ROLES)
    return not apart and not before.startswith(("ال", "وال")) and not before.endswith(("ون", "ان", "ا"))


def _own_preposition(view: View, verb: int, carrier: int) -> bool:
    """«أعلنت مسؤوليتها عن الهجوم»: no other noun stands between a verb and its preposition."""
    if view.fold(carrier - 1) not in PREPOSITIONS:
        return True
    k = carrier - 1
    while k > verb and (view.fold(k) in MARKS or view.fold(k) in PREPOSITIONS):
        k -= 1
    free = k in view.at or k in view.dated or not view.tokens[k].is_word or adjectival(view.fold(k))
    return k <= verb + 1 or free or view.fold(k - 1) in PREPOSITIONS


def governed(view: View, carrier: int, words: EventWords) -> bool:
    """A preposition stands before the noun, apart or attached."""
    k = carrier - 1
    while k >= 0 and view.fold(k) in MARKS:
        k -= 1
    carrying = words.cues["light_nouns"]
    bare = next(
        (b for b in readings(view.fold(carrier)) if b.word in words.by_noun or b.word in carrying), None
    )
    return view.fold(k) in PREPOSITIONS or (bare is not None and bool(bare.preposition))


def _interrupted(view: View, verb: int, noun: int, words: EventWords) -> bool:
    """Another event noun between the light verb and this one, which then is only about it."""
    for k in range(verb + 1, noun):
        if k in view.at or view.verbs[k] is not None:
            continue
        bare = words.noun(view.fold(k))
        if view.fold(k - 1) in words.cues["on_the_way"] or _aside(view, verb, k, noun, words):
            continue  # «يجري خلال زيارته مباحثات», «شنت، بعد دقائق من بدء الهدنة، هجوما»
        if view.fold(k) in TOGETHER and view.fold(k + 1) in WITH:
            continue  # «نفذت فرنسا بالتعاون مع إيطاليا ضربات»
        if bare and not view.has(k, words.cues["light_nouns"]) and view.fold(k) not in PREPOSITIONS:
            return any(not t.needs for _, t in words.by_noun[bare.word])
    return False


def _aside(view: View, verb: int, k: int, noun: int, words: EventWords) -> bool:
    """Inside a phrase of time or cause that commas set apart."""
    if not any(view.fold(j) in STOPS for j in range(k + 1, noun)):
        return False
    return any(view.fold(j) in words.cues["given"] for j in range(verb + 1, k))


def _after(view: View, i: int, carrier: int, words: EventWords) -> int | None:
    """«المحادثات بدأت», «ضربات استهدفت مواقع»: the noun heads its clause and its verb follows."""
    if carrier - view.clause_range(carrier)[0] > 2:
        return None
    clause = view.clauses[i]
    ahead = range(i + 1, len(view.tokens))
    verb = next((k for k in ahead if view.clauses[k] == clause and view.verbs[k]), None)
    if verb is None or not (is_light(view, verb, words) or _struck(view, i, verb, words)):
        return None
    return verb


def _described(view: View, i: int, words: EventWords) -> int | None:
    """«ضربة نفذها التحالف», «الاستفتاء على … الذي جرى أمس»: a light verb of its relative clause."""
    for clause, antecedent in view.antecedents.items():
        if not i <= antecedent <= i + FAR or (antecedent > i and _another(view, antecedent, words)):
            continue
        first = view.bounds[clause][0]
        verb = next((k for k in (first, first + 1) if k < len(view.tokens) and view.verbs[k]), None)
        if verb is None or not (is_light(view, verb, words) or _struck(view, i, verb, words)):
            continue
        if antecedent <= i + NEAR or _agrees(view, i, first, words):
            return verb
    return _told_at_once(view, i, words)


def _another(view: View, k: int, words: EventWords) -> bool:
    """«الزيارة تلبية لدعوة أرسلها …»: the clause describes an event of its own."""
    noun = words.noun(view.fold(k))
    free = noun is not None and k not in view.at and not adjectival(view.fold(k))
    return free and view.fold(k - 1) != "من" and not view.has(k - 1, words.cues["light_nouns"])


def _agrees(view: View, noun: int, relative: int, words: EventWords) -> bool:
    """A relative pronoun some words after the noun may speak of it: by gender, and with no verb between."""
    bare = words.noun(view.fold(noun))
    feminine = bare is not None and (bare.word.endswith(("ه", "ات")) or bare.word in words.cues["plurals"])
    if view.fold(relative) != ("التي" if feminine else "الذي"):
        return False
    return all(view.verbs[k] is None and view.fold(k) not in STOPS for k in range(noun + 1, relative))


def _told_at_once(view: View, i: int, words: EventWords) -> int | None:
    """«جولة مباحثات جمعت الوزيرين», «اجتماع للمجلس ترأسه فلان»: its verb follows a noun without article."""
    if view.fold(i).startswith("ال"):
        return None
    if i + 1 < len(view.tokens) and _may_resume(view, i + 1, words):
        return i + 1
    taking_place = words.cues["self_light"] | words.cues["attend"]
    for k in range(i + 1, min(i + FAR, len(view.tokens))):
        verb = view.verbs[k]
        if verb is not None:
            own = view.has(k, taking_place) or _struck(view, i, k, words)
            resumed = verb.suffix is not None and is_light(view, k, words)
            return k if view.fold(k)[0] not in "وفس" and (own or resumed) else None
        if view.fold(k) in STOPS:
            return None
    return None


def _may_resume(view: View, k: int, words: EventWords) -> bool:
    """«دعوة وجهها»: a light verb whose pronoun the noun before stands for."""
    return any(
        a.pos == "verb" and a.suffix and a.lemma in words.cues["light"] for a in view.tokens[k].analyses
    )


def _struck(view: View, noun: int, verb: int, words: EventWords) -> bool:
    """«ضربات استهدفت مواقع», «قصف طال منتجعا»: an act of force that its own verb tells."""
    bare = words.noun(view.fold(noun))
    forceful = bare and any(FAMILY_OF[t.type] in VIOLENT for _, t in words.by_noun[bare.word])
    return bool(forceful) and view.has(verb, words.cues["struck"])


def is_light(view: View, k: int, words: EventWords) -> bool:
    return any(a.lemma in words.cues["light"] for a in view.tokens[k].analyses if a.pos == "verb")
