"""Who takes part: those who meet as equals, or who acts and who is acted on."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import ActorKind, EventType
from app.ingest.happenings.acting import acting, hosts, receives
from app.ingest.happenings.arguments import arguments_of, askers_of, met_between, sponsors_of
from app.ingest.happenings.cast import Cast, unique
from app.ingest.happenings.chunks import modifies
from app.ingest.happenings.freeing import freed
from app.ingest.happenings.named import meant_for
from app.ingest.happenings.pairs import of_relations, pair_word, paired_states, two_before, two_people
from app.ingest.happenings.particles import (
    ADDRESSES,
    AGREES,
    CHAIRS,
    DURING,
    HOSTS,
    MARKS,
    PEER,
    PLACE,
    REACHES,
    RESUMING,
    SPEAKS,
    STAGES,
    WITH,
)
from app.ingest.happenings.phrases import Phrase, attached
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.pronouns import meant
from app.ingest.happenings.sides import himself, only_announces
from app.ingest.happenings.subjects import subject_after, subject_of
from app.ingest.happenings.targets import directed_cast, received_cast
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.ingest.happenings.walking import Argument
from app.languages.ar.events import EventWords, readings

#: Bodies whose own meetings are told: «اجتماع للمجلس».
BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.MILITARY, ActorKind.COUNTRY})
#: Places that name who meets.
_MET = frozenset({"", "adj", "مع", "بين", "قبل"})


def cast_of(view: View, found: Candidate, limit: int, words: EventWords) -> Cast:
    """The participants that the clause of a trigger names before token ``limit``."""
    found = freed(view, found)
    subject = acting(view, found, words)
    attending = _attending(view, found, words)
    sponsors = tuple(sponsors_of(view, found)) if found.trigger.frame == "mutual" else ()
    sponsors += tuple(askers_of(view, found))
    if attending and found.trigger.frame == "mutual":
        brought = _brought_together(view, found, {p.slug for p in attending})
        return Cast(both=unique((*subject, *brought, *attending, *sponsors)), sponsors=sponsors)
    arguments = [a for a in arguments_of(view, found, limit, words, subject) if _acts(found, a.phrase)]
    subject = tuple(p for p in subject if _acts(found, p))
    told = found.trigger.frame == "mutual" or found.verbal or found.light is not None
    pair = pair_word(view, found, subject) if told else None
    if receives(view, found, words) and found.trigger.frame == "directed":
        return received_cast(view, found, subject, arguments, pair)
    if found.trigger.frame == "mutual":
        met = [a for a in arguments if _meets(view, found, a)]
        subject = () if only_announces(view, found, met) else subject
        both = unique((*subject, *(a.phrase for a in met)))
        owned = not found.verbal and not subject and bool(pronoun_on(view.tokens[found.end - 1]))
        alone = not subject and all(a.preposition == "مع" for a in arguments if _meets(view, found, a))
        if pair is None and (
            len(both) == 1 or (both and (owned or alone or (meant_for(found) and not subject)))
        ):
            both = unique((*_other_side(view, found, both, arguments, owned=owned), *both))
        if pair in ("sides", "parties", "any") and not both:
            both = paired_states(view, found) if pair != "any" else two_people(view, found)
        elif not both and pair is None:
            both = (
                two_before(view, found)
                or _talking(view, found)
                or _bound(view, found)
                or _coming(view, found, words)
            )
        if len(both) == 1 and pair is None and found.light is not None and view.has(found.light, HOSTS):
            both = unique((*_hosted(view, found), *both))
        if len(both) < 2 and pair is None and found.trigger.type is EventType.MEETING:
            both = unique((*_speaking_at(view, found), *both))
        if len(both) < 2 and pair is None and found.trigger.type is EventType.AGREEMENT:
            both = unique((*both, *_reaching(view, found, words)))
        both = tuple(himself(view, p, both) for p in both)
        everyone = unique((*both, *_signers(view, found), *_joining(view, found, words), *sponsors))
        return Cast(both=everyone, pair=pair, sponsors=sponsors)
    return replace(directed_cast(view, found, subject, arguments, pair), sponsors=sponsors)


def _acts(found: Candidate, phrase: Phrase) -> bool:
    """Media tell events; the only ones they take part in are their reports."""
    return phrase.kind is not ActorKind.MEDIA or found.trigger.type is EventType.REPORT


def _attending(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """«حضر اللقاء فلان … وفلان», «اجتماع …، جمع بين مسؤولين …»: all who are named after the verb."""
    verb = _attended_by(view, found, words)
    if verb is None:
        return ()
    _, end = view.clause_range(verb)
    topic = next((k for k in range(verb, end) if view.fold(k) in words.cues["purpose"]), end)
    named = [p for p in view.phrases if verb < p.start < topic and not p.adjective]
    people = [p for p in named if p.kind is ActorKind.PERSON or p.envoys]
    return tuple(people or [p for p in named if not _in_place(view, p)])


def _brought_together(view: View, found: Candidate, others: Set[str]) -> tuple[Phrase, ...]:
    """«لقاء جمعه مع فلان»: whom the pronoun means; «اجتماع ضمه القصر» has one that means the event."""
    reading = view.verbs[found.light] if found.light is not None else None
    after = view.starting(found.light + 1) if found.light is not None else None
    joined = after is not None and after.prefix[-1:] == "ب"
    beside = found.light is not None and (joined or view.fold(found.light + 1) in WITH | {"ب", "الي"})
    if reading is None or found.light is None or reading.suffix not in ("ه", "ها") or not beside:
        return ()
    return meant(view, found.start, reading.suffix, others)


def _attended_by(view: View, found: Candidate, words: EventWords) -> int | None:
    """The verb that says who attends: it carries the event, follows its name, or heads a clause about it."""
    if found.light is not None and view.has(found.light, words.cues["attend"]):
        return found.light
    if found.verbal:
        return None
    clause = view.clauses[found.start]
    for k in range(found.end, min(found.end + 20, len(view.tokens))):
        inner = view.parents.get(view.clauses[k]) == clause
        if view.verbs[k] is not None and (inner or (k == found.end and view.clauses[k] == clause)):
            return k if view.has(k, words.cues["attend"]) else None
    return None


def _in_place(view: View, phrase: Phrase) -> bool:
    return view.fold(phrase.start - 1) in PLACE or phrase.prefix[-1:] in ("ل", "ب", "ك")


def _other_side(
    view: View, found: Candidate, known: Sequence[Phrase], arguments: Sequence[Argument], *, owned: bool
) -> tuple[Phrase, ...]:
    """Who is not named beside «مع فلان»: whoever the clause is about, or tells of it.

    Where it is who is met that is not named, whoever the clause before had to do with.
    """
    met = any(a.preposition == "مع" and a.phrase is known[0] for a in arguments)
    if not (owned or met or meant_for(found) or view.has(known[0].start, PEER)):
        return _counterpart(view, found, known[0])
    slugs = {p.slug for p in known}
    sides = (side for side in hosts(view, found) if side and not slugs & {p.slug for p in side})
    suffix = found.bare.suffix if owned and found.bare is not None else ""
    agrees = (s for s in sides if len(s) > 1 or suffix not in ("ه", "ها") or _meant_by(s[0], suffix))
    return next(agrees, ()) or (meant(view, found.start, suffix, slugs) if suffix in ("ه", "ها") else ())


def _meant_by(phrase: Phrase, pronoun: str) -> bool:
    """«بعد لقائها …، استدعى المغرب …»: a pronoun of the other gender means somebody else."""
    return phrase.gender is None or phrase.gender == ("f" if pronoun == "ها" else "m")


def _talking(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«وقال فلان لفلان خلال محادثات», «أبلغ فلان فلانا خلال اتصال»: who speaks there and is spoken to.

    «توصلت قطر ومصر خلال مباحثات إلى …»: the two of whom something is told that they did there.
    """
    verb = found.governor
    if verb is None or view.fold(found.carrier - 1).removeprefix("و") not in DURING:
        return ()
    subject = subject_of(view, verb)
    named = [p for p in view.phrases if verb < p.start < found.start and p not in subject]
    spoken = verb in view.speakers or view.has(verb, ADDRESSES)
    people = [p for p in named if p.kind is ActorKind.PERSON and (p.prefix[-1:] == "ل" or not p.prefix)]
    if spoken and people and subject:
        return unique((*subject, *people[:1]))
    return subject if len(subject) > 1 and view.has(verb, REACHES) else ()


