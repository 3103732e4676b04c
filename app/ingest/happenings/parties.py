"""Who takes part: the subject, the object, مع and بين, of whose it is, and adjectives of nationality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.records import ActorKind, EventType
from app.ingest.happenings.arguments import Argument, arguments_of, attached, modifies, sponsors_of
from app.ingest.happenings.cast import Cast, unique
from app.ingest.happenings.pairs import pair_word
from app.ingest.happenings.particles import (
    ABOUT,
    ACCUSES,
    COUNTERPART,
    DURING,
    JOINT,
    MANAGES,
    MARKS,
    PLACE,
    PREPOSITIONS,
    TOWARDS,
    WITH,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.subjects import chain, headed, resumed, subject_after, subject_of
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords, load_event_words, readings


def cast_of(view: View, found: Candidate, limit: int, words: EventWords) -> Cast:
    """The participants that the clause of a trigger names before token ``limit``."""
    subject = _acting(view, found, words)
    attending = _attending(view, found, words)
    sponsors = tuple(sponsors_of(view, found)) if found.trigger.frame == "mutual" else ()
    if attending and found.trigger.frame == "mutual":
        return Cast(both=unique((*subject, *attending, *sponsors)))
    arguments = [a for a in arguments_of(view, found, limit, words, subject) if _acts(found, a.phrase)]
    subject = tuple(p for p in subject if _acts(found, p))
    pair = pair_word(view, found, subject)
    if _receives(view, found, words) and found.trigger.frame == "directed":
        given = [a.phrase for a in arguments if a.preposition in ("من", "adj", "قبل")]
        return Cast(actors=unique(given), targets=unique([p for p in subject if p not in given]), pair=pair)
    if found.trigger.frame == "mutual":
        both = unique((*subject, *(a.phrase for a in arguments if _meets(found, a))))
        if len(both) == 1:
            both = unique((*both, *(_counterpart(view, found, both[0]) or _host(view, found))))
        return Cast(both=unique((*both, *sponsors)), pair=pair)
    return _directed(view, found, subject, arguments, pair)


def _acts(found: Candidate, phrase: Phrase) -> bool:
    """Media tell events; the only ones they take part in are their reports."""
    return phrase.kind is not ActorKind.MEDIA or found.trigger.type is EventType.REPORT


def _receives(view: View, found: Candidate, words: EventWords) -> bool:
    verb = found.start if found.verbal else found.light
    return verb is not None and view.has(verb, words.cues["receive"])


def _acting(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """Who the verb of the event is said of; nobody where the event itself is its subject."""
    if found.verbal:
        return subject_of(view, found.start, found.key if "object" in found.trigger.guards else None)
    if found.light is None:
        return _of_governor(view, found, words)
    if _about(view, found):
        return ()
    if found.light > found.start and view.clauses[found.light] not in view.antecedents:
        return ()
    if found.light > found.start and not resumed(view, found.light):
        return ()
    if view.has(found.light, words.cues["self_light"]):
        between = range(found.light + 1, found.carrier)
        if not any(k in view.at for k in between):
            return ()
    return subject_of(view, found.light)


def _about(view: View, found: Candidate) -> bool:
    """«أعلن … دعمه للمفاوضات»: the event is what the object of the verb is about, not what was done."""
    given = found.bare is not None and found.bare.preposition == "ل" and found.carrier == found.start
    return given and any(b.suffix for b in readings(view.fold(found.start - 1)))


def _attending(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """«حضر اللقاء فلان … وفلان», «اجتماع …، جمع بين مسؤولين …»: all who are named after the verb."""
    verb = found.light if found.light is not None and view.has(found.light, words.cues["attend"]) else None
    if verb is None and not found.verbal:
        clause = view.clauses[found.start]
        later = range(found.end, min(found.end + 20, len(view.tokens)))
        verb = next(
            (k for k in later if view.verbs[k] is not None and view.parents.get(view.clauses[k]) == clause),
            None,
        )
        if verb is None or not view.has(verb, words.cues["attend"]):
            return ()
    if verb is None:
        return ()
    _, end = view.clause_range(verb)
    topic = next((k for k in range(verb, end) if view.fold(k) in words.cues["purpose"]), end)
    named = [p for p in view.phrases if verb < p.start < topic and not p.adjective]
    people = [p for p in named if p.kind is ActorKind.PERSON or p.envoys]
    return tuple(people or [p for p in named if not _in_place(view, p)])


def _in_place(view: View, phrase: Phrase) -> bool:
    return view.fold(phrase.start - 1) in PLACE or phrase.prefix[-1:] in ("ل", "ب", "ك")


def _host(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«وفي لقاء مع العاهل الأردني … وصف بوتين»: whoever the clause is about met the one named."""
    before = view.fold(found.carrier - 1)
    asked = before.removeprefix("و") in ABOUT and found.bare is not None and bool(found.bare.suffix)
    if found.verbal or found.light is not None or not (asked or before in DURING):
        return ()
    with_whom = any(view.fold(k) in WITH for k in range(found.end, found.end + 3))
    if not with_whom and not (found.bare and found.bare.suffix):
        return ()
    if found.governor is not None:
        return subject_of(view, found.governor)
    _, end = view.clause_range(found.start)
    verb = next((k for k in range(found.end, end) if view.verbs[k] is not None), None)
    return subject_after(view, verb) if verb is not None else ()


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


