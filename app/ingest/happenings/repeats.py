"""What a sentence names twice is one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import EventType
from app.ingest.happenings.carriers import VIOLENT, governed
from app.ingest.happenings.particles import BETWEEN, DURING, INTENT, WITH
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords, load_event_words

#: So many words after a loss of life the text may say in what it happened.
REACH = 36
#: So many words after an act of force a verb without conjunction still tells what it hit.
DESCRIBED = 9
_TOLD_TO_GO = frozenset({"expulsion.leave", "withdrawal.order", "recall.home"})
#: What nobody dies of: the charge.
_CHARGES = frozenset({"spying", "spying.noun"})
_DEATHS = frozenset({"killing", "killing.person"})


def told_once(view: View, found: Iterable[Candidate], words: EventWords) -> list[Candidate]:
    """Each event once, where a sentence names it twice.

    «هجوم … استهدف منشأتين», «مقتل جنود في هجوم», «قررت قطع العلاقات», «اتفقا على هدنة».
    """
    kept: list[Candidate] = []
    for candidate in found:
        if kept and _says_it_again(view, candidate, kept[-1], words):
            continue
        told: int | None = None
        decided = bool(kept) and _decided(view, candidate, kept[-1])
        if decided:
            kept.pop()
        decided = decided or (bool(kept) and _decided_too(view, candidate, kept[-1]))
        if kept and _is_subject(candidate, kept[-1]):
            told = kept.pop().start
        while kept and _explains(view, candidate, kept[-1], words):
            before = kept.pop()
            told = before.start if before.verbal else told
        light = candidate.light if candidate.light is not None else told
        kept.append(replace(candidate, light=light, decided=decided))
    return kept


def _says_it_again(view: View, later: Candidate, before: Candidate, words: EventWords) -> bool:
    """The later word adds no event to the one before it."""
    return (
        _describes(view, later, before)
        or _strikes_at(view, later, before)
        or _handed_over(view, later, before)
        or _in_its_course(view, later, before)
        or _is_content(view, later, before, words)
        or _coupled(view, later, before, words)
        or _votes_again(later, before)
        or _aims_of(later, before)
        or _of_accord(view, later, before)
        or _on_visit(view, later, before)
        or _ordered(view, later, before)
        or _proposed(view, later, before)
        or _signed(later, before)
        or _was_hit(view, later, before)
    )


def _signed(noun: Candidate, signing: Candidate) -> bool:
    """«تم توقيع 12 اتفاقية»: what was signed."""
    accord = (
        noun.trigger.type is EventType.AGREEMENT and not noun.verbal and noun.light in (None, signing.light)
    )
    carried = signing.trigger.id == "agreement.signing" and signing.light is not None
    return accord and carried and noun.start - signing.end <= 3


def _was_hit(view: View, noun: Candidate, strike: Candidate) -> bool:
    """«غارات استهدفت … أو شحنات أسلحة»: what was struck, not what was supplied."""
    shipped = noun.trigger.type is EventType.ARMS_SUPPLY and not noun.verbal and noun.light is None
    struck = shipped and FAMILY_OF[strike.trigger.type] is Family.STRIKE
    return (
        struck
        and view.has(noun.start, load_event_words().classes["batches"])
        and noun.start - strike.end <= REACH
    )


def _proposed(view: View, noun: Candidate, offer: Candidate) -> bool:
    """«اقترح على الوفد بدء مفاوضات»: what is proposed."""
    offers = offer.verbal and offer.trigger.id in ("proposal", "proposal.offer") and not noun.verbal
    within = offers and view.clauses[noun.start] == view.clauses[offer.start]
    return within and noun.light in (None, offer.start) and view.fold(noun.carrier - 1) not in DURING


def _of_accord(view: View, noun: Candidate, accord: Candidate) -> bool:
    """«اتفاق تبادل الأسرى بين …», «اتفاقية تعاون»: what was agreed on."""
    kinds = (EventType.AGREEMENT, EventType.PROPOSAL)
    agreed = accord.trigger.type in kinds and not accord.verbal
    plain = noun.bare is not None and not noun.bare.preposition
    joined = plain and noun.trigger.type not in kinds and not view.fold(noun.start).startswith(("و", "ال"))
    return agreed and joined and noun.start == accord.end


def _on_visit(view: View, noun: Candidate, coming: Candidate) -> bool:
    """«وصول الوزير إلى بغداد في زيارة مفاجئة»: the coming is the visit."""
    visits = coming.trigger.type is EventType.VISIT is noun.trigger.type and not noun.verbal
    return visits and not noun.definite and view.fold(noun.carrier - 1) == "في" and coming.end < noun.start


def _ordered(view: View, noun: Candidate, order: Candidate) -> bool:
    """«أوعز لقواته بالهجوم على …»: whether it was done, nobody says; the order is what happened."""
    leaving = noun.trigger.type is EventType.VISIT and order.trigger.id in _TOLD_TO_GO
    if leaving and noun.bare is not None:
        return True  # «أمر بمغادرة الموظفين»
    if noun.verbal or "order" not in order.trigger.guards or FAMILY_OF[noun.trigger.type] not in VIOLENT:
        return False
    through = noun.bare is not None and noun.bare.preposition == "ب"
    return through and noun.light is None and view.clauses[noun.start] == view.clauses[order.start]


def _coupled(view: View, later: Candidate, before: Candidate, words: EventWords) -> bool:
    """«اعتراض وتدمير طائرتين», «مداهمات واقتحامات», «مقتل … جراء زرع عبوة»: one act of force by two words."""
    forceful = {FAMILY_OF[later.trigger.type], FAMILY_OF[before.trigger.type]} <= VIOLENT
    if later.verbal or not forceful:
        return False
    joined = not before.verbal and later.start == before.end and view.fold(later.start).startswith("و")
    laid = later.trigger.id == "mining" and view.fold(later.carrier - 1) in words.cues["inside"]
    return joined or laid


def _aims_of(verb: Candidate, before: Candidate) -> bool:
    """«عقوبات استهدفت شركات»: whom the measures touch; nothing is hit."""
    measures = before.trigger.type in (EventType.SANCTION, EventType.REPORT, EventType.ACCUSATION)
    return measures and verb.verbal and "target" in verb.trigger.id and verb.start - before.end <= REACH


def _votes_again(later: Candidate, before: Candidate) -> bool:
    """«عارضت باريس المشروع، فيما امتنعت بكين عن التصويت»: one vote."""
    return later.trigger.label_en == before.trigger.label_en == "Vote"


def _handed_over(view: View, later: Candidate, before: Candidate) -> bool:
    """«استدعت السفير وسلمته مذكرة احتجاج»: the protest is what he was summoned for."""
    types = (before.trigger.type, later.trigger.type)
    handed = types == (EventType.SUMMONING, EventType.DIPLOMATIC_PROTEST) or (
        types[0] is EventType.SUMMONING and later.trigger.id == "message"
    )
    ordered_out = types == (EventType.SEVERED_TIES, EventType.THREAT)  # «قررت طرد السفير وأمهلته يومين»
    return (handed or ordered_out) and later.start - before.end <= REACH


def _is_content(view: View, noun: Candidate, before: Candidate, words: EventWords) -> bool:
    """«وافق على هدنة», «اتفقا على عقد لقاءات», «قضت بإعدام», «انتزع السيطرة»: what the verb is about."""
    if noun.verbal or not before.verbal or view.clauses[noun.start] != view.clauses[before.start]:
        return False
    if noun.trigger.id == before.trigger.id:
        return noun.start - before.end <= 3
    if before.key is not None and noun.start == before.key + 1 and noun.trigger.type is before.trigger.type:
        return True  # «وقعت في الرياض مذكرة تفاهم»
    if before.key is not None and noun.start == before.key + 1 and "about" in before.trigger.guards:
        return True  # «أصدرت مذكرة اعتقال»
    link = view.fold(noun.carrier - 1)
    near = noun.carrier - before.end <= 8 and (
        link == "علي" or governed(view, noun.carrier, words) or view.has(noun.carrier - 1, INTENT)
    )
    return near and "about" in before.trigger.guards


def _is_subject(noun: Candidate, verb: Candidate) -> bool:
    """«استهدفت الضربات مواقع»: the act of force is the subject of the verb before it."""
    forceful = {FAMILY_OF[noun.trigger.type], FAMILY_OF[verb.trigger.type]} <= VIOLENT
    plain = noun.bare is not None and not noun.bare.preposition
    return forceful and plain and verb.verbal and noun.start == verb.end and "target" in verb.trigger.id


def _in_its_course(view: View, noun: Candidate, verb: Candidate) -> bool:
    """«بحثا خلال لقاء الوضع في ليبيا»: where they talked is no second meeting."""
    if noun.verbal or not verb.verbal or noun.definite or noun.trigger.type is EventType.VISIT:
        return False
    if {FAMILY_OF[noun.trigger.type], FAMILY_OF[verb.trigger.type]} != {Family.CONTACT}:
        return False
    own = any(view.fold(k) in WITH | BETWEEN for k in range(noun.end, noun.end + 3))
    within = view.clauses[noun.start] == view.clauses[verb.start] and view.fold(noun.carrier - 1) in DURING
    return within and not own


def _decided(view: View, noun: Candidate, before: Candidate) -> bool:
    """«قررت قطع العلاقات», «أمر بسحب القوات»: what is decided is the event, not the decision beside it."""
    if noun.verbal or not before.trigger.guards & {"does", "order"}:
        return False
    if "order" in before.trigger.guards and FAMILY_OF[noun.trigger.type] in VIOLENT:
        return False  # «أمر بقصف المواقع»: whether it was done, nobody says
    if "order" in before.trigger.guards and noun.trigger.type is EventType.VISIT:
        return False  # «أمر وفده بالعودة»
    between = range(before.end, noun.carrier)
    return view.clauses[noun.start] == view.clauses[before.start] and not any(
        view.verbs[k] is not None or view.tokens[k].is_verbal_noun
        for k in between
        if k not in view.at and view.tokens[k].fold != "عدم"
    )


def _decided_too(view: View, noun: Candidate, before: Candidate) -> bool:
    """«قرر تجميد عمل البرلمان وإقالة رئيسه»: one more that is decided with the first."""
    joined = not noun.verbal and noun.light is None and view.fold(noun.start).startswith("و")
    return joined and before.decided and view.clauses[noun.start] == view.clauses[before.start]


def _explains(view: View, noun: Candidate, before: Candidate, words: EventWords) -> bool:
    """The later noun says what the earlier was, or in what somebody died."""
    forceful = FAMILY_OF[noun.trigger.type] in VIOLENT and FAMILY_OF[before.trigger.type] in VIOLENT
    if noun.verbal or not forceful:
        return False
    link = view.fold(noun.carrier - 1)
    if "victims" in before.trigger.guards and noun.carrier - before.end <= REACH:
        through = noun.bare is not None and noun.bare.preposition == "ب"
        inside = link in words.cues["inside"] or through
        return inside and "victims" not in noun.trigger.guards and _may_stand(noun, before)
    within = view.clauses[noun.start] == view.clauses[before.start]
    if before.verbal or noun.definite:
        return False
    with_what = view.fold(noun.carrier).startswith("ب") and noun.carrier == before.end
    return within and (with_what or link in words.cues["means"])


def _may_stand(noun: Candidate, death: Candidate) -> bool:
    """«مقتل عشرة في مواجهات»: what no verb carries is no event, and takes no death in."""
    if noun.trigger.id in _CHARGES:
        return False  # «أعدمت ثلاثة مدانين بالتجسس»
    return "light" not in noun.trigger.guards or noun.light is not None or death.verbal


def _describes(view: View, verb: Candidate, noun: Candidate) -> bool:
    deaths = {verb.trigger.id, noun.trigger.id} == _DEATHS
    if deaths or "victims" in verb.trigger.guards & noun.trigger.guards:
        return True
    families = {FAMILY_OF[verb.trigger.type], FAMILY_OF[noun.trigger.type]}
    return (
        verb.verbal
        and not noun.verbal
        and (not noun.definite or noun.light == verb.start)
        and families <= VIOLENT
        and verb.start - noun.end <= 3
        and view.clauses[verb.start] == view.clauses[noun.start]
    )


def _strikes_at(view: View, verb: Candidate, noun: Candidate) -> bool:
    """«غارات لطائرات التحالف، استهدفت موكبه»: a relative clause after a noun without article."""
    if noun.verbal or noun.definite or not verb.verbal or "target" not in verb.trigger.id:
        return False
    families = {FAMILY_OF[verb.trigger.type], FAMILY_OF[noun.trigger.type]}
    between = range(noun.end, verb.start)
    bare = not view.fold(verb.start).startswith(("و", "ف")) and not any(view.verbs[k] for k in between)
    told = sum(1 for k in between if view.tokens[k].is_word and k not in view.dated)
    return bare and families <= VIOLENT and told <= DESCRIBED


def limits(triggers: Sequence[Candidate], end: int) -> list[int]:
    """Where the words of each trigger end: at the next one that is not its purpose («صفقة لشراء …»)."""
    limits = [end] * len(triggers)
    for i, (before, c) in enumerate(pairwise(triggers)):
        begins = c.carrier if c.light in (None, before.light) else min(c.carrier, c.light or 0)
        aimed = c.bare is not None and c.bare.preposition == "ل"
        close = c.start - 1 in (before.key, before.end - 1)  # «اتفاق للتعاون بين …»
        limits[i] = end if aimed and (not c.definite or close) else begins
    for i in range(len(limits) - 2, -1, -1):
        limits[i] = min(limits[i], limits[i + 1]) if limits[i] == end else limits[i]
    return limits