def _speaking_at(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«قال فلان في مستهل اجتماع», «خلال اجتماع في …، أكد فلان»: whoever speaks at a meeting is there."""
    at = found.carrier - 2 if view.has(found.carrier - 1, STAGES) else found.carrier - 1
    if found.verbal or view.fold(at).removeprefix("و") not in {"في", "خلال", "اثناء"}:
        return ()
    first, end = view.clause_range(found.start)
    speaking = [k for k in range(first, end) if k in view.speakers or _says(view, k)]
    return subject_of(view, speaking[0]) if len(speaking) == 1 else ()


def _hosted(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«توصلت قطر ومصر خلال مشاورات استضافتها تركيا إلى …»: the two who did something there."""
    first, _ = view.clause_range(found.start)
    verb = next((k for k in range(found.start - 1, first - 1, -1) if view.verbs[k] is not None), None)
    if verb is None or view.fold(found.carrier - 1) not in DURING or not view.has(verb, REACHES):
        return ()
    subject = subject_of(view, verb)
    return subject if len(subject) > 1 else ()


def _says(view: View, k: int) -> bool:
    return view.verbs[k] is not None and view.has(k, SPEAKS)


def _coming(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """«سيتوجه إلى الرياض للقاء نظرائه»: whoever goes there meets them."""
    verb = found.governor
    reading = view.verbs[verb] if verb is not None else None
    if verb is None or reading is None or not meant_for(found):
        return ()
    goes = any(t.type is EventType.VISIT for t in words.by_verb.get(reading.lemma, ()))
    return subject_of(view, verb) if goes else ()


def _bound(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«وافقت قطر وتركيا على هدنة»: whoever agrees to it, or breaks it."""
    accord = FAMILY_OF[found.trigger.type] is Family.ACCORD or found.trigger.type is EventType.CEASEFIRE
    verb = found.governor
    if verb is not None and accord and not view.has(verb, AGREES) and view.clauses[verb] in view.antecedents:
        outer = view.parents[view.clauses[verb]]  # «توصلت قطر ومصر خلال مباحثات استضافتها تركيا إلى هدنة»
        verb = next((k for k in range(verb) if view.clauses[k] == outer and view.verbs[k] is not None), None)
    return subject_of(view, verb) if verb is not None and accord and view.has(verb, AGREES) else ()


def _reaching(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """«توصله مع نظيره إلى اتفاق», «توصل البلدان إلى هدنة» as a noun: who stands between it and the accord."""
    first, _ = view.clause_range(found.start)
    for k in range(found.carrier - 1, max(first, found.carrier - 12) - 1, -1):
        if view.verbs[k] is None and any(b.word == "توصل" for b in readings(view.fold(k))):
            verb = next((j for j in range(k - 1, first - 1, -1) if view.verbs[j] is not None), None)
            owner = subject_of(view, verb) if verb is not None and pronoun_on(view.tokens[k]) else ()
            return unique((*owner, *met_between(view, found, k + 1, found.carrier, words)))
    return ()


def _signers(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«اتفاق …، وقعته أيضا قطر»: who signs it in a clause of its own."""
    if found.trigger.type is not EventType.AGREEMENT:
        return ()
    for k in range(found.end, min(found.end + 12, len(view.tokens))):
        verb = view.verbs[k]
        if verb is not None and verb.suffix and verb.lemma in ("وقع", "ابرم") and k != found.light:
            return subject_after(view, k)
    return ()


def _joining(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """«مؤتمر تنظمه قطر ويحضره الوزير فلان», «اجتماع ترأسه فلان»: who is there by a clause of its own."""
    if found.verbal:
        return ()
    own = {c for c, at in view.antecedents.items() if found.start <= at <= found.end + 3}
    own |= {c for c, parent in view.parents.items() if parent in own} | {view.clauses[found.start]}
    there = words.cues["attend"] | CHAIRS
    own |= {view.clauses[found.light]} if found.light is not None else set()
    named: list[Phrase] = []
    for k in range(found.end, min(found.end + 30, len(view.tokens))):
        verb = view.verbs[k]
        resumed = verb is not None and (verb.suffix is not None or view.fold(k + 1) in RESUMING)
        if resumed and view.clauses[k] in own and view.has(k, there):
            named += [p for p in subject_after(view, k) if not p.adjective]
    return tuple(named)


def _counterpart(view: View, found: Candidate, known: Phrase) -> tuple[Phrase, ...]:
    """«لن تتعاون مع روسيا … لكنها تنوي عقد مناقشات»: with whom the clause before had to do."""
    if found.trigger.type is not EventType.TALKS:
        return ()
    outer = view.parents.get(view.clauses[found.start])
    for phrase in view.phrases:
        if view.clauses[phrase.start] == outer and phrase.slug != known.slug:
            k = phrase.start - 1
            while k >= 0 and view.fold(k) in MARKS:
                k -= 1
            if view.fold(k) in WITH:
                return (phrase,)
    return ()


def _meets(view: View, found: Candidate, argument: Argument) -> bool:
    """Whoever is met with, or whose people are; the owner of a topic or a place takes no part."""
    if argument.head is not None:
        return False
    if argument.preposition == "ب":
        told = found.verbal or found.light is not None
        if told and argument.phrase.kind is ActorKind.PERSON:
            return True  # «اجتمع، على هامش القمة، بالرئيس»
        last = found.key + 1 if found.key is not None and found.key >= found.end else found.end
        return argument.phrase.start - last <= 1
    contact = FAMILY_OF[found.trigger.type] is Family.CONTACT
    if argument.preposition == "بين" and found.verbal and contact and not argument.phrase.envoys:
        return not of_relations(view, argument.phrase)
    if argument.preposition == "الي":
        phrase = argument.phrase  # «اجتماع للمجلس»
        own = phrase.kind in BODIES and bool(attached(phrase) or phrase.conjoined)
        return own and modifies(view, found, phrase.start)
    if argument.preposition == "من":
        return found.trigger.type is EventType.PHONE_CALL
    return argument.preposition in _MET
