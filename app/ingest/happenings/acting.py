"""Who acts in an event: the subject of its verb, of the verb that carries it, or of the one it depends on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.codes import FAMILY_OF
from app.domain.records import ActorKind, EventType
from app.ingest.happenings.carriers import VIOLENT
from app.ingest.happenings.doers import ascribed, by_nearest, entering, managing, of_clause, willing
from app.ingest.happenings.dropped import carried_over
from app.ingest.happenings.fronted import bystander, object_before
from app.ingest.happenings.joining import chain, headed
from app.ingest.happenings.objects import genitive_acts, has_object, stands_as_object
from app.ingest.happenings.particles import (
    ABOUT,
    ANNOUNCES,
    DURING,
    HOSTS,
    IN_ITS_COURSE,
    MANAGES,
    PREPOSITIONS,
    SEES,
    WITH,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.subjects import inherited, resumed, subject_of
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.ingest.happenings.voice import passive
from app.languages.ar.events import EventWords, load_event_words
from app.languages.ar.frames import load_frames


def receives(view: View, found: Candidate, words: EventWords) -> bool:
    verb = found.start if found.verbal else found.light
    return verb is not None and view.has(verb, words.cues["receive"])


def acting(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """Who the verb of the event is said of; nobody where the event itself is its subject."""
    if found.verbal and "patient" not in found.trigger.guards and passive(view, found.start):
        return ()
    if found.verbal and object_before(view, found):
        return ()
    if found.verbal:
        subject = subject_of(view, found.start, found.key if "object" in found.trigger.guards else None)
        return _carried_on(view, found, subject) or subject or _of_its_subject(view, found, words)
    if (
        doers := ascribed(view, found)
        or _between(view, found)
        or entering(view, found)
        or managing(view, found)
        or willing(view, found)
    ):
        return doers
    if found.light is None:
        return _of_governor(view, found, words)
    if _is_subject(view, found, words) or view.has(found.light, SEES) or _befalls(view, found, words):
        return ()
    subject = subject_of(view, found.light)
    if view.has(found.light, ANNOUNCES):
        subject = tuple(p.speaks_for or p for p in subject if not bystander(p, found))
    return (*subject, *_beside(view, found))


def _befalls(view: View, found: Candidate, words: EventWords) -> bool:
    """«قتل القيادي في غارة»: of whom the verb is said, the strike killed."""
    reading = view.verbs[found.light] if found.light is not None else None
    if reading is None or "patient" in found.trigger.guards:
        return False
    subject = subject_of(view, found.light or 0)
    if not subject or not any("victims" in t.guards for t in words.by_verb.get(reading.lemma, ())):
        return False
    after = subject[-1].end
    ends = view.fold(after) in PREPOSITIONS or not view.tokens[after].is_word or after in view.dated
    return ends or subject[-1].kind is ActorKind.PERSON  # not «قتلت القوات قياديا في غارة»


def _beside(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«ستقوم البعثة مع الحكومة بإجلاء …»: with whom it is done, between the light verb and the noun."""
    if found.trigger.frame != "directed" or found.light is None or found.light > found.start:
        return ()
    with_whom = (k for k in range(found.light + 1, found.carrier - 1) if view.fold(k) in WITH)
    named = [p for k in with_whom if (p := view.starting(k + 1)) is not None and not p.adjective]
    return tuple(q for p in named for q in chain(view, p, found.carrier))