def _directed(
    view: View, found: Candidate, subject: Sequence[Phrase], arguments: Sequence[Argument], pair: str | None
) -> Cast:
    """Adjectives and the genitive act; the object and what على, ضد, إلى govern is acted on."""
    actors, targets = list(subject), []
    owner = {"owner", "object"} & found.trigger.guards
    joint = any(view.fold(k) in JOINT for k in range(found.start, found.end + 3))
    if joint and not any(a.preposition == "مع" for a in arguments):
        actors += _met_besides(view, found)
    for argument in arguments:
        if _acts_by(view, found, argument, actors) or (joint and argument.preposition == "مع"):
            actors.append(argument.phrase)
        elif _is_acted_on(found, argument):
            targets.append(argument.phrase)
    if owner and found.key is not None:
        targets = [*_owners(view, found, found.key), *targets]
    if "object" in found.trigger.guards and found.verbal:
        downed = [p for p in actors if view.has(p.start, found.trigger.needs)]
        actors, targets = [p for p in actors if p not in downed], [*downed, *targets]
    if owner and found.key is not None:
        near = [p for p in actors if p.adjective and found.key < p.start <= found.key + 4]
        actors, targets = [p for p in actors if p not in near], [*near, *targets]
    if "patient" in found.trigger.guards and not targets and not any(p.adjective for p in actors):
        actors, targets = [], actors
    kept = [t for t in targets if t.slug not in {a.slug for a in actors}]
    return Cast(actors=unique(actors), targets=unique(kept), pair=pair)


def _met_besides(view: View, found: Candidate) -> list[Phrase]:
    """«في مؤتمر صحفي مشترك بعد لقائه نظيره …»: with whom it was held."""
    _, end = view.clause_range(found.start)
    named = (view.at.get(k) for k in range(found.end, end) if view.fold(k) in COUNTERPART)
    return [p for p in named if p is not None and p.kind is ActorKind.PERSON][:1]


def _acts_by(view: View, found: Candidate, argument: Argument, actors: Sequence[Phrase]) -> bool:
    """Of whose doing it is: «غارات إسرائيلية», «من قبل …», the genitive, «الانتهاكات … للطيران»."""
    if argument.preposition in ("قبل", "adj"):
        return True
    covers = found.key is not None and view.at.get(found.key) is argument.phrase
    if found.verbal or actors or covers or {"recipient"} & found.trigger.guards:
        return False
    if found.trigger.type is EventType.VISIT and argument.phrase.kind is ActorKind.COUNTRY:
        return False
    if argument.preposition in ("", "من"):
        return found.bare is None or not found.bare.suffix
    return argument.preposition == "الي" and modifies(view, found, argument.phrase.start)


def _is_acted_on(found: Candidate, argument: Argument) -> bool:
    if argument.preposition == "مع" and found.trigger.type is EventType.REPORT:
        return False
    offered = argument.preposition == "بين" and found.trigger.type is EventType.PROPOSAL
    return offered or argument.preposition == "" or argument.preposition in TOWARDS


