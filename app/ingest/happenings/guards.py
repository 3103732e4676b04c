"""What a trigger requires beyond its words before it counts as an event."""

from __future__ import annotations

from itertools import takewhile

from app.domain.records import ActorKind, DatedWords, EventType, Place
from app.ingest.happenings.cast import Cast
from app.ingest.happenings.cues import reacted_to
from app.ingest.happenings.granted import factual, taken_for_granted
from app.ingest.happenings.granted import plain as _plain
from app.ingest.happenings.particles import PLACE, PREPOSITIONS, TOWARDS
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.triggers import Candidate, nobody_says_i
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords, load_event_words, readings

_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE})
_TO = frozenset({"الي"})
_WAYS = frozenset({"الي", "من"})
_WHILE = frozenset("اثناء خلال من في عقب بعد قبل ختام قبيل".split())
_OFFERED_ON = frozenset({"علي"})
#: «خلال استقباله فلانا», not «كان في استقباله».
_UPON = frozenset("خلال اثناء لدي عند عقب بعد بعيد".split())


def admitted(view: View, found: Candidate, cast: Cast, place: Place | None, date: DatedWords | None) -> bool:
    """Whether every guard of the trigger is met."""
    met = {
        "person_object": lambda: _two_sides(view, cast, found),
        "named_object": lambda: any(p.kind is ActorKind.PERSON for p in cast.targets),
        "person_subject": lambda: _person_acts(view, found, cast),
        "pair": lambda: len(cast.everyone) >= 2 or cast.pair is not None or _with(view, found),
        "place": lambda: (
            place is not None or _reaches(view, found) or (found.verbal and _has_object(view, found))
        ),
        "by_country": lambda: bool(cast.everyone) or found.light is not None,
        "in_country": lambda: place is not None or bool(cast.targets),
        "by_source": lambda: any(_publishes(p) for p in cast.everyone),
        "needs_target": lambda: bool(cast.actors and cast.targets),
        "offer": lambda: bool(cast.actors) and _offered(view, found) and not _has_object(view, found),
        "from": lambda: _asked_of(view, found),
        "dated": lambda: _acted(found) or date is not None,
        "forces": lambda: _armed(view, found, cast),
        "does": lambda: _decided(view, found),
        "new": lambda: not found.definite or found.light is not None,
        "weak": lambda: _carried(view, found, cast) or (date is not None and _concluded(view, found)),
        "carried": lambda: _acted(found) or date is not None,
        "known": lambda: _acted(found) or date is not None or taken_for_granted(view, found, _words()),
        "light": lambda: _acted(found),
        "broke_out": lambda: found.light is not None or (date is not None and factual(view, found, _words())),
        "head": lambda: found.light is not None or _free(view, found),
        "whose": lambda: bool(cast.targets) or place is not None or _somebodys(view, found),
        "given": lambda: found.light is not None or taken_for_granted(view, found, _words()),
        "states": lambda: two_states(cast) and _are_states(cast),
        "flown": lambda: _flown(view, found),
        "upon": lambda: _plain(view.fold(found.carrier - 1)) in _UPON or reacted_to(view, found, _words()),
        "call": lambda: _calls_for(view, found),
        "occasion": lambda: _to_occasion(view, found, place is not None or date is not None),
        "no_purpose": lambda: found.bare is None or not found.bare.suffix or found.bare.preposition != "ل",
        "announced": lambda: any(
            k is not None and view.has(k, _words().cues["deciding"]) for k in (found.governor, found.light)
        ),
        "given_to": lambda: bool(cast.targets),
        "whom": lambda: _by_pronoun(view, found),
        "own": lambda: (
            _acted(found) or _brought_about(view, found) or taken_for_granted(view, found, _words())
        ),
    }
    return all(met[guard]() for guard in found.trigger.guards if guard in met)


def _words() -> EventWords:
    return load_event_words()


def _acted(found: Candidate) -> bool:
    """A verb tells it, its own or one that carries the noun."""
    return found.verbal or found.light is not None


def _free(view: View, found: Candidate) -> bool:
    """No noun and no preposition governs it: it begins what a verb or a quotation mark opens."""
    k = found.carrier - 1
    start = found.carrier - view.clause_range(found.carrier)[0] <= 1
    verb = view.verbs[k] is not None and not nobody_says_i(view, k)  # «بخصوص أصل الوجود»
    return start or not view.tokens[k].is_word or verb or k in view.at


def _concluded(view: View, found: Candidate) -> bool:
    """«اتفاق موسكو المبرم في …»: a participle says that it was made; other things a day alone dates."""
    if found.trigger.type is not EventType.AGREEMENT:
        return True
    made = _words().cues["concluded"]
    return any(view.has(k, made) for k in range(found.end, min(found.end + 6, len(view.tokens))))