def _of_its_subject(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """«غارة للطيران الإسرائيلي استهدفت …»: whose the act of force is that the verb is said of."""
    first, _ = view.clause_range(found.start)
    for k in range(first, min(first + 3, found.start)):
        bare = words.noun(view.fold(k)) if k not in view.at and view.verbs[k] is None else None
        if bare is not None and any(FAMILY_OF[t.type] in VIOLENT for _, t in words.by_noun[bare.word]):
            owner = view.starting(k + 1)
            plain = owner is not None and (not owner.prefix or owner.prefix[-1:] == "ل")
            return tuple(chain(view, owner, found.start)) if owner is not None and plain else ()
    return ()


def _is_subject(view: View, found: Candidate, words: EventWords) -> bool:
    """Whether the event itself, not who acts in it, is what its light verb is said of."""
    light = found.light or 0
    if _about(view, found) or _gives_word_of(view, found) or view.has(light, HOSTS):
        return True
    if light > found.start and (view.clauses[light] not in view.antecedents or not resumed(view, light)):
        return True
    between = range(light + 1, found.carrier)
    return view.has(light, words.cues["self_light"]) and not any(k in view.at for k in between)


def _gives_word_of(view: View, found: Candidate) -> bool:
    """«أعلن الرئيس سحب القوات التركية»: those whose coming and going is announced are named after it."""
    if found.bare is not None and found.bare.word in load_frames().of(found.trigger).undergone:
        return False
    following = view.starting(found.end)
    if following is None:
        return False
    if not (following.agent or following.kind is ActorKind.MILITARY):
        return genitive_acts(view, found, following)
    pulled = found.key in range(following.start, following.end)
    if pulled and ("object" in found.trigger.guards or pronoun_on(view.tokens[following.end - 1])):
        return False  # «أعلن فلان سحب قوات بلاده»: he pulls them back
    return found.light is not None and view.has(found.light, load_event_words().cues["own_act"])


def _between(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«بعد شن طائرات إسرائيلية غارة»: whoever stands between the noun that carries the event and its own."""
    between = view.at.get(found.start - 1) or view.at.get(found.start - 2)
    if between is None or found.carrier >= between.start or found.light == found.carrier:
        return ()
    return tuple(chain(view, between, found.start))


def _carried_on(view: View, found: Candidate, subject: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """«زار فلان الرياض والتقى الملك»: a single name after the verb is its object, who acts is of before."""
    first, end = view.clause_range(found.start)
    alone = len(subject) == 1 and subject[0].start > found.start
    transitive = found.trigger.frame == "mutual" or bool({"person_object", "patient"} & found.trigger.guards)
    transitive = transitive or found.trigger.id.startswith("appointment")
    if not alone or not transitive or first > found.start or found.start not in _coordinated(view):
        return ()
    if any(k >= subject[0].end and view.starting(k) for k in range(found.end, end)):
        return ()
    if view.has(_after_name(view, subject[0].end), load_event_words().classes["titles"]):
        return ()  # «وأقال الرئيس فلان، قائد العمليات …»: who is acted on is told by an office alone
    known = inherited(view, found.start) or carried_over(view, found.start)
    return tuple(p for p in known if p.slug != subject[0].slug)


def _after_name(view: View, k: int) -> int:
    """The next word after a name, past commas and days."""
    while k < len(view.tokens) and (not view.tokens[k].is_word or k in view.dated):
        k += 1
    return k


def _coordinated(view: View) -> frozenset[int]:
    """Verbs that go on with the subject of the clause before: «والتقى», «يلتقي خلالها»."""
    return frozenset(
        k
        for k, verb in enumerate(view.verbs)
        if verb is not None
        and (verb.prefixes[:1] in _AND or view.fold(k + 1) in IN_ITS_COURSE or view.fold(k - 1) in _THEN)
    )


_AND = (("و",), ("ف",))
_THEN = frozenset({"ثم", "كما", "حيث"})


def _about(view: View, found: Candidate) -> bool:
    """«أعلن … دعمه للمفاوضات»: the event is what the object of the verb is about, not what was done."""
    given = found.bare is not None and found.bare.preposition == "ل" and found.carrier == found.start
    return given and found.start > 0 and bool(pronoun_on(view.tokens[found.start - 1]))


def _of_governor(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """With «تنوي عقد مناقشات» and «روسيا بصدد بدء محادثات» whoever intends takes part."""
    by_speaker = "by_speaker" in found.trigger.guards
    if not by_speaker:
        if view.has(found.carrier, words.cues["existence"]):
            return ()
        if own := by_nearest(view, found):
            return own
        if _owned(view, found) and (host := of_clause(view, found)):
            return _visitor(view, found, host)
        if found.carrier == found.start and not _announced_act(view, found):
            return ()
    given = range(max(0, found.carrier - 3), found.carrier)
    if not by_speaker and any(view.fold(k) in words.cues["given"] for k in given):
        return ()
    if found.governor is not None:
        subject = subject_of(view, found.governor)
        return subject if by_speaker else tuple(p.speaks_for or p for p in subject)
    first, end = view.clause_range(found.start)
    speaking = (k for k in range(found.end, end) if k in view.speakers) if by_speaker else iter(())
    if (verb := next(speaking, None)) is not None:  # «وفي مؤتمر صحفي …، قال فلان»
        return subject_of(view, verb)
    return headed(view, first, found.carrier)


def _visitor(view: View, found: Candidate, host: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """«احتجت الوزارة على فلانة، على زيارتها …»: a ministry pays no visits."""
    suffix = found.bare.suffix if found.bare is not None else ""
    pays = all(p.kind in (ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.SOURCE) for p in host)
    if found.trigger.type is not EventType.VISIT or pays or suffix not in ("ه", "ها"):
        return host
    named = (p for p in reversed(view.phrases) if p.end <= found.start and p.kind is ActorKind.PERSON)
    fits = (p for p in named if (p.gender or "m") == ("f" if suffix == "ها" else "m"))
    return tuple(p for p in (next(fits, None),) if p is not None) or host


def _owned(view: View, found: Candidate) -> bool:
    """«خلال زيارته», «أثناء زيارة إلى …»: whoever the clause is about, if no name after owns the noun."""
    owned = found.bare is not None and bool(found.bare.suffix)
    if found.trigger.type is EventType.VISIT and found.bare is not None and not found.bare.definite:
        owned = owned or (view.fold(found.carrier - 1) in DURING | {"من"} and found.end not in view.nations)
        host = view.starting(found.end)
        told = found.governor is not None and view.fold(found.carrier - 1) not in PREPOSITIONS
        owned = (owned or told) and (host is None or host.kind is ActorKind.COUNTRY)
    return owned and found.trigger.frame == "directed" and "by_country" not in found.trigger.guards


def _announced_act(view: View, found: Candidate) -> bool:
    """«تمكنت القوات من اعتراض …», «أعلن الجيش إسقاط …»: a verbal noun right after, with its own object."""
    if found.governor is None or found.bare is None or found.trigger.frame != "directed":
        return False
    undergone = found.bare.word in load_frames().of(found.trigger).undergone
    managed = view.has(found.governor, MANAGES) and view.fold(found.carrier - 1) in ("من", "في")
    if found.key is None and not undergone and not managed and not has_object(view, found):
        return False
    cues = load_event_words().cues
    if not view.has(found.governor, cues["own_act"]) or view.fold(found.carrier - 1) in cues["given"]:
        return False
    masdar = view.tokens[found.start].is_verbal_noun
    if not masdar or found.bare.definite or found.bare.preposition in ("ل", "ك"):
        return False
    return undergone or "recipient" in found.trigger.guards or stands_as_object(view, found)


def hosts(view: View, found: Candidate) -> Iterator[tuple[Phrase, ...]]:
    """Whoever the verb round the event is said of, the head of its clause, whoever tells it."""
    beside = view.at.get(found.carrier - 2) if view.fold(found.carrier - 1) == "في" else None
    if beside is not None and not beside.adjective:  # «دخول بلاده في حوار مع …»
        yield (beside,)
    if found.governor is not None:
        yield subject_of(view, found.governor)
    elif not found.verbal and (found.light is None or found.light > found.start):
        first, end = view.clause_range(found.start)
        verb = next((k for k in range(found.end, end) if view.verbs[k] is not None), None)
        fronted = view.fold(found.carrier - 1).removeprefix("و") in DURING | ABOUT
        if verb is not None and (fronted or verb in view.speakers):
            yield subject_of(view, verb)
        yield headed(view, first, found.carrier)
        yield inherited(view, found.start)
    speaker = view.speaker_of(found.start)
    if speaker is not None and speaker.kind is ActorKind.SOURCE:
        yield (replace(speaker, slug=speaker.country, kind=ActorKind.COUNTRY),) if speaker.country else ()
    elif speaker is not None:
        yield (speaker,)
