"""Who performs a verbal noun, by the words nearest to it: «إعلان فلان انسحابه», «قيام الجيش بقصف»."""

from __future__ import annotations

from app.domain.records import EventType
from app.ingest.happenings.joining import chain, headed
from app.ingest.happenings.particles import (
    ACCUSES,
    ASCRIBES,
    CLAIMS,
    CONTESTS,
    DOING,
    ENABLES,
    ENTERING,
    INTENT,
    MAKES,
    ORDERS,
    PREPOSITIONS,
    PROMISES,
    RESOLVES,
    SETS_ABOUT,
    STATE_OF,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.pronouns import meant as meant_by
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.subjects import resumed, subject_after, subject_of
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import load_event_words, readings


def of_clause(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """Whoever the verb before is said of, or that after: «وفي زيارة لمصر، قال فلان»."""
    if found.governor is not None:
        return subject_of(view, found.governor)
    _, end = view.clause_range(found.start)
    verb = next((k for k in range(found.end, end) if view.verbs[k] is not None), None)
    return subject_of(view, verb) if verb is not None else ()


def by_nearest(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """Whose doing a verbal noun is, by the nearest words that say so."""
    return next((who for way in _WAYS if (who := way(view, found))), ())


def _declaring(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«إعلان فلان انسحابه», «اتهام مصر للسودان بقصف …»: whoever stands right before."""
    before = view.at.get(found.carrier - 1)
    if before is None or found.bare is None or before.adjective:
        return ()
    head = before.start - 1
    while head >= 0 and not view.tokens[head].is_word:
        head -= 1
    declared = found.bare.suffix or _of_its_own(view, found.end)
    if declared and head >= 0 and view.tokens[head].is_verbal_noun:
        return (before,)
    by = any(b.preposition == "ب" for b in readings(view.fold(found.carrier)))
    accused = any(view.has(k, ACCUSES) for k in range(max(0, head - 6), head + 1))
    return (before,) if by and accused else ()


def _of_its_own(view: View, k: int) -> bool:
    """«انسحاب بلاده»: the act of the state of whoever was named before."""
    return k in view.at and any(b.suffix and b.word in STATE_OF for b in readings(view.fold(k)))


def _intending(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«أعلنت واشنطن نيتها بيع …»: whoever the clause is about has it in mind."""
    near = range(max(0, found.carrier - 2), found.carrier)
    meant = any(view.has(k, INTENT) and pronoun_on(view.tokens[k]) for k in near)
    if not meant:
        return ()
    at = next(k for k in near if view.has(k, INTENT) and pronoun_on(view.tokens[k]))
    return of_clause(view, found) or meant_by(view, at, pronoun_on(view.tokens[at]))


def willing(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«أكد المتحدث استعداد قطر وتركيا لإجراء …»: whose mind it is, named between."""
    for k in range(found.carrier - 2, max(-1, found.carrier - 8), -1):
        owner = view.starting(k + 1)
        if owner is not None and view.has(k, INTENT) and not (owner.prefix or owner.adjective):
            several = tuple(chain(view, owner, found.carrier))
            return several if several[-1].end == found.carrier else ()
    return ()


def _claiming(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«تبنى التنظيم هجوما»: who claims an act did it."""
    verb = found.governor
    return subject_of(view, verb) if verb is not None and view.has(verb, CLAIMS) else ()


def _contesting(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«فاز فلان بولاية ثانية في انتخابات مارس»: who wins or loses an election."""
    verb = found.governor
    if found.trigger.type is not EventType.ELECTION or verb is None or not view.has(verb, CONTESTS):
        return ()
    return subject_of(view, verb)


def _ordered(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«أمر الرئيس القوات بسحب …»: whoever orders and whoever is told to."""
    verb = found.governor
    if verb is None or not view.has(verb, ORDERS) or view.fold(found.carrier)[0] != "ب":
        return ()
    subject = subject_of(view, verb)
    told = [
        p for p in view.phrases if verb < p.start < found.carrier and p not in subject and not p.adjective
    ]
    return (*subject, *told[:1]) if subject else ()


def _promising(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«تعهد فلان بالإفراج عن …»: who promises it is to do it."""
    verb = found.governor
    if verb is None or not view.has(verb, PROMISES) or view.fold(found.carrier)[0] != "ب":
        return ()
    return subject_of(view, verb)


def _by_its_forces(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«منذ دخول قواتها»: whose forces they are says what the clause is about."""
    forces = view.has(found.end, load_event_words().classes["agents"])
    if not forces or not pronoun_on(view.tokens[found.end]):
        return ()
    if found.governor is not None and found.governor < found.start:
        return subject_of(view, found.governor)
    first, _ = view.clause_range(found.start)
    return headed(view, first, found.carrier)


def managing(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«تمكن الجيش من صد …», «قيام الطائرات بقصف …», «موافقة قطر وتركيا على هدنة»: whoever stands between."""
    carrier = found.carrier
    if view.fold(carrier)[0] == "و" and view.tokens[carrier - 1].is_verbal_noun:
        carrier -= 1  # «تمكن الجيش من اعتراض وإسقاط …»
    aside = view.fold(carrier - 1) in ("من", "في", "علي", "الي")
    before = carrier - 2 if aside else carrier - 1
    if before not in view.at and view.fold(before).endswith("ا"):  # «قيام طائرة مجددا بانتهاك …»
        before -= 1
    last = view.at.get(before) or view.nations.get(before)
    if last is None or found.verbal or not (aside or view.fold(carrier)[0] == "ب"):
        return ()
    for k in range(last.start - 1, max(-1, last.start - 12), -1):
        about = view.fold(k).removeprefix("و") in SETS_ABOUT
        if not about and (view.verbs[k] is not None or view.fold(k) in PREPOSITIONS):
            return ()
        if about or (view.fold(k) in DOING and view.fold(carrier - 1) != "الي"):
            first = next((p for p in view.phrases if k < p.start <= k + 2), None)
            return tuple(chain(view, first, carrier)) if first is not None else (last,)
    return ()


def _enabled(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«ساعدت قطر الجيش على دخول …», «دفع الجيش الحركة إلى الانسحاب»: whom the verb has do it."""
    verb, last = found.governor, view.at.get(found.carrier - 2)
    if verb is None or last is None or last.adjective or not view.has(verb, ENABLES):
        return ()
    led = view.fold(found.carrier - 1) in ("من", "علي", "في", "الي")
    return (last,) if led and last.start > verb and last not in subject_of(view, verb) else ()


def entering(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«دخول الحركة في مفاوضات مع …», «مشاركة قطر في محادثات»: whoever stands between goes into it."""
    last = view.at.get(found.carrier - 2) if view.fold(found.carrier - 1) == "في" else None
    if last is None or last.adjective or found.verbal or not view.has(last.start - 1, ENTERING):
        return ()
    return (last,)


def blamed(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«اتهم فلان مصر بشن هجوم»: whoever is named between who accuses and what for."""
    verb = found.governor
    if verb is None or not view.has(verb, ACCUSES):
        return ()
    accusers = subject_of(view, verb)
    between = [view.starting(k) for k in range(verb + 1, found.carrier)]
    named = [p for p in between if p is not None and p not in accusers and not p.adjective]
    return tuple(named[:1]) if accusers else ()


def _deciding(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«قرار من فرنسا بطرد …», «قرار الحكومة طرد …»: who decides, named before what."""
    owner = view.at.get(found.carrier - 1)
    if owner is None or owner.adjective or found.verbal:
        return ()
    k = owner.start - 1
    while k >= 0 and (view.fold(k) == "من" or adjectival(view.fold(k)) or view.fold(k) in _WHEN):
        k -= 1
    decided = view.has(k, RESOLVES) and not any(j in view.at for j in range(k, owner.start))
    return tuple(chain(view, owner, found.carrier)) if decided else ()


_WHEN = frozenset({"سابق", "السابق", "جديد", "الجديد", "مفاجئ"})


def _making(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«الاستقالة التي تقدم بها فلان»: who made it, by the clause that describes it."""
    for clause, antecedent in view.antecedents.items():
        if not found.start <= antecedent <= found.end + 2:
            continue
        first, end = view.bounds[clause]
        verb = next((k for k in range(first, end) if view.verbs[k] is not None), None)
        if verb is not None and view.has(verb, MAKES) and resumed(view, verb):
            return subject_after(view, verb)
    return ()


def ascribed(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«هجوم يُنسب إلى …»: whose doing it is held to be."""
    for k in range(found.end, min(found.end + 4, len(view.tokens) - 2)):
        if view.has(k, ASCRIBES) and view.fold(k + 1) == "الي":
            phrase = view.starting(k + 2)
            return (phrase,) if phrase is not None else ()
    return ()


def _suspected(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«هجوم اتهمت دمشق بتنفيذه», «هجوم تتهم طهران بالوقوف وراءه»: whoever is named after the verb."""
    for k in range(found.end, min(found.end + 6, len(view.tokens))):
        if view.verbs[k] is None or not view.has(k, ACCUSES):
            continue
        named = next((p for p in view.phrases if k < p.start <= k + 3), None)
        blamed = named is not None and view.fold(named.end)[:1] == "ب"
        return (named,) if named is not None and blamed else ()
    return ()


_WAYS = (
    _making, _enabled, _contesting, _deciding, managing, _declaring, _intending, blamed, _claiming, _ordered,
    _promising, _suspected, _by_its_forces,
)  # fmt: skip