def _owners(view: View, found: Candidate, key: int) -> Iterator[Phrase]:
    """Whose the airspace, aircraft or ambassador is: adjective, genitive or pronoun after the word."""
    inside = view.at.get(key)
    if inside is not None:
        yield inside
        return
    for k in range(key + 1, min(key + 4, len(view.tokens))):
        nation = view.nations.get(k)
        if nation is not None:
            yield nation
            return
        following = view.starting(k)
        if following is not None:
            if not attached(following):
                yield following
            return
        if not view.tokens[k].is_word or view.fold(k) in PREPOSITIONS:
            break
    if any(b.suffix for b in readings(view.fold(key))):
        first, _ = view.clause_range(key)
        verb = next((k for k in range(first, key) if view.verbs[k] is not None), None)
        yield from subject_of(view, verb) if verb is not None and verb != found.start else ()


def _meets(found: Candidate, argument: Argument) -> bool:
    if argument.preposition == "ب":
        return argument.phrase.start - found.end <= 1
    if argument.preposition == "من":
        return found.trigger.type is EventType.PHONE_CALL
    return argument.preposition in ("", "adj", "مع", "بين", "قبل")


def _of_governor(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """With «تنوي عقد مناقشات» and «روسيا بصدد بدء محادثات» whoever intends takes part."""
    if "by_speaker" not in found.trigger.guards:
        if view.has(found.carrier, words.cues["existence"]):
            return ()
        if own := _by_nearest(view, found):
            return own
        if found.governor is not None and _owned(view, found):
            return subject_of(view, found.governor)
        if found.carrier == found.start and not _announced_act(view, found):
            return ()
    between = view.at.get(found.start - 1) or view.at.get(found.start - 2)
    if between is not None and found.carrier < between.start:
        return tuple(chain(view, between, found.start))
    if found.governor is not None:
        return subject_of(view, found.governor)
    first, _ = view.clause_range(found.start)
    return headed(view, first, found.carrier)


def _by_nearest(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«إعلان فلان انسحابه», «اتهام مصر للسودان بقصف …», «منذ دخول قواتها»: whose doing the noun is."""
    before = view.at.get(found.carrier - 1)
    if before is not None and found.bare is not None and not before.adjective:
        head = before.start - 1
        if found.bare.suffix and any(a.pos == "verbal_noun" for a in view.tokens[head].analyses if head >= 0):
            return (before,)
        by = any(b.preposition == "ب" for b in readings(view.fold(found.carrier)))
        if by and any(view.has(k, ACCUSES) for k in range(max(0, head - 6), head + 1)):
            return (before,)
    forces = view.has(found.end, load_event_words().classes["agents"])
    if forces and any(b.suffix for b in readings(view.fold(found.end))):
        first, _ = view.clause_range(found.start)
        return (
            subject_of(view, found.governor)
            if found.governor is not None and found.governor < found.start
            else headed(view, first, found.carrier)
        )
    return ()


def _owned(view: View, found: Candidate) -> bool:
    """«خلال زيارته», «أثناء زيارة إلى …»: whoever the clause is about, if no name after owns the noun."""
    owned = found.bare is not None and bool(found.bare.suffix)
    if found.trigger.type is EventType.VISIT and found.bare is not None and not found.bare.definite:
        owned = owned or (view.fold(found.carrier - 1) in DURING | {"من"} and found.end not in view.nations)
        owned = owned and view.starting(found.end) is None
    return owned and found.trigger.frame == "directed" and "by_country" not in found.trigger.guards


def _announced_act(view: View, found: Candidate) -> bool:
    """«تمكنت القوات من اعتراض …», «أعلن الجيش إسقاط …»: a verbal noun right after, with its own object."""
    if found.governor is None or found.trigger.frame != "directed":
        return False
    if found.key is None and not (
        view.has(found.governor, MANAGES) and view.fold(found.carrier - 1) in ("من", "في")
    ):
        return False
    cues = load_event_words().cues
    if not view.has(found.governor, cues["own_act"]) or view.fold(found.carrier - 1) in cues["given"]:
        return False
    following = view.starting(found.end) if "recipient" not in found.trigger.guards else None
    if following is not None and (found.key is None or not following.start <= found.key < following.end):
        return False
    masdar = any(a.pos == "verbal_noun" for a in view.tokens[found.start].analyses)
    return masdar and not (
        found.bare is not None and (found.bare.definite or found.bare.preposition in ("ل", "ك"))
    )
