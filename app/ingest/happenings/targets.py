"""Who is acted on in a directed event, and who acts, by the words that follow the trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.codes import FAMILY_OF
from app.domain.records import ActorKind, EventType
from app.ingest.happenings.acting import hosts
from app.ingest.happenings.aims import bearing, launched, meant_within, own_by_pronoun
from app.ingest.happenings.arguments import companions, owners_between
from app.ingest.happenings.carriers import VIOLENT
from app.ingest.happenings.cast import Cast, unique
from app.ingest.happenings.chunks import modifies
from app.ingest.happenings.contest import contestants, stands
from app.ingest.happenings.doers import blamed
from app.ingest.happenings.fronted import comes_itself, his_own, hit_before
from app.ingest.happenings.objects import befallen, done_to, takes_object
from app.ingest.happenings.offices import installed
from app.ingest.happenings.owners import owners_of
from app.ingest.happenings.pairs import between_them
from app.ingest.happenings.particles import (
    COUNTERPART,
    FALLEN,
    FIRE,
    GROUNDS,
    HANDS,
    JOINT,
    LOOSE,
    PREPOSITIONS,
    SEVERAL_OF,
)
from app.ingest.happenings.phrases import Phrase, attached
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.pronouns import object_of
from app.ingest.happenings.sides import defending, in_arms, shared, side_of_speaker
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.ingest.happenings.voice import passive
from app.ingest.happenings.walking import Argument
from app.ingest.happenings.wording import counts
from app.languages.ar.events import load_event_words
from app.languages.ar.frames import Frame, load_frames


def directed_cast(
    view: View, found: Candidate, subject: Sequence[Phrase], arguments: Sequence[Argument], pair: str | None
) -> Cast:
    """Adjectives and the genitive act; who fills or owns a place of the frame is acted on."""
    frame = load_frames().of(found.trigger)
    actors, targets = _sorted(view, found, subject, arguments, frame)
    if {"owner", "object"} & found.trigger.guards and found.key is not None:
        owners = list(owners_of(view, found, found.key))
        actors = [p for p in actors if p not in owners or p in subject]
        targets = [*owners, *(t for t in targets if not owners)]
    if hands := [a.phrase for a in arguments if _by_means(view, a)]:
        targets = targets or [p for p in subject if p not in hands and not blamed(view, found)]
        actors = hands  # «حمّل فلانا مسؤولية إسقاطها بنيران …»: whoever is blamed, they did it
    undone = "patient" in found.trigger.guards and not targets and not any(p.adjective for p in actors)
    if undone and not _has_object(view, found, subject):
        doers = [a.phrase for a in arguments if a.preposition == "قبل" or _by_means(view, a)]
        actors, targets = doers, [p for p in actors if p not in doers]
    if found.verbal and actors and not targets and (frame.recipient or "" in frame.target):
        targets = list(object_of(view, found.start, {a.slug for a in actors}))
    targets = launched(view, found) or targets or befallen(view, found)
    own = own_by_pronoun(view, found, frame)
    if "patient" in found.trigger.guards or found.trigger.id.startswith("appointment"):
        targets += [] if targets or actors else own
    else:
        actors += [] if actors else own
    targets = _lost(view, found, targets, arguments) or meant_within(view, found, frame)
    targets += [] if targets or actors else hit_before(view, found)
    actors += [] if actors else side_of_speaker(view, found, targets) or defending(view, found)
    actors += bearing(view, found)
    actors += companions(view, found) if found.trigger.type is EventType.VISIT else ()
    targets = installed(view, found, actors, targets)
    owned = found.bare is not None and bool(found.bare.suffix)
    opposed = owned or any(a.preposition in _OPPOSED for a in arguments)
    if "بين" in frame.source and not actors:
        actors = _fighting(view, found, opposed=opposed)
    if found.trigger.type is EventType.ELECTION:  # «شهدت تونس انتخابات»: a state is where it is held
        actors = contestants(view) or [p for p in actors if stands(view, p)]
        targets = [t for t in targets if stands(view, t)]
    if found.trigger.type in _BETWEEN_STATES and not found.trigger.id.startswith("recall"):
        targets = [t for t in targets if t.slug not in {a.country for a in actors}]
    kept = [t for t in targets if t.slug not in {a.slug for a in actors} and not his_own(view, t, actors)]
    return Cast(actors=unique(actors), targets=unique(kept), pair=pair)


def _fighting(view: View, found: Candidate, *, opposed: bool) -> list[Phrase]:
    """«قتل جنود في مواجهات مع …», «الحرب مع …», «الحرب بين الجانبين»."""
    one = _victims(view, found) if opposed else []
    if opposed and not one:
        one = next((in_arms(who) for who in hosts(view, found) if who), [])
    return one or list(between_them(view, found))


def _sorted(
    view: View, found: Candidate, subject: Sequence[Phrase], arguments: Sequence[Argument], frame: Frame
) -> tuple[list[Phrase], list[Phrase]]:
    """Who acts and who is acted on, by the place of each argument."""
    actors, targets = list(subject), []
    joint = any(view.fold(k) in JOINT for k in range(found.start, found.end + 3))
    if joint and not any(a.preposition == "مع" for a in arguments):
        actors += _met_besides(view, found)
    undergone = found.bare is not None and found.bare.word in frame.undergone
    undergone = (undergone and not any(a.preposition == "الي" for a in arguments)) or done_to(view, found)
    genitive = arguments[:1] if not actors and not found.verbal and _own_doing(arguments) else ()
    for argument in arguments:
        if undergone and not argument.preposition and argument.head is None:
            targets.append(argument.phrase)
        elif (
            argument in genitive
            or (joint and argument.preposition == "مع")
            or shared(view, argument)
            or comes_itself(view, found, argument)
            or _acts_by(view, found, argument, actors, frame)
        ):
            actors.append(argument.phrase)
        elif _is_acted_on(view, found, argument, frame):
            targets.append(argument.phrase)
    return actors, targets


def received_cast(
    view: View, found: Candidate, subject: Sequence[Phrase], arguments: Sequence[Argument], pair: str | None
) -> Cast:
    """«تعرضت القاعدة لهجوم شنه …», «تسلمت من …»: the subject is at the receiving end."""
    given = [
        a.phrase for a in arguments if (a.preposition in _GIVEN_BY if a.head is None else a.place == "من")
    ]
    if not found.verbal and found.light is not None and not subject:
        subject = owners_between(view, found, found.light + 1, found.carrier, load_event_words())
    targets = [p for p in subject if p not in given]
    given += bearing(view, found)
    return Cast(actors=unique(given), targets=unique(targets), pair=pair)


#: Places that name who gives or does what the subject receives.
_GIVEN_BY = frozenset({"", "من", "adj", "قبل"})


def _victims(view: View, found: Candidate) -> list[Phrase]:
    """«قتل ثلاثة جنود أتراك في هجوم …»: whose people fell in it."""
    death = deaths_before(view, found)
    if death is None or view.fold(found.carrier - 1) == "اثناء":  # at the time of it, not by it
        return []
    first, _ = view.clause_range(found.start)
    ranges = [(death + 1, found.carrier), *_deaths_above(view, found, first)]
    if view.verbs[death] is not None:  # «عشرة من عناصر الحزب قتلوا في …»
        ranges.append((first, death))
    if pronoun_on(view.tokens[death]):  # «لقي … مصرعهم»
        ranges.insert(0, (first + 1, death))
    words = load_event_words()
    return next((who for a, b in ranges if (who := owners_between(view, found, a, b, words))), [])


def _deaths_above(view: View, found: Candidate, first: int) -> Iterator[tuple[int, int]]:
    """«قتل جندي من الجيش وأصيب آخرون في غارة»: the words after the death that the clause before tells."""
    above = view.parents.get(view.clauses[found.start])
    words = load_event_words()
    for k in range(first - 1, max(-1, first - 20), -1):
        verb = view.verbs[k]
        if verb is not None and view.clauses[k] == above:
            if any(t.id in _DEATHS for t in words.by_verb.get(verb.lemma, ())):
                yield k + 1, first
            return


def deaths_before(view: View, found: Candidate) -> int | None:
    """The word that says that somebody fell in an act of force which is named after it."""
    if found.verbal or FAMILY_OF[found.trigger.type] not in VIOLENT or found.trigger.id in _DEATHS:
        return None
    first, _ = view.clause_range(found.start)
    words = load_event_words()
    if view.fold(found.carrier - 1) not in words.cues["inside"] and view.fold(found.start)[0] != "ب":
        return None
    for k in range(found.carrier - 1, max(first, found.carrier - 30) - 1, -1):
        verb = view.verbs[k]
        if verb is not None and any(t.id in _DEATHS for t in words.by_verb.get(verb.lemma, ())):
            return k
        if verb is None and view.has(k, FALLEN) and k not in view.at:
            return k - 1  # «15 قتيلا من الحزب في قصف …»
        bare = None if verb is not None or k in view.at else words.noun(view.fold(k))
        if bare is not None and any(t.id in _DEATHS for _, t in words.by_noun[bare.word]):
            return k
    return None


_DEATHS = frozenset({"killing", "killing.person"})


def _has_object(view: View, found: Candidate, subject: Sequence[Phrase]) -> bool:
    """«قتلت القوات ثلاثة من المهاجمين»: forces, and after them a noun without preposition, are no victims."""
    if found.verbal and subject and view.at.get(subject[-1].start) is not subject[-1]:
        return counts(view, found.end)  # «… . واعتقلت ثلاثة صحافيين»: whoever the sentence before was about
    if not found.verbal or not subject or subject[-1].start < found.start:
        return False
    after = subject[-1].end
    if counts(view, after) or view.has(after, SEVERAL_OF):
        return True  # «اعتقلت السلطات عشرات الصحفيين»
    after += view.fold(after) == "،"
    dismisses = found.trigger.id.startswith("dismissal") and not passive(view, found.start)
    if dismisses and view.tokens[after].is_word and view.has(after, load_event_words().classes["titles"]):
        return True  # «أقال الرئيس وزير الطاقة»
    if not (subject[-1].agent or subject[-1].kind in _FORCES) or not view.tokens[after].is_word:
        return False
    aside = view.fold(after) in PREPOSITIONS | LOOSE or after in view.dated or after in view.nations
    return not aside and view.verbs[after] is None


_FORCES = frozenset({ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION})


#: Acts of one state towards another: none does them to itself.
_BETWEEN_STATES = frozenset(
    {EventType.DIPLOMATIC_PROTEST, EventType.SUMMONING, EventType.SEVERED_TIES, EventType.AIRSPACE_VIOLATION}
)
#: Places that name the other side of a fight.
_OPPOSED = frozenset({"مع", "ضد", "علي"})
_STRIKES = frozenset({EventType.AIRSTRIKE, EventType.MISSILE_STRIKE})


def _own_doing(arguments: Sequence[Argument]) -> bool:
    """«إسقاط دفاعات الجيش لصواريخ»: before «ل» the genitive says whose doing it is."""
    if len(arguments) < 2 or arguments[0].head is None or arguments[0].place or arguments[0].preposition:
        return False
    return any(a.preposition == "الي" and a.head is None for a in arguments[1:])


def _met_besides(view: View, found: Candidate) -> list[Phrase]:
    """«في مؤتمر صحفي مشترك بعد لقائه نظيره …»: with whom it was held."""
    _, end = view.clause_range(found.start)
    named = (view.at.get(k) for k in range(found.end, end) if view.fold(k) in COUNTERPART)
    return [p for p in named if p is not None and p.kind is ActorKind.PERSON][:1]


def _acts_by(
    view: View, found: Candidate, argument: Argument, actors: Sequence[Phrase], frame: Frame
) -> bool:
    """Of whose doing it is: «غارات إسرائيلية», «من قبل …», the genitive, «الانتهاكات … للطيران»."""
    if argument.head is None and argument.preposition in {"قبل", "adj"} | frame.source:
        return True
    if _by_means(view, argument):
        return True
    covers = found.key is not None and view.at.get(found.key) is argument.phrase
    if found.verbal or actors or covers or argument.head is not None or "recipient" in found.trigger.guards:
        return False
    if found.trigger.type is EventType.VISIT and argument.phrase.kind is ActorKind.COUNTRY:
        return False
    if argument.preposition == "من" and found.trigger.type is EventType.WITHDRAWAL:
        return False
    if argument.preposition in ("", "من"):
        return found.bare is None or not found.bare.suffix
    return argument.preposition == "الي" and modifies(view, found, argument.phrase.start)


def _by_means(view: View, argument: Argument) -> bool:
    """«بنيران الجيش», «على يد مسلحي التنظيم»: by whose hand."""
    if argument.head is None:
        return False
    word = view.fold(argument.head)
    return (word[0] == "ب" and word[1:] in FIRE) or (argument.place == "علي" and word in HANDS)


def _is_acted_on(view: View, found: Candidate, argument: Argument, frame: Frame) -> bool:
    """An actor that fills a place of the frame, owns the noun in one, or is given what is told of."""
    if argument.head is None and argument.preposition == "علي" and argument.phrase.metonym:
        return found.trigger.type not in _STRIKES  # «غارات على دمشق» are strikes there
    if argument.head is None and _object_by_l(found, argument):
        return True
    if argument.head is None:
        group = argument.preposition in frame.groups and argument.phrase.kind is not ActorKind.COUNTRY
        return group or argument.preposition in frame.target
    if view.has(argument.head, GROUNDS):  # «صواريخ على بلدات إسرائيلية», but «قصف بلدات سورية»
        rockets = found.trigger.type is EventType.MISSILE_STRIKE and argument.phrase.adjective
        return rockets and argument.place in frame.owned
    return argument.place in frame.owned or (frame.recipient and argument.preposition == "الي")


def _lost(view: View, found: Candidate, targets: list[Phrase], arguments: Sequence[Argument]) -> list[Phrase]:
    """«قتل جنود من الجيش في غارة على معقل لفلان»: who fell, rather than whose ground was hit."""
    fallen = _victims(view, found)
    owned = {a.phrase.slug for a in arguments if _owns(a)}
    return fallen if fallen and {t.slug for t in targets} <= owned else targets


def _owns(argument: Argument) -> bool:
    """«على مواقع الجيش», «على معقل للحركة»."""
    return argument.head is not None or argument.preposition == "الي"


def _object_by_l(found: Candidate, argument: Argument) -> bool:
    """«إغلاقها للقنصلية», «قصفه لمواقع …»: where a pronoun says who acts, «ل» marks the object."""
    owned = found.bare is not None and bool(found.bare.suffix)
    return owned and attached(argument.phrase) == "الي" and takes_object(found)
