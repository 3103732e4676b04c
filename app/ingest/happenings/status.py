"""Did it happen? Tense, negation, denial, plan, possibility and habit in the words before a trigger."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import EventStatus, EventType
from app.ingest.happenings.carriers import governed
from app.ingest.happenings.cues import any_speaks, reacted_to, speaks
from app.ingest.happenings.granted import after_given, future, taken_for_granted
from app.ingest.happenings.named import came_for, named_only
from app.ingest.happenings.negation import failed, negated, without
from app.ingest.happenings.particles import MARKS, STOPS
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords

#: How many words before a trigger still speak of it.
REACH = 7


@dataclass(frozen=True, slots=True)
class Standing:
    """What the clause holds of the event. ``firm`` is False where it is only wished, refused or avoided.

    ``presupposed``: an attitude to something that is taken to have happened («رافض للاجتياح»).
    """

    status: EventStatus
    firm: bool = True
    presupposed: bool = False


_CONDITIONS = frozenset("اذا لو".split())
_AWAITED = frozenset("يتوقع ينتظر يرتقب".split())
_LINKS = frozenset("كما فيما حيث بينما والذي الذي التي والتي".split())
#: Only wished, refused or named: no event of its own.
_NOTHING = Standing(EventStatus.HYPOTHETICAL, firm=False)


def standing(view: View, found: Candidate, words: EventWords) -> Standing | None:
    """The status of a trigger in its clause; None where the text says that it did not happen."""
    head = min(found.carrier, found.light if found.light is not None else found.carrier)
    before = _before(view, head)
    if any_speaks(view, before, words.cues["deny"]) and "formal" not in found.trigger.guards:
        return Standing(EventStatus.DENIED)
    verb = found.start if found.verbal else found.light
    if negated(view, head, verb) or without(view, found.carrier) or failed(view, found, words):
        return None
    if _not_asked(view, found, words):
        return None
    near = [] if taken_for_granted(view, found, words) else before[:REACH]
    return (
        _wished(view, found, near, words)
        or _ahead(view, found, verb, near, words)
        or _uncertain(view, found, head, verb, near, words)
        or Standing(_tense(view, found, verb, words))
    )


def _wished(view: View, found: Candidate, near: list[int], words: EventWords) -> Standing | None:
    """Refused, feared, needed, sought or asked for: no event, unless it is taken for granted or organised."""
    contact = FAMILY_OF[found.trigger.type] is Family.CONTACT
    off = found.governor is not None and view.has(found.governor, words.cues["cancelled"])
    put_off = off and bool(near) and not governed(view, found.carrier, words)  # not «علق على زيارته»
    if contact and (put_off or _called_off(view, found, words)):
        return Standing(EventStatus.HYPOTHETICAL)
    if any_speaks(view, near, words.cues["idle"]) or _content(view, found, near, words):
        if found.definite and found.light is None and found.trigger.type is not EventType.OTHER:
            return Standing(_tense(view, found, None, words), presupposed=True)
        return _NOTHING
    if any_speaks(view, near, words.cues["seek"]):
        organised = contact and found.carrier != found.start
        return Standing(EventStatus.PLANNED if organised else EventStatus.HYPOTHETICAL, firm=organised)
    if contact and came_for(view, found, words) and not view.has(found.governor or 0, words.cues["urge"]):
        return Standing(EventStatus.PLANNED)
    return _NOTHING if put_off or named_only(view, found, near, words) else None


def _called_off(view: View, found: Candidate, words: EventWords) -> bool:
    """«إلغاء الزيارة», «تأجيل القمة»: the noun before says that it did not take place then."""
    return not found.verbal and view.has(found.carrier - 1, words.cues["cancelling"])


def _not_asked(view: View, found: Candidate, words: EventWords) -> bool:
    """«لم يدعه إلى زيارة»: what nobody asked for or agreed to."""
    k = found.governor
    if k is None or found.light is not None or not governed(view, found.carrier, words):
        return False
    asking = words.cues["content"] | words.cues["urge"]
    return negated(view, k, k) and any(a.lemma in asking for a in view.tokens[k].analyses)


def _ahead(
    view: View, found: Candidate, verb: int | None, near: list[int], words: EventWords
) -> Standing | None:
    """Planned, or going on where the verb says that it will go on."""
    if verb is not None and future(view, verb) and view.has(verb, words.cues["go_on"]):
        return Standing(EventStatus.ONGOING)
    if _to_come(view, found) and FAMILY_OF[found.trigger.type] is not Family.CONTACT:
        return Standing(EventStatus.HYPOTHETICAL, firm=False)
    done = found.decided and "decreed" in found.trigger.guards
    intended = any(
        (speaks(view, k, words.cues["intend"]) or _expected(view, k)) and not (done and _has_decided(view, k))
        for k in near
    )
    if verb is not None and _subjunctive(view, verb) and any(_possible(view, k, words) for k in near):
        return None if intended else Standing(EventStatus.HYPOTHETICAL, firm=False)
    if (
        intended
        or future(view, verb)
        or _agreed_to(view, verb)
        or _to_come(view, found)
        or _announced(view, found, words)
    ):
        return Standing(EventStatus.PLANNED)
    return None


def _expected(view: View, k: int) -> bool:
    """«ويتوقع أن يلتقي …»: it is expected, by nobody in particular; not «يتوقع الخبراء أن»."""
    if view.fold(k).removeprefix("و") not in _AWAITED or view.fold(k + 1) != "ان":
        return False
    return view.clause_range(k)[0] == k or view.fold(k - 1) in _LINKS


def _has_decided(view: View, k: int) -> bool:
    """«قررت إغلاق السفارة»: who decides such a thing has done it."""
    reading = view.verbs[k]
    return reading is not None and reading.lemma == "قرر" and reading.aspect == "p"


def _uncertain(
    view: View, found: Candidate, head: int, verb: int | None, near: list[int], words: EventWords
) -> Standing | None:
    """Possible; a condition («إذا رفضت») or a wish («أن يزور») tells no event of its own."""
    if any(_possible(view, k, words) for k in near):
        told = found.verbal or found.light is not None
        condition = told and view.fold(head - 1) in ("اذا", "لو", "ان", "حال")
        return Standing(EventStatus.HYPOTHETICAL, firm=not condition)
    if _considered(view, found, words):
        return Standing(EventStatus.HYPOTHETICAL)
    if verb is not None and (_subjunctive(view, verb) or (found.verbal and _conditional(view, verb))):
        return Standing(EventStatus.HYPOTHETICAL, firm=False)
    return None


def _considered(view: View, found: Candidate, words: EventWords) -> bool:
    """«تدرس واشنطن توجيه ضربة»: the act is the object of a verb of weighing."""
    k = found.governor
    if k is None or found.carrier == found.start or found.definite or governed(view, found.carrier, words):
        return False
    return view.has(k, words.cues["considering"])


def _conditional(view: View, verb: int) -> bool:
    """«إذا صعدت موسكو وهددت جيرانها»: the condition goes on over what «و» adds to it."""
    clause, first = view.clauses[verb], view.clause_range(verb)[0]
    while first == verb and view.fold(verb).startswith("و") and clause in view.parents:
        clause = view.parents[clause]
        first, end = view.bounds[clause]
        if any(view.fold(k) in _CONDITIONS for k in range(first, end)):
            return True
        verb = first
    return False


def _before(view: View, head: int) -> list[int]:
    """Words of the clause before the trigger, nearest first; through أن those that govern the clause."""
    clause = view.clauses[head]
    found = [k for k in range(head - 1, -1, -1) if view.clauses[k] == clause and _counts(view, k)]
    first = found[-1] if found else head
    opener = view.fold(first).lstrip("وفبل")
    parent = view.parents.get(clause)
    if parent is not None and opener.startswith(("ان", "انه")) and len(found) <= REACH:
        found += [k for k in range(first - 1, max(-1, first - 5), -1) if view.clauses[k] == parent]
    return found


def _counts(view: View, k: int) -> bool:
    """Marks and days between a trigger and what speaks of it are stepped over."""
    inside = k in view.at and view.at[k].start != k
    return view.fold(k) not in MARKS and view.tokens[k].is_word and k not in view.dated and not inside


def _content(view: View, found: Candidate, near: list[int], words: EventWords) -> bool:
    """«توافق على تنسيق», «اقتراح بتنسيق»: the noun is what is agreed to or asked for."""
    if (
        found.verbal
        or found.light is not None
        or reacted_to(view, found, words)
        or found.definite
        or found.decided
    ):
        return False
    if found.carrier != found.start:  # «اتفاقهما على استئناف محادثات»
        near = near[:3] if view.fold(found.carrier - 1) == "علي" else []
    governed = found.bare is not None and found.bare.preposition in ("ب", "ل")
    return (governed or view.fold(found.carrier - 1) in ("علي", "الي")) and any(
        speaks(view, k, words.cues["content"]) for k in near[:5]
    )


def _possible(view: View, k: int, words: EventWords) -> bool:
    """A word of possibility; قد is one only before the present («قد تشن», but «قد شنت»)."""
    if view.fold(k) in ("قد", "وقد", "فقد", "لقد"):
        after = view.verbs[k + 1] if k + 1 < len(view.tokens) else None
        return after is not None and after.aspect == "i"
    return speaks(view, k, words.cues["possible"]) and not _expected(view, k)


def _agreed_to(view: View, verb: int | None) -> bool:
    """«على أن يجري لاحقا محادثات»: what is to follow."""
    if verb is None or view.fold(verb - 1) != "ان" or view.fold(verb - 2) != "علي":
        return False
    reading, before = view.verbs[verb], view.fold(verb - 3)
    return reading is not None and reading.aspect == "i" and before in STOPS


def _to_come(view: View, found: Candidate) -> bool:
    """«لقاء الوزيرين سيتناول»: the noun heads its clause and the verb after it looks ahead.

    Of other things than contacts this speaks in general: «تسليم الأسلحة سيزيد المخاطر».
    """
    if found.verbal or found.governor is not None or found.light is not None:
        return False
    clause = view.clauses[found.start]
    after = (
        k
        for k in range(found.end, len(view.tokens))
        if view.clauses[k] == clause and view.verbs[k] is not None
    )
    verb = next(after, None)
    return verb is not None and future(view, verb)


def _subjunctive(view: View, verb: int) -> bool:
    """«أن يزور»: a thing wished, feared or asked, unless a word before says that it is planned."""
    reading = view.verbs[verb]
    return (
        reading is not None
        and reading.aspect == "i"
        and view.fold(verb - 1) in ("ان", "بان", "وان", "لان")
        and not _agreed_to(view, verb)
    )


def _announced(view: View, found: Candidate, words: EventWords) -> bool:
    """«محادثات مرتقبة», «اجتماع مقرر»: the adjective after the noun."""
    if found.verbal:
        return False
    clause = view.clauses[found.start]
    after = range(found.end, min(found.end + 4, len(view.tokens)))
    told = next((k for k in after if (verb := view.verbs[k]) is not None and verb.aspect == "p"), after.stop)
    return any(
        view.clauses[k] == clause
        and view.has(k, words.cues["future_words"])
        and not any(words.noun(view.fold(j)) for j in range(found.end, k))  # «ترشحه للانتخابات المقررة»
        for k in after
        if k < told
    )


def _tense(view: View, found: Candidate, verb: int | None, words: EventWords) -> EventStatus:
    reading = view.verbs[verb] if verb is not None else None
    first, end = view.clause_range(found.start)
    goes_on = any(
        speaks(view, k, words.cues["go_on"])
        for k in range(max(first, found.start - 4), min(end, found.end + 3))
    )
    if goes_on and not (found.light is not None and after_given(view, found, words)):
        return EventStatus.ONGOING
    if (
        reading is not None
        and reading.aspect == "i"
        and view.fold(verb - 1 if verb else 0) not in ("لم", "ولم")
    ):
        was = any(view.has(k, frozenset({"كان"})) for k in range(first, verb or first))
        return EventStatus.OCCURRED if was else EventStatus.ONGOING
    return EventStatus.OCCURRED


def habitual(view: View, found: Candidate, words: EventWords) -> bool:
    """«بشكل دوري», «من حين إلى آخر»: a custom, which has no day of its own."""
    first, end = view.clause_range(found.start)
    return any(speaks(view, k, words.cues["habit"]) for k in range(first, end))