def _carried(view: View, found: Candidate, cast: Cast) -> bool:
    """A light word carries the noun, or it is one of its own with two who take part («حوار بين … و…»)."""
    wrapped = found.carrier != found.start and not (
        found.trigger.type is EventType.AGREEMENT and view.has(found.carrier, _words().cues["implementing"])
    )
    return (
        found.verbal
        or found.light is not None
        or wrapped
        or (not determined(view, found) and len(cast.everyone) >= 2)
        or (not found.definite and taken_for_granted(view, found, _words()))
    )


def determined(view: View, found: Candidate) -> bool:
    """«إسقاط الطائرة», «هجوم الجيش»: with the article, or before a word that has it: a certain one.

    Not «هجوم على الحدود» nor «شن هجوما»: what follows is no genitive.
    """
    k = found.end
    if found.definite or view.fold(k) in PREPOSITIONS:
        return found.definite
    accusative = not found.verbal and view.fold(k - 1).endswith("ا")
    genitive = view.fold(k + 1).startswith("ال") and view.verbs[k] is None
    return not accusative and (view.fold(k).startswith("ال") or genitive)


def _two_sides(view: View, cast: Cast, found: Candidate) -> bool:
    """Somebody acts on somebody: both are persons, offices or states, the second perhaps only by title."""
    if found.trigger.frame == "mutual":
        people = sum(p.kind in _PEOPLE for p in cast.both)
        return people > 0 and (len(cast.both) >= 2 or _titles(view, found) >= 2)
    if found.verbal and view.fold(found.end) in _TO:
        return False
    return bool(cast.targets) or (not found.verbal and any(p.kind in _PEOPLE for p in cast.everyone))


def _with(view: View, found: Candidate) -> bool:
    """«بحث مع نظرائه», «اتصل بفلان»: whom he met is only described, or hangs on «ب»."""
    _, end = view.clause_range(found.start)
    ahead = range(found.end, min(end, found.end + 12))
    called = any(p.prefix == "ب" and p.kind in _PEOPLE for k in ahead if (p := view.starting(k)))
    return called or any(view.fold(k) == "مع" and view.has(k + 1, _words().classes["company"]) for k in ahead)


def _titles(view: View, found: Candidate) -> int:
    """How many words of the clause after the trigger begin a title."""
    _, end = view.clause_range(found.start)
    ahead = range(found.end, min(end, found.end + 20))
    return sum(view.has(k, _words().classes["company"]) for k in ahead)


def _of_a_thing(view: View, found: Candidate) -> bool:
    """«طريق سريع يصل الشرق بالغرب», «وصلت شحنة»: what comes is no person."""
    things = _words().classes["things"]
    first, _ = view.clause_range(found.start)
    before = range(found.start - 1, max(first - 1, found.start - 4), -1)
    near = takewhile(lambda k: view.tokens[k].is_word and k not in view.at, before)
    described = any(view.has(k, things) for k in near if not view.fold(k).startswith("ال"))
    return found.verbal and (described or view.has(found.end, things))


def _person_acts(view: View, found: Candidate, cast: Cast) -> bool:
    if _of_a_thing(view, found):
        return False
    if any(p.kind in _PEOPLE for p in cast.actors):
        return True
    put_off = found.governor is not None and view.has(found.governor, _words().cues["cancelled"])
    if found.light is not None or put_off:
        return True
    if not found.verbal and _plain(view.fold(found.carrier - 1)) in _WHILE:
        return bool(cast.everyone) or _reaches(view, found)
    near = range(max(0, found.start - 12), min(found.end + 3, len(view.tokens)))
    first = view.clause_range(found.start)[0]
    ahead = (k for k in range(max(first, found.start - 7), found.start) if k not in view.at)
    led = found.verbal and any(view.has(k, _words().classes["delegations"]) for k in ahead)
    led = led or (
        found.verbal
        and any(
            view.has(k, _words().classes["delegations"]) for k in (found.start - 1, found.end, found.end + 2)
        )
    )
    return led or (bool(cast.actors) and any(view.has(k, _words().classes["delegations"]) for k in near))


def _reaches(view: View, found: Candidate) -> bool:
    """«إلى العاصمة النمساوية», «من البلاد»: a place that only a common noun names."""
    _, end = view.clause_range(found.start)
    ahead = range(found.end, min(end, found.end + 14))
    left = found.verbal and any(
        view.has(k, _words().classes["grounds"]) and view.fold(k).startswith("ال") for k in ahead[:6]
    )
    return left or any(view.fold(k) in _WAYS and view.has(k + 1, _words().classes["grounds"]) for k in ahead)


def _armed(view: View, found: Candidate, cast: Cast) -> bool:
    """Whoever acts bears arms, by name or by a word of the clause."""
    if any(p.kind is ActorKind.MILITARY for p in (*cast.actors, *cast.both)):
        return True
    first, end = view.clause_range(found.light if found.light is not None else found.start)
    near = range(max(first, found.start - 12), min(end, found.end + 9))
    aimed = range(found.end, min(end, found.end + 8))
    state = any(p.kind is ActorKind.COUNTRY for p in cast.actors) and found.light is not None
    return any(view.has(k, _words().classes["armed"]) for k in near) or (
        state and any(view.fold(k) in PLACE | TOWARDS for k in aimed)
    )


def two_states(cast: Cast) -> bool:
    """One state, or who speaks for it, acts on another."""
    one, other = ({p.country for p in side if p.country} for side in (cast.actors, cast.targets))
    return bool(one and other) and not one & other


def _are_states(cast: Cast) -> bool:
    return all(p.kind is ActorKind.COUNTRY for p in (*cast.actors, *cast.targets))


def _somebodys(view: View, found: Candidate) -> bool:
    """«في أجواء الجزيرة», not «في الأجواء»."""
    return found.key is not None and not view.fold(found.key).startswith("ال")


def _flown(view: View, found: Candidate) -> bool:
    """An air force or its aircraft stand in the clause, or just before it («إن طائراتها أصابت»)."""
    first, end = view.clause_range(found.start)
    near = range(max(0, min(first, found.start - 4)), min(end, found.end + 6))
    return any(view.has(k, _words().classes["airforce"]) for k in near)


def _decided(view: View, found: Candidate) -> bool:
    """«قرر إرسال», «قررت أن»: the next words say what is to be done."""
    ahead = range(found.end, min(len(view.tokens), found.end + 6))
    return any(view.fold(k) == "ان" or view.tokens[k].is_verbal_noun for k in ahead if k not in view.at)


def _brought_about(view: View, found: Candidate) -> bool:
    """«تمكنت القوات من دخول», «أعلن الجيش تدمير»: the subject of the verb before did it."""
    own = load_event_words().cues["own_act"]
    return found.governor is not None and view.has(found.governor, own)


def _by_pronoun(view: View, found: Candidate) -> bool:
    """«اعتقلته الشرطة», «تم اعتقاله»; «تم احتجازها» is said of ships."""
    reading = view.verbs[found.start]
    named = reading if reading is not None else found.bare
    suffix = named.suffix if named is not None else ""
    return bool(suffix) and not (suffix == "ها" and "حتجا" in view.fold(found.start))


def _publishes(phrase: Phrase) -> bool:
    return phrase.kind in (ActorKind.MEDIA, ActorKind.ORGANISATION, ActorKind.MILITARY, ActorKind.OFFICE)


def _offered(view: View, found: Candidate) -> bool:
    """«عرض على …»: the preposition within the clause."""
    _, end = view.clause_range(found.start)
    return any(view.fold(k) in _OFFERED_ON for k in range(found.end, min(end, found.end + 12)))


def _calls_for(view: View, found: Candidate) -> bool:
    """«دعت إلى عقد جلسة», «طلبت اجتماعا طارئا»: what is called for stands next, and is not only its topic."""
    if found.key is None:
        return False
    before = view.fold(found.key - 1)
    bare = readings(view.fold(found.key))[0]
    reached = before in _TO or bare.word.startswith("ل") or found.key == found.end
    return reached or (found.key - found.end <= 2 and before not in PREPOSITIONS)


def _to_occasion(view: View, found: Candidate, certain: bool) -> bool:
    """«دعاه إلى زيارة»; not «إلى سحب القوات قبل القمة» nor, without a day or place, «إلى الحوار»."""
    if (key := found.key) is None or any(view.fold(k) in _TO for k in range(found.end, key - 2)):
        return False
    reached = bool({view.fold(key - 1), view.fold(key - 2)} & _TO) or view.fold(key).startswith("ل")
    talk = view.has(key, _words().cues["talk"])
    return reached and not (talk and (readings(view.fold(key))[0].definite or not certain))


def _has_object(view: View, found: Candidate) -> bool:
    """«وعرضها على البرلمان»: a verbal noun with a pronoun rather than a verb."""
    reading = view.verbs[found.start]
    return reading is not None and reading.suffix is not None


def _asked_of(view: View, found: Candidate) -> bool:
    """«طلب من … عدم / سحب / أن»: asked of somebody to do something."""
    _, end = view.clause_range(found.start)
    near = range(found.end, min(end, found.end + 8))
    at = next((k for k in near if view.fold(k) == "من"), None)
    if at is None:
        return False
    after = range(at + 1, min(len(view.tokens), at + 8))
    return any(view.fold(k) in ("ان", "عدم") or view.tokens[k].is_verbal_noun for k in after) and not any(
        b.word == "اجل" for b in readings(view.fold(at + 1))
    )


def threatens_somebody(view: View, found: Candidate, cast: Cast) -> bool:
    """«هدد جارته», «لوح بفرض عقوبات»: whom, or with what act; not «توعد بالرد»."""
    ahead = range(found.end, min(found.end + 6, len(view.tokens)))
    return bool(cast.targets) or any(_words().noun(view.fold(k)) for k in ahead if k not in view.at)
